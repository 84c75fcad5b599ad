"""What a review says of itself: the year, as of when, as known when, from which root, simulated or not."""

from __future__ import annotations

from projections.review.tables import Review

SIMULATED = {"vi": "SỔ MÔ PHỎNG (SIMULATED)", "en": "SIMULATED LOG"}


def simulated(review: Review, language: str) -> str:
    """The mark of a rehearsal; empty for a real log."""
    return SIMULATED[language] if review.simulated else ""


def heading(review: Review, language: str) -> list[str]:
    """The title, then one line for each thing."""
    english = language == "en"
    of = " – ".join(each for each in (review.programme, review.period) if each)
    title = f"Review of the year {review.year}" if english else f"Tổng kết năm {review.year}"
    lines = [
        title + (f" – {of}" if of else ""),
        simulated(review, language),
        f"As of: {review.as_of:%d/%m/%Y}" if english else f"Đến ngày: {review.as_of:%d/%m/%Y}",
        f"As known at position {review.position}, recorded at {review.recorded_at}"
        if english
        else f"Theo sổ đến vị trí {review.position}, ghi lúc {review.recorded_at}",
        f"Root of the log: {review.root}" if english else f"Mã gốc của sổ: {review.root}",
    ]
    return [line for line in lines if line]
