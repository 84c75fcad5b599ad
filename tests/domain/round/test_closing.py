"""Lock, reopen, seal: in this order, and by an organ above the units of the round."""

import pytest

from domain.events import round as r
from domain.round.closing import lock_refusals, reopen_refusals, seal_refusals
from tests.domain.round.asking import ROUND, a_case, a_round, said

SEAL = {"digest": "a" * 64}


def test_a_round_is_locked_once_until_it_is_reopened():
    world = a_round()
    assert said(lock_refusals, world, "lock-round", {}) == []

    world.give(ROUND, r.RoundLocked(), on="2024-05-01")
    assert said(lock_refusals, world, "lock-round", {}) == [
        ("", "The round 2024 (kon-tum) is locked; to change it, reopen it with a reason.")
    ]

    world.give(ROUND, r.RoundReopened(), on="2024-05-02")
    assert said(lock_refusals, world, "lock-round", {}) == []


def test_a_round_that_is_not_locked_is_neither_reopened_nor_sealed():
    world = a_round()
    told = ("", "The round 2024 (kon-tum) is not locked.")
    assert said(reopen_refusals, world, "reopen-round", {}) == [told]
    assert said(seal_refusals, world, "seal-round", SEAL) == [told]

    world.give(ROUND, r.RoundLocked(), on="2024-05-01")
    assert said(reopen_refusals, world, "reopen-round", {}) == []
    assert said(seal_refusals, world, "seal-round", SEAL) == []


def test_a_round_is_sealed_once_while_it_is_locked_and_with_a_review():
    world = a_round()
    world.give(ROUND, r.RoundLocked(), r.RoundSealed(digest="a" * 64), on="2024-05-01")
    assert said(seal_refusals, world, "seal-round", SEAL) == [
        ("", "The round 2024 (kon-tum) is sealed already; to seal it again, reopen and lock it.")
    ]

    world.give(ROUND, r.RoundReopened(), r.RoundLocked(), on="2024-05-02")
    assert said(seal_refusals, world, "seal-round", SEAL) == []
    assert said(seal_refusals, world, "seal-round", {}) == [
        ("", "There is no review of the round 2024 (kon-tum) to seal.")
    ]


@pytest.mark.parametrize(
    ("organ", "above"),
    [("C/standing_committee", True), ("P/standing_committee", True), ("X/cell", False), ("Z/cell", False)],
)  # fmt: skip
def test_a_round_with_cases_is_closed_by_an_organ_above_one_of_them(organ, above):
    world = a_round()
    assert said(lock_refusals, world, "lock-round", {}, organ=organ) == []

    a_case(world, "X")
    told = said(lock_refusals, world, "lock-round", {}, organ=organ)
    assert (told == []) is above
    if not above:
        [(about, reason)] = told
        assert about == ""
        assert reason.endswith(" is not above any unit of the round 2024 (kon-tum).")


def test_an_organ_above_one_of_several_units_closes_the_round():
    world = a_round()
    a_case(world, "P")
    a_case(world, "X")

    assert said(lock_refusals, world, "lock-round", {}) == []
