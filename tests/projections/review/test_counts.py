"""The plain counts of a year."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events import unit as u
from domain.streams import unit_stream
from projections.review.case_counts import COUNTED
from tests.projections.casebook import correct, decide, revoke
from tests.projections.review.asking import asked

NOTHING = dict.fromkeys(COUNTED, 0)
KEYS = ("programme", "title", "subject_kind", "org_type", "superior", "superior_name")


def the_counts(book, **question):
    [row] = asked(book, "counts", **question)
    return {name: count for name, count in row.items() if count and name not in KEYS}


def test_no_case_makes_no_counts(book):
    book.programme()
    assert asked(book, "counts") == []


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
    assert asked(book, "counts") == [
        {
            "programme": "kon-tum", "title": "four_good_cell", "subject_kind": "base_cell",
            "org_type": "", "superior": "", "superior_name": "", "cases": 1, "registered": 1,
            "submitted": 1, "returned": 1, "passed": 1, "failed": 0, "withdrawn": 0, "late": 1,
            "revoked": 1, "standing": 0,
        }
    ]  # fmt: skip


def test_cases_are_counted_by_kind_and_by_the_body_directly_above_on_the_closing_day(book):
    book.programme()
    book.unit("DU", "Đảng uỷ mẫu", kind="BLOC_COMMITTEE")
    book.unit("DU2", "Đảng uỷ khác", kind="BLOC_COMMITTEE")
    for code in ("C1", "C2", "C3"):
        book.unit(code, parent="DU")
    book.tell(unit_stream("C3"), u.UnitMoved(parent="DU2"), on="2024-12-31")
    book.tell(unit_stream("C2"), u.UnitMoved(parent="DU2"), on="2025-01-01")
    decide(book, book.case("C1", at="consulted"), "FAIL")
    decide(book, book.case("C2", at="consulted", subject_kind="base_committee"))
    book.case("C3", org_type="agency")
    found = [
        (row["subject_kind"], row["org_type"], row["superior"], row["superior_name"],
         row["cases"], row["passed"], row["failed"], row["standing"])
        for row in asked(book, "counts")
    ]  # fmt: skip
    assert found == [
        ("base_cell", "", "DU", "Đảng uỷ mẫu", 1, 0, 1, 0),
        ("base_cell", "agency", "DU2", "Đảng uỷ khác", 1, 0, 0, 0),
        ("base_committee", "", "DU", "Đảng uỷ mẫu", 1, 1, 0, 1),
    ]


def test_of_a_member_the_body_above_is_the_cell(book):
    book.unit("C1", "Chi bộ một", parent="DU")
    book.case("C1", subject="member:m1")
    [row] = asked(book, "counts")
    assert (row["superior"], row["superior_name"]) == ("C1", "Chi bộ một")


@pytest.mark.parametrize(
    ("period", "counts_in"), [("2024-Q1", 2024), ("2024-05", 2024), ("2025", 2025)]
)
def test_a_case_counts_in_the_year_of_its_period(book, period, counts_in):
    book.case(period=period)
    assert [year for year in (2023, 2024, 2025) if asked(book, "counts", at=year)] == [counts_in]


def test_a_programme_or_a_period_can_be_asked_for_alone(book):
    book.case("C1", period="2024-05")
    book.case("C2", period="2024-06", programme="soc-trang")
    assert [row["programme"] for row in asked(book, "counts")] == ["kon-tum", "soc-trang"]
    assert [row["programme"] for row in asked(book, "counts", programme="kon-tum")] == ["kon-tum"]
    assert [row["programme"] for row in asked(book, "counts", period="2024-06")] == ["soc-trang"]


def test_a_case_counts_by_its_newest_decision(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    decide(book, stream, "FAIL", on="2025-01-15")
    assert the_counts(book) == {"cases": 1, "registered": 1, "failed": 1}
    assert the_counts(book, as_of=date(2025, 1, 14)) == {
        "cases": 1, "registered": 1, "passed": 1, "standing": 1,
    }  # fmt: skip


def test_what_took_effect_later_is_left_out(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    assert the_counts(book, as_of=date(2024, 12, 4)) == {"cases": 1, "registered": 1}
    assert asked(book, "counts", as_of=date(2024, 1, 31)) == []


def test_a_corrected_date_counts(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    correct(book, stream, at, "effective_on", "2024-12-20", "recognised")
    assert "passed" not in the_counts(book, as_of=date(2024, 12, 19))
    assert "passed" in the_counts(book, as_of=date(2024, 12, 20))


def test_what_was_known_at_a_position_gives_the_same_counts_for_ever(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    before = the_counts(book)
    revoke(book, stream, "from_now", "2025-03-01")
    assert the_counts(book) == {"cases": 1, "registered": 1, "passed": 1, "revoked": 1}
    assert the_counts(book, known_at=at) == before
