"""What a review says of itself: the year, as of when, as known when, from which root, simulated or not."""

from __future__ import annotations

from projections.review.tables import Review
from words import sentences
from words.language import say
from words.values import day, instant


def simulated(review: Review, language: str) -> str:
    """The mark of a rehearsal; empty for a real log."""
    return say("review.simulated_mark", language) if review.simulated else ""


def title(review: Review, language: str) -> str:
    return say("review.title", language, year=review.year)


def facts(review: Review, language: str) -> list[tuple[str, str]]:
    """What the review was asked and made from, each with its label."""
    recorded = instant(review.recorded_at, language)
    values = {
        "programme": _programme(review, language),
        "period": review.period or say("review.every_period", language),
        "as_of": day(review.as_of, language),
        "known_at": say("review.position", language, position=review.position, recorded=recorded),
        "root": review.root,
    }
    return [(say(f"review.{key}", language), value) for key, value in values.items()]


def _programme(review: Review, language: str) -> str:
    if not review.programme:
        return say("review.every_programme", language)
    return sentences.word(review.programme, "programme", language, review.names)


def heading(review: Review, language: str) -> list[str]:
    """The title, the mark of a rehearsal, then one line for each fact."""
    mark = simulated(review, language)
    told = [f"{label}: {value}" for label, value in facts(review, language)]
    of = [_programme(review, language)] if review.programme else []
    named = " – ".join([title(review, language), *of, *filter(None, [review.period])])
    return [named, *([mark] if mark else []), *told]
