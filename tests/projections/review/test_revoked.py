"""Revoked recognitions and everything that had relied on them."""

from datetime import date

from domain.events import round as r
from domain.events import unit_year as y
from domain.streams import round_stream, unit_year_stream
from tests.projections.review.asking import asked
from tests.projections.review.course import (
    decided,
    flagged,
    looked_at,
    recalled,
    relies,
    revoked,
    rewarded,
)


def dependents(book, **question):
    return [
        (row["level"], row["dependent"], row["use"], row["value"], row["review"])
        for row in asked(book, "revoked", **question)
    ]


def test_a_recognition_that_nothing_relied_on_has_one_row(book):
    book.programme()
    stream = book.case()
    decided(book, stream)
    revoked(book, stream, "2025-03-01", "as_if_never")
    [row] = asked(book, "revoked")
    assert (row["number"], row["ground"], row["effect"]) == (
        "3-QĐ/ĐU", "criteria_not_met", "as_if_never",
    )  # fmt: skip
    assert (row["revoked_on"], row["begins_on"]) == (date(2025, 3, 1), date(2024, 12, 20))
    assert (row["level"], row["dependent"], row["use"]) == (None, "", "")


def test_a_recognition_that_stands_is_not_listed(book):
    decided(book, book.case())
    assert asked(book, "revoked") == []


def test_the_value_is_the_one_it_had_before_the_revocation(book):
    member, cell = book.case("C1", subject="member:m1"), book.case("C1")
    decided(book, member)
    decided(book, cell, relied_on=[relies(member, value="PASS")])
    revoked(book, member)
    flagged(book, cell, member)
    decided(book, cell, on="2025-03-20", relied_on=[relies(member, value="")])
    assert dependents(book) == [(1, cell, "ratio", "PASS", "")]
    looked_at(book, cell, member, result="to_be_re_examined")
    [row] = asked(book, "revoked")
    assert (row["flagged_on"], row["review"], row["reviewed_on"]) == (
        date(2025, 3, 1), "to_be_re_examined", date(2025, 4, 1),
    )  # fmt: skip
    assert asked(book, "revoked", as_of=date(2025, 3, 31))[0]["review"] == ""


def test_dependents_are_followed_through_every_level_each_once(book):
    member, cell = book.case("C1", subject="member:m1"), book.case("C1")
    committee = book.case("DU")
    decided(book, member)
    decided(book, cell, relied_on=[relies(member), relies(member, use="other")])
    decided(book, committee, relied_on=[relies(cell), relies(member)])
    revoked(book, member)
    direct = sorted([(cell, "other"), (cell, "ratio"), (committee, "ratio")])
    assert dependents(book) == [(1, *each, "PASS", "") for each in direct]


def test_what_is_further_away_names_the_case_it_is_reached_by(book):
    member, cell = book.case("C1", subject="member:m1"), book.case("C1")
    committee = book.case("DU")
    decided(book, member)
    decided(book, cell, relied_on=[relies(member)])
    decided(book, committee, relied_on=[relies(cell)])
    revoked(book, member)
    flagged(book, committee, member, via=cell)
    rows = asked(book, "revoked")
    assert [(row["level"], row["dependent"], row["via"]) for row in rows] == [
        (1, cell, ""), (2, committee, cell),
    ]  # fmt: skip
    assert [row["flagged_on"] for row in rows] == [None, date(2025, 3, 1)]


def test_selections_and_classifications_are_outcomes_too(book):
    book.programme()
    stream = book.case()
    decided(book, stream)
    chosen = r.OutstandingSelected(
        reward="giay_khen", subject="unit:C1", cases=[stream], votes_for=9, votes_cast=9
    )
    rounds = round_stream("kon-tum", "2024")
    book.tell(rounds, chosen, on="2025-01-20")
    classified = y.ClassificationImported(
        subject="unit:C1", level="EXCELLENT", final=True,
        relied_on=[relies(stream, use="classification")],
    )  # fmt: skip
    year = unit_year_stream("C1", 2024)
    book.tell(year, classified, on="2025-01-25")
    revoked(book, stream)
    flagged(book, stream, stream, "classification", dependent=year, value="EXCELLENT")
    assert dependents(book) == [
        (1, rounds, "selection:giay_khen", "unit:C1", ""),
        (1, year, "classification", "EXCELLENT", ""),
    ]
    looked_at(book, stream, stream, "classification")
    assert dependents(book)[1] == (1, year, "classification", "EXCELLENT", "stands")
    assert dependents(book, as_of=date(2025, 1, 24)) == []


def test_the_rewards_of_the_recognition_itself_are_recalled(book):
    stream = book.case()
    decided(book, stream)
    rewarded(book, stream)
    rewarded(book, stream, "bang_khen")
    revoked(book, stream)
    recalled(book, stream, returned=False)
    assert dependents(book) == [
        (None, stream, "reward:bang_khen", "20-QĐ/ĐU", ""),
        (None, stream, "reward:giay_khen", "20-QĐ/ĐU", "not_returned"),
    ]
    recalled(book, stream, on="2025-03-09")
    assert dependents(book)[1][-1] == "returned"


def test_a_revocation_known_that_takes_effect_before_its_own_date_is_listed(book):
    stream = book.case()
    decided(book, stream)
    revoked(book, stream, "2025-03-01", "from_date", "2025-02-01")
    assert asked(book, "revoked", as_of=date(2025, 1, 31)) == []
    assert len(asked(book, "revoked", as_of=date(2025, 2, 1))) == 1
