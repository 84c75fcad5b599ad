"""Every change after a case was handed in: by whom, when, what was there before, why."""

from datetime import date

from domain.events import case as c
from domain.events import details as d
from domain.streams import case_stream
from tests.projections.casebook import correct
from tests.projections.review.asking import asked
from tests.projections.review.course import (
    appraised,
    decided,
    outcome,
    revoked,
    rewarded,
    scored,
    submitted,
)


def returned(book, stream, on="2024-12-03", **by):
    details = d.Return(missing=["DOC-AGG"], due_on=date(2024, 12, 10))
    return book.act(stream, c.DossierReturned, details, ("submitted", "returned"), on, **by)


def supplemented(book, stream, on="2024-12-09", **by):
    details = d.Dossier(documents=[])
    return book.act(stream, c.DossierSupplemented, details, ("returned", "submitted"), on, **by)


def changes(book, **question):
    return [
        (row["event"], row["field"], row["old"], row["new"])
        for row in asked(book, "changes_after_submission", **question)
    ]


def test_the_ordinary_course_changes_nothing(book):
    stream = book.case()
    scored(book, stream, outcome())
    submitted(book, stream)
    appraised(book, stream)
    decided(book, stream)
    rewarded(book, stream)
    assert changes(book) == []


def test_a_return_tells_who_when_from_which_stage_to_which_and_why(book):
    stream = book.case()
    submitted(book, stream)
    at = returned(
        book, stream, actor="nv", signed_by="cp", organ="DB/committee_office", reason="thiếu biểu"
    )
    [row] = asked(book, "changes_after_submission")
    recorded = row.pop("recorded_at")
    assert row == {
        "programme": "kon-tum", "period": "2024", "subject": "unit:C1", "unit_name": "",
        "case": stream.removeprefix("case:"), "position": at, "event": "dossier-returned",
        "effective_on": date(2024, 12, 3), "actor": "nv", "signed_by": "cp",
        "organ": "DB/committee_office", "field": "stage", "old": "submitted", "new": "returned",
        "reason": "thiếu biểu",
    }  # fmt: skip
    assert recorded.startswith("2024-12-01 08:0")  # the clock of the test, in the offices' time


def test_what_happened_before_the_dossier_is_no_change(book):
    stream = book.case()
    at = scored(book, stream, outcome(), on="2024-11-20")
    submitted(book, stream)
    assert changes(book) == []
    correct(book, stream, at, "effective_on", "2024-11-21", "submitted")
    assert changes(book) == [
        ("correction-recorded", "aggregate-adopted.effective_on", "2024-11-20", "2024-11-21")
    ]


def test_a_second_correction_shows_the_first_as_what_was_before(book):
    stream = book.case()
    submitted(book, stream)
    at = decided(book, stream)
    for number in ("21-QĐ/ĐU", "22-QĐ/ĐU"):
        correct(book, stream, at, "number", number, "recognised")
    assert changes(book) == [
        ("correction-recorded", "decision-issued.number", "12-QĐ/ĐU", "21-QĐ/ĐU"),
        ("correction-recorded", "decision-issued.number", "21-QĐ/ĐU", "22-QĐ/ĐU"),
    ]


def test_a_correction_can_itself_be_corrected(book):
    stream = book.case()
    submitted(book, stream)
    at = decided(book, stream)
    correction = correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    correct(book, stream, correction, "effective_on", "2025-01-09", "recognised")
    assert changes(book)[1] == (
        "correction-recorded", "correction-recorded.effective_on", "2025-01-10", "2025-01-09",
    )  # fmt: skip


def test_an_act_done_again_shows_what_it_replaced(book):
    stream = book.case()
    scored(book, stream, outcome(total=90, I=40))
    submitted(book, stream)
    returned(book, stream)
    scored(book, stream, outcome(total=85, I=35), on="2024-12-05")
    supplemented(book, stream)
    appraised(book, stream)
    appraised(book, stream, "FAIL", on="2024-12-15")
    told = changes(book)
    assert ("aggregate-adopted", "outcome.total", "90", "85") in told
    assert ("aggregate-adopted", "outcome.points.I", "40", "35") in told
    assert ("appraised", "proposal", "PASS", "FAIL") in told
    assert sum(event == "appraised" for event, *_ in told) == 2  # its stage, and its proposal


def test_a_revocation_and_a_finding_are_changes(book):
    stream = book.case()
    submitted(book, stream)
    decided(book, stream)
    finding = d.Finding(ground="a", statement="thiếu", explain_by=date(2025, 2, 15))
    way = ("recognised", "under_reexamination")
    book.act(stream, c.DefectFound, finding, way, "2025-02-01")
    revoked(book, stream, "2025-03-01")
    assert [event for event, *_ in changes(book)] == ["defect-found", "recognition-revoked"]
    assert [event for event, *_ in changes(book, as_of=date(2025, 2, 28))] == ["defect-found"]


def test_without_a_dossier_the_claimed_level_hands_a_case_in(book):
    stream = book.case("C1", subject="member:m1")
    revoked(book, stream, "2025-03-01")
    assert changes(book) == []
    other = book.case("C1", subject="member:m2")
    book.act(
        other, c.LevelClaimed, d.Claim(level="PASS"), ("self_assessed", "claimed"), "2024-11-30"
    )
    decided(book, other)
    revoked(book, other, "2025-03-01")
    assert [event for event, *_ in changes(book)] == ["recognition-revoked"]


def test_an_erased_reason_says_that_it_was_erased(book):
    stream = book.case()
    submitted(book, stream)
    returned(book, stream, reason="tên người")
    [row] = book.ledger.stream(case_stream("kon-tum", "unit:C1", "2024"))[-1:]
    book.ledger.erase(row.position, row.reason)
    assert [row["reason"] for row in asked(book, "changes_after_submission")] == [
        "(đã xoá / erased)"
    ]
