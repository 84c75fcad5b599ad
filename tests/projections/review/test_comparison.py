"""Two reviews compared: every difference with the events that caused it, or two years side by side."""

from datetime import date

import pytest

from domain.events import round as r
from domain.events import unit as u
from domain.streams import round_stream, unit_stream
from projections.review.answers import review_of
from projections.review.comparison import Side, compared
from tests.projections.casebook import correct
from tests.projections.review.asking import year_of
from tests.projections.review.course import decided, flagged, relies, revoked, submitted


def side(book, **question):
    year = year_of(book, **question)
    return Side(review_of(year, book.ledger.head_at(year.upto)), year)


def differences(before, after, language="en"):
    return {
        table.name: [
            (row[:-4], str(row[-4]), row[-3], row[-2], [cause.position for cause in row[-1]])
            for row in table.rows
        ]
        for table in compared(before, after, language).tables
    }


def test_the_same_moment_differs_in_nothing(book):
    decided(book, book.case())
    assert differences(side(book), side(book)) == {}


def test_a_revocation_explains_what_it_changed_and_nothing_else_is_said(book):
    book.programme()
    stream, other = book.case("C1"), book.case("C2")
    decided(book, stream)
    decided(book, other)
    before = side(book)
    at = revoked(book, stream)
    submitted(book, other)  # an act that changes no figure of the first
    found = differences(before, side(book))
    key = ("kon-tum", "four_good_cell", "base_cell", "", "")
    assert found["counts"] == [
        (key, "submitted", 0, 1, [at, at + 1]),
        (key, "revoked", 0, 1, [at, at + 1]),
        (key, "standing", 2, 1, [at, at + 1]),
    ]
    assert found["recognitions"] == [
        (("kon-tum", "2024", "unit:C1"), "standing", True, False, [at]),
        (("kon-tum", "2024", "unit:C1"), "revoked_on", None, date(2025, 3, 1), [at]),
    ]
    assert found["streaks"] == [
        (("kon-tum", "unit:C1"), "in_a_row", 1, 0, [at]),
        (("kon-tum", "unit:C1"), "of_five", 1, 0, [at]),
        (("kon-tum", "unit:C1"), "years", ["2024"], [], [at]),
        (("kon-tum", "unit:C1"), "revoked_years", [], ["2024"], [at]),
    ]
    assert {row[0][:3] for row in found["revoked"]} == {("kon-tum", "2024", "unit:C1")}
    assert {tuple(row[-1]) for row in found["revoked"]} == {(at,)}


def test_a_cause_says_when_who_what_and_why(book):
    stream = book.case()
    decided(book, stream)
    before = side(book)
    at = revoked(book, stream, signed_by="an", organ="DU/party_committee", reason="kết luận")
    [table] = [t for t in compared(before, side(book), "en").tables if t.name == "recognitions"]
    [cause] = table.rows[0][-1]
    assert cause == (
        stream, at, date(2025, 3, 1), "an",
        "an, for Party Committee of DU, revoked the recognition, decision 3-QĐ/ĐU, ground “criteria_not_met”,"  # noqa: ISC004 -- one sentence
        " with effect from now on (entered by nhap, recorded on 1 Dec 2024).", "kết luận",
    )  # fmt: skip
    assert cause.told("vi").startswith(f"01/03/2025 [{at}] an, for Party Committee of DU, revoked")


def test_a_correction_explains_a_new_figure(book):
    stream = book.case()
    at = decided(book, stream)
    before = side(book)
    correction = correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    found = differences(before, side(book))
    assert found["recognitions"] == [
        (("kon-tum", "2024", "unit:C1"), "number", "12-QĐ/ĐU", "21-QĐ/ĐU", [correction])
    ]


def test_a_later_date_brings_into_effect_what_was_known_before(book):
    stream = book.case()
    at = decided(book, stream, on="2024-12-20")
    early, late = (side(book, as_of=date(2024, 12, day)) for day in (19, 20))
    found = differences(early, late)
    assert [row[-1] for row in found["recognitions"]] == [[at]] * len(found["recognitions"])


def test_a_flag_in_another_case_explains_the_dependent(book):
    member, cell = book.case("C1", subject="member:m1"), book.case("C1")
    decided(book, member)
    decided(book, cell, relied_on=[relies(member)])
    revoked(book, member)
    before = side(book)
    at = flagged(book, cell, member)
    [(_, figure, was, now, because)] = differences(before, side(book))["revoked"]
    assert (figure, was, now, because) == ("flagged_on", None, date(2025, 3, 1), [at])


def test_a_move_of_the_unit_explains_another_superior(book):
    book.programme()
    book.unit("C1", parent="DU")
    decided(book, book.case())
    before = side(book)
    at = book.tell(unit_stream("C1"), u.UnitMoved(parent="DU2"), on="2024-06-01")
    found = differences(before, side(book))
    assert {(row[0][-1], row[1]): row[2:4] for row in found["counts"]}[("DU", "passed")] == (
        1,
        None,
    )
    assert {tuple(row[-1]) for row in found["counts"]} == {(at,)}


def test_a_unit_that_gets_a_case_leaves_the_list_of_those_without(book):
    book.programme()
    book.unit("C1")
    book.tell(round_stream("kon-tum", "2024"), r.PilotListSet(units=["C1"]))
    before = side(book)
    stream = book.case("C1")
    found = differences(before, side(book))["not_nominated"]
    positions = [row.position for row in book.ledger.stream(stream)]
    assert found == [(("kon-tum", "2024", "C1"), "row", True, False, positions)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_years_are_compared_by_figures_without_causes(book, language):
    decided(book, book.case(period="2023", on="2023-02-01"), on="2023-12-20")
    decided(book, book.case("C1"))
    decided(book, book.case("C2"), "FAIL")
    found = differences(side(book, at=2023), side(book), language)
    key = ("kon-tum", "four_good_cell", "base_cell", "", "")
    assert found["counts"] == [
        (key, "cases", 1, 2, []), (key, "registered", 1, 2, []), (key, "failed", 0, 1, []),
    ]  # fmt: skip
    assert ("changes_after_submission" in found, "recognitions" in found) == (False, True)
    assert {row[0] for row in found["recognitions"]} == {("kon-tum", "", "unit:C2")}
    assert found["streaks"] == [
        (("kon-tum", "unit:C1"), "in_a_row", 1, 2, []),
        (("kon-tum", "unit:C1"), "in_a_row_with_revoked", 1, 2, []),
        (("kon-tum", "unit:C1"), "of_five", 1, 2, []),
        (("kon-tum", "unit:C1"), "of_five_with_revoked", 1, 2, []),
    ]
