"""Each decided case, with what it was decided on and by whom."""

from datetime import date

from domain.events import case as c
from domain.events import details as d
from tests.projections.casebook import KON_TUM, correct
from tests.projections.review.asking import asked
from tests.projections.review.course import (
    appraised,
    decided,
    outcome,
    revoked,
    scored,
    submitted,
    superseded,
)

SHEETS = ("individual", "aggregate", "hop", "appraiser", "decider")


def evidence(book, stream, name, event=c.EvidenceAttached):
    kind = d.Evidence(evidence=name, nodes=["I.1"], kind="figure")
    details = kind if event is c.EvidenceAttached else d.EvidenceWithdrawal(evidence=name)
    book.act(stream, event, details, ("in_progress",) * 2, "2024-11-01")


def opinion(book, stream, body, stance):
    details = d.Opinion(body=body, stance=stance)
    book.act(stream, c.OpinionGiven, details, ("consulting",) * 2, "2024-12-12")


def test_a_decided_case_says_what_it_rests_on_and_who_decided(book):
    book.programme()
    book.unit("C1", "Chi bộ một")
    stream = book.case()
    for name in ("mc-1", "mc-2", "mc-3"):
        evidence(book, stream, name)
    evidence(book, stream, "mc-2", c.EvidenceWithdrawn)
    for _ in range(3):
        scored(book, stream, outcome(total=90, I=40), event=c.IndividualSheetSubmitted)
    scored(book, stream, outcome(total=90, I=40))
    submitted(book, stream)
    appraised(book, stream, came_to=outcome(total=88, I=38))
    opinion(book, stream, "DU/organisation_board", "agree")
    opinion(book, stream, "DU/inspection_commission", "disagree")
    decided(book, stream, signed_by="an", organ="DU/standing_committee", authority="person:an@4")
    [row] = asked(book, "recognitions")
    assert [row[f"{kind}_sheets"] for kind in SHEETS] == [3, 1, 0, 1, 0]
    assert (row["evidence"], row["opinions"], row["against"]) == (2, 2, 1)
    assert (row["decided_by"], row["signed_by"], row["authority"]) == (
        "DU/standing_committee", "an", "person:an@4",
    )  # fmt: skip
    assert (row["number"], row["decided_on"], row["level"]) == (
        "12-QĐ/ĐU", date(2024, 12, 20), "PASS",
    )  # fmt: skip
    assert (row["standing"], row["revoked_on"]) == (True, None)
    assert row["version"] == KON_TUM.version[:12]
    assert (row["unit"], row["unit_name"]) == ("C1", "Chi bộ một")


def test_a_case_without_a_decision_is_not_listed(book):
    submitted(book, book.case())
    assert asked(book, "recognitions") == []


def test_a_decision_in_effect_later_is_not_listed_yet(book):
    decided(book, book.case(), on="2024-12-20")
    assert asked(book, "recognitions", as_of=date(2024, 12, 19)) == []
    assert len(asked(book, "recognitions", as_of=date(2024, 12, 20))) == 1


def test_a_superseding_decision_takes_the_place_of_the_first_from_its_date_on(book):
    stream = book.case()
    decided(book, stream)
    superseded(book, stream, "FAIL", "2025-02-01")
    [before] = asked(book, "recognitions", as_of=date(2025, 1, 31))
    [after] = asked(book, "recognitions", as_of=date(2025, 2, 1))
    assert (before["number"], before["level"], before["standing"]) == ("12-QĐ/ĐU", "PASS", True)
    assert (after["number"], after["level"], after["standing"]) == ("13-QĐ/ĐU", "FAIL", False)


def test_a_corrected_number_is_shown_once_it_is_known(book):
    stream = book.case()
    at = decided(book, stream)
    correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    assert [row["number"] for row in asked(book, "recognitions")] == ["21-QĐ/ĐU"]
    assert [row["number"] for row in asked(book, "recognitions", known_at=at)] == ["12-QĐ/ĐU"]


def test_a_revocation_is_shown_with_its_date_when_it_is_in_effect(book):
    stream = book.case()
    decided(book, stream)
    revoked(book, stream, "2025-03-01")
    day_before, that_day = (
        asked(book, "recognitions", as_of=day)[0] for day in (date(2025, 2, 28), date(2025, 3, 1))
    )
    assert (day_before["standing"], day_before["revoked_on"]) == (True, None)
    assert (that_day["standing"], that_day["revoked_on"]) == (False, date(2025, 3, 1))
