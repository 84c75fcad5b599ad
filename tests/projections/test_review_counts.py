"""The plain counts of a year."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from projections.read_model import Seen
from projections.review_counts import COUNTED, counts, review_counts
from tests.projections.casebook import Casebook, correct, decide, revoke

NOTHING = dict.fromkeys(COUNTED, 0)


@pytest.fixture
def book(ledger):
    return Casebook(ledger)


def counted(book, year=2024, **asked):
    found = review_counts(book.ledger, year, **asked)
    kinds = {(row.pop("programme"), row.pop("subject_kind")): row for row in found}
    assert list(kinds) == sorted(kinds)
    return kinds


def the_counts(book, **asked):
    found = counted(book, **asked)["kon-tum", "base_cell"]
    return {name: count for name, count in found.items() if count}


def test_no_case_makes_no_counts(book):
    book.programme()
    assert review_counts(book.ledger, 2024) == []


def test_one_case_counts_once_for_all_that_happened_to_it(book):
    stream = book.case(at="claimed")
    submitted = d.Dossier(documents=[])
    book.act(
        stream, c.DossierSubmitted, submitted, ("claimed", "submitted"), "2024-12-01", late=True
    )
    for _ in range(2):
        details = d.Return(missing=["A"], due_on=date(2024, 12, 9))
        book.act(stream, c.DossierReturned, details, ("submitted", "returned"), "2024-12-02")
    decide(book, stream)
    revoke(book, stream, "from_now", "2025-03-01")
    assert review_counts(book.ledger, 2024) == [
        {
            "programme": "kon-tum", "subject_kind": "base_cell", "cases": 1, "registered": 1,
            "submitted": 1, "returned": 1, "recognised": 1, "not_recognised": 0, "withdrawn": 0,
            "late": 1, "revoked": 1,
        }
    ]  # fmt: skip


def test_three_cases_are_counted_by_programme_and_subject_kind(book):
    decide(book, book.case("C1", at="consulted"), "FAIL")
    decide(book, book.case("C2", at="consulted", subject_kind="base_committee"))
    stream = book.case("C3", subject_kind="base_committee")
    book.act(stream, c.CaseWithdrawn, d.Withdrawal(), ("in_progress", "withdrawn"), "2024-05-01")
    assert counted(book) == {
        ("kon-tum", "base_cell"): NOTHING | {"cases": 1, "registered": 1, "not_recognised": 1},
        ("kon-tum", "base_committee"): NOTHING
        | {"cases": 2, "registered": 2, "recognised": 1, "withdrawn": 1},
    }


@pytest.mark.parametrize(
    ("period", "counts_in"), [("2024-Q1", 2024), ("2024-05", 2024), ("2025", 2025)]
)
def test_a_case_counts_in_the_year_of_its_period(book, period, counts_in):
    book.case(period=period)
    assert [year for year in (2023, 2024, 2025) if counted(book, year)] == [counts_in]


def test_a_case_counts_by_its_newest_decision(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    decide(book, stream, "FAIL", on="2025-01-15")
    assert the_counts(book) == {"cases": 1, "registered": 1, "not_recognised": 1}
    assert the_counts(book, as_of=date(2025, 1, 14)) == {
        "cases": 1, "registered": 1, "recognised": 1,
    }  # fmt: skip


def test_what_took_effect_later_is_left_out(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    assert the_counts(book, as_of=date(2024, 12, 4)) == {"cases": 1, "registered": 1}
    assert counted(book, as_of=date(2024, 1, 31)) == {}


def test_a_corrected_date_counts(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    correct(book, stream, at, "effective_on", "2024-12-20", "recognised")
    assert "recognised" not in the_counts(book, as_of=date(2024, 12, 19))


def test_what_was_known_at_a_position_gives_the_same_counts_for_ever(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    before = the_counts(book)
    revoke(book, stream, "from_now", "2025-03-01")
    assert the_counts(book) == before | {"revoked": 1}
    assert the_counts(book, known_at=at) == before


def test_counts_are_pure_over_rows(book):
    book.case()
    rows = [row for rows in book.ledger.scan(Seen) for row in rows]
    assert counts(rows, 2024) == review_counts(book.ledger, 2024)
