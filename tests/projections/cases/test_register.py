"""The register: which recognitions there are, and which stood on a date."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from projections.cases.register import register
from projections.engine import inline
from tests.projections.casebook import Casebook, correct, decide, revoke

AS_OF = date(2025, 12, 31)


@pytest.fixture
def book(ledger):
    return Casebook(ledger, then=inline)


def listed(book, as_of=AS_OF):
    with book.ledger.connection() as connection:
        return register(connection, as_of)


def standing(book, *days):
    return [[row["standing"] for row in listed(book, date.fromisoformat(day))] for day in days]


def test_no_recognition_makes_an_empty_register(book):
    assert listed(book) == []
    decide(book, book.case(at="consulted"), "FAIL")
    assert listed(book) == []


def test_one_recognition_is_listed_with_exactly_the_keys_of_the_design(book):
    stream = book.case(at="consulted")
    decide(book, stream, organ="DU/standing_committee")
    assert listed(book) == [
        {
            "case": stream.removeprefix("case:"),
            "subject": "unit:C1",
            "title": "four_good_cell",
            "period": "2024",
            "decision_number": "12-QĐ/ĐU",
            "decided_on": date(2024, 12, 5),
            "effective_on": date(2024, 12, 5),
            "decided_by": "DU/standing_committee",
            "standing": True,
            "revoked_on": None,
            "revocation_effect": None,
        }
    ]


def test_three_recognitions_are_listed_by_period_and_subject(book):
    for unit, period in (("C2", "2024"), ("C1", "2025"), ("C1", "2024")):
        decide(book, book.case(unit, at="consulted", period=period))
    found = [(row["period"], row["subject"]) for row in listed(book)]
    assert found == [("2024", "unit:C1"), ("2024", "unit:C2"), ("2025", "unit:C1")]


def test_a_recognition_is_not_in_the_register_before_its_date(book):
    decide(book, book.case(at="consulted"))
    assert standing(book, "2024-12-04", "2024-12-05") == [[], [True]]


@pytest.mark.parametrize(
    ("effect", "effect_on", "expected"),
    [
        ("from_now", "2025-03-01", [True, True, True, False]),
        ("from_date", "2025-02-01", [True, True, False, False]),
        ("from_date", None, [True, True, True, False]),
        ("as_if_never", "2024-12-05", [False, False, False, False]),
        ("as_if_never", None, [False, False, False, False]),
    ],
)
def test_a_revocation_counts_from_where_it_says(book, effect, effect_on, expected):
    stream = book.case(at="consulted")
    decide(book, stream)
    revoke(book, stream, effect, effect_on)
    days = ("2024-12-05", "2025-01-31", "2025-02-28", "2025-03-01")
    assert standing(book, *days) == [[each] for each in expected]
    assert [(row["revoked_on"], row["revocation_effect"]) for row in listed(book)] == [
        (date(2025, 3, 1), effect)
    ]


def test_a_new_decision_replaces_the_one_before_from_its_date_on(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    decide(book, stream, number="15-QĐ/ĐU", on="2025-01-15")
    assert standing(book, "2024-12-31", "2025-01-14", "2025-01-15") == [
        [True], [True], [False, True],
    ]  # fmt: skip
    assert [row["decision_number"] for row in listed(book)] == ["12-QĐ/ĐU", "15-QĐ/ĐU"]


def test_a_new_decision_against_recognition_ends_the_one_before(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    decide(book, stream, "FAIL", on="2025-01-15")
    assert standing(book, "2025-01-14", "2025-01-15") == [[True], [False]]


def test_a_revocation_is_of_the_newest_decision(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    decide(book, stream, number="15-QĐ/ĐU", on="2025-01-15")
    revoke(book, stream, "from_now", "2025-03-01")
    assert [row["revoked_on"] for row in listed(book)] == [None, date(2025, 3, 1)]


def test_corrections_of_number_and_date_count(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    correct(book, stream, at, "effective_on", "2024-12-15", "recognised")
    (found,) = listed(book)
    assert (found["decision_number"], found["effective_on"]) == ("21-QĐ/ĐU", date(2024, 12, 15))
    assert standing(book, "2024-12-14") == [[]]


def test_a_correction_of_another_act_leaves_the_decision(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    before = listed(book)
    correct(book, stream, at - 1, "number", "99", "recognised")
    assert listed(book) == before


def test_a_corrected_date_of_the_revocation_shows(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    at = revoke(book, stream, "from_date", "2025-02-01")
    correct(book, stream, at, "effective_on", "2025-03-03", "revoked")
    assert [row["revoked_on"] for row in listed(book)] == [date(2025, 3, 3)]


def test_the_subject_is_the_successor_once_the_unit_has_ended(book):
    stream = book.case(at="consulted")
    details = d.Succession(successor="C2", change="unit-merged 2024-07-01")
    book.act(stream, c.SubjectSucceeded, details, ("consulted",) * 2, "2024-07-01")
    decide(book, stream)
    assert [row["subject"] for row in listed(book)] == ["unit:C2"]
