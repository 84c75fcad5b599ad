"""Targets and quotas: what is counted, among whom, against which mark."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from domain.events import case as c
from domain.events import details as d
from domain.programme.oversight import Quota
from domain.programme.reading import read
from tests.projections.review.asking import asked
from tests.projections.review.course import decided, recalled, revoked, rewarded
from tests.support.five_goods import FILE
from tests.support.world import PROGRAMMES, edition_at

SIXTH = edition_at(FILE)
SON_LA = edition_at(PROGRAMMES / "son-la.yaml")
CELL = {"programme": "nam-tot", "version": SIXTH.version, "subject_kind": "cell", "title": "cell"}


@pytest.fixture
def cells(book):
    """Ten cells under one committee, each with a case."""
    book.programme(SIXTH)
    book.unit("DB", "Đảng bộ", kind="BASE_COMMITTEE")
    for at in range(10):
        book.unit(f"X{at}", f"Chi bộ {at}", kind="SUBORDINATE_CELL", parent="DB")
    return [book.case(f"X{at}", **CELL) for at in range(10)]


def target(book, **question):
    [row] = asked(book, "targets", programme="nam-tot", **question)
    return (row["count"], row["among"], row["share"], row["wanted"], row["met"])


def test_nine_of_ten_cells_reach_ninety_percent(book, cells):
    for stream in cells[:9]:
        decided(book, stream)
    assert target(book) == (9, 10, Fraction(9, 10), ">= 90 %", True)


def test_a_revocation_brings_the_share_below(book, cells):
    for stream in cells[:9]:
        decided(book, stream)
    before = book.ledger.head().position
    revoked(book, cells[0])
    assert target(book) == (8, 10, Fraction(4, 5), ">= 90 %", False)
    assert target(book, known_at=before)[-1] is True


def test_a_cell_without_a_case_counts_among_those_that_could_be_recognised(book, cells):
    for stream in cells:
        decided(book, stream)
    for at in (10, 11):
        book.unit(f"X{at}", kind="SUBORDINATE_CELL", parent="DB")
    assert target(book) == (10, 12, Fraction(5, 6), ">= 90 %", False)


@pytest.mark.usefixtures("cells")
def test_a_case_of_another_kind_is_not_asked_about(book):
    decided(book, book.case("DB", **CELL | {"subject_kind": "committee"}))
    assert target(book)[:2] == (0, 10)


def registered(book, unit, *answers):
    of = {"programme": "son-la", "version": SON_LA.version, "subject_kind": "department_cell"}
    stream = book.case(unit, at="registered", **of)
    forwarded = ("registered", "registration_forwarded")
    book.act(stream, c.RegistrationForwarded, d.Forwarding(), forwarded, "2024-04-10")
    for accepted in answers:
        end = "registration_accepted" if accepted else "registration_declined"
        details = d.RegistrationReply(accepted=accepted)
        way = ("registration_forwarded", end)
        book.act(stream, c.RegistrationAnswered, details, way, "2024-04-20")
    return stream


@pytest.mark.parametrize(("answers", "count"), [((), 0), ((False,), 0), ((True,), 1)])
def test_at_least_one_accepted_registration_is_wanted(book, answers, count):
    book.programme(SON_LA)
    registered(book, "X1", *answers)
    [row] = asked(book, "targets")
    assert (row["target"], row["count"], row["wanted"], row["met"]) == (
        "one_registered", count, ">= 1", count >= 1,
    )  # fmt: skip


def quota(book, **question):
    [row] = asked(book, "quotas", **question)
    return (row["count"], row["among"], row["allowed"], row["share"], row["kept"])


def test_a_fifth_of_nine_counted_down_is_one(book, cells):
    for stream in cells[:9]:
        decided(book, stream)
    rewarded(book, cells[0], "star")
    assert quota(book) == (1, 9, 1, Fraction(1, 9), True)
    rewarded(book, cells[1], "star")
    assert quota(book) == (2, 9, 1, Fraction(2, 9), False)
    recalled(book, cells[1], "star")
    assert quota(book)[-1] is True


def test_another_reward_does_not_count_and_a_revocation_lowers_what_is_allowed(book, cells):
    for stream in cells[:5]:
        decided(book, stream)
    rewarded(book, cells[0], "two_months")
    rewarded(book, cells[0], "star")
    assert quota(book) == (1, 5, 1, Fraction(1, 5), True)
    revoked(book, cells[4])
    assert quota(book) == (1, 4, 0, Fraction(1, 4), False)


@pytest.mark.usefixtures("cells")
def test_nobody_recognised_allows_nobody(book):
    assert quota(book) == (0, 0, 0, None, True)


def test_within_similar_units_each_group_has_its_own_quota(book):
    tree = msgspec.json.decode(SIXTH.content)
    tree["quotas"] = {
        "q": {"vi": "v", "en": "e", "measure": "recognised", "of": "registered",
              "at_most": "50 %", "within": "org_type"}
    }  # fmt: skip
    edition = read(tree)
    book.programme(edition)
    of = CELL | {"version": edition.version}
    for at, (org_type, level) in enumerate(
        [("agency", "PASS"), ("agency", "PASS"), ("unit", "PASS"), ("unit", "FAIL")]
    ):
        decided(book, book.case(f"X{at}", **of, org_type=org_type), level)
    found = [
        (row["group"], row["count"], row["allowed"], row["kept"]) for row in asked(book, "quotas")
    ]
    assert found == [("agency", 2, 1, False), ("unit", 1, 1, True)]


def test_a_quota_can_hold_under_each_superior(book, cells):
    tree = msgspec.json.decode(SIXTH.content)
    tree["quotas"]["stars"]["within"] = "superior"
    edition = read(tree)
    assert edition.programme.quotas["stars"] == Quota(
        vi="Không quá 20 % được Ngôi sao tháng", en="At most 20 % get the star",
        measure="rewarded", of="recognised", at_most="20 %", reward="star", within="superior",
    )  # fmt: skip
    book.programme(edition)
    decided(book, cells[0])
    assert [row["group"] for row in asked(book, "quotas")] == ["DB"]
