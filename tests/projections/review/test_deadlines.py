"""Deadlines kept and missed, days late."""

from datetime import date
from decimal import Decimal

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.streams import round_stream
from projections.review.deadlines import median
from tests.projections.casebook import correct
from tests.projections.review.asking import asked
from tests.projections.review.course import submitted

DUE = date(2024, 12, 31)
FIGURES = ("due", "kept", "missed", "open", "median_days", "worst_days")


def deadlines(book, **question):
    return {
        (row["stage"], row["step"]): tuple(row[name] for name in FIGURES)
        for row in asked(book, "deadlines", **question)
    }


def handed_in(book, unit, on):
    """A dossier due on the last day of the year."""
    stream = book.case(unit, at="claimed")
    late = date.fromisoformat(on) > DUE
    at = submitted(book, stream, on, due_on=DUE, late=late, step="submit-dossier")
    return stream, at


def test_kept_and_missed_with_the_median_and_the_worst_days(book):
    for unit, on in (
        ("C1", "2024-12-30"), ("C2", "2024-12-31"), ("C3", "2025-01-01"),
        ("C4", "2025-01-04"), ("C5", "2025-01-10"), ("C6", "2025-01-02"),
    ):  # fmt: skip
        handed_in(book, unit, on)
    # late by 1, 2, 4 and 10 days
    assert deadlines(book) == {("claimed", "submit-dossier"): (6, 2, 4, 0, Decimal(3), 10)}


@pytest.mark.parametrize(
    ("days", "middle"),
    [([], None), ([3], 3), ([1, 4], Decimal("2.5")), ([1, 2, 9], 2), ([1, 2, 4, 10], 3)],
)
def test_the_median_is_exact(days, middle):
    assert median(days) == middle


def test_a_corrected_date_can_keep_a_deadline(book):
    stream, at = handed_in(book, "C1", "2025-01-05")
    assert deadlines(book)["claimed", "submit-dossier"][:3] == (1, 0, 1)
    correct(book, stream, at, "effective_on", "2024-12-31", "submitted")
    assert deadlines(book)["claimed", "submit-dossier"][:3] == (1, 1, 0)
    [counts] = asked(book, "counts")
    assert counts["late"] == 0


def test_a_step_not_taken_is_missed_once_its_day_is_over(book):
    book.programme()
    book.case("C1", at="claimed")
    assert deadlines(book, as_of=date(2024, 12, 31)) == {}
    assert deadlines(book, as_of=date(2025, 1, 10)) == {
        ("claimed", "submit-dossier"): (1, 0, 1, 1, 10, 10)
    }


def test_an_extension_moves_the_day(book):
    book.programme()
    book.case("C1", at="claimed")
    extension = r.DeadlineExtended(deadline="year_end", due_on=date(2025, 1, 20))
    book.tell(round_stream("kon-tum", "2024"), extension)
    assert deadlines(book, as_of=date(2025, 1, 20)) == {}
    assert deadlines(book, as_of=date(2025, 1, 21))["claimed", "submit-dossier"][-1] == 1


def test_the_day_set_by_a_return_counts_until_the_dossier_comes_back(book):
    book.programme()
    stream = book.case("C1", at="submitted")
    details = d.Return(missing=["DOC-AGG"], due_on=date(2024, 12, 10))
    book.act(stream, c.DossierReturned, details, ("submitted", "returned"), "2024-12-03")
    day = date(2024, 12, 15)
    assert deadlines(book, as_of=day) == {("returned", "supplement-dossier"): (1, 0, 1, 1, 5, 5)}
    book.act(
        stream, c.DossierSupplemented, d.Dossier(documents=[]), ("returned", "submitted"),
        "2024-12-14", due_on=date(2024, 12, 10), late=True, step="supplement-dossier",
    )  # fmt: skip
    assert deadlines(book, as_of=day)["returned", "supplement-dossier"] == (1, 0, 1, 0, 4, 4)


def test_a_suspended_case_misses_nothing(book):
    book.programme()
    stream = book.case("C1", at="claimed")
    book.act(stream, c.CaseSuspended, d.Suspension(), ("claimed", "claimed"), "2024-12-20")
    assert deadlines(book, as_of=date(2025, 1, 10)) == {}
