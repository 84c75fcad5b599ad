from fractions import Fraction

import pytest

from domain.scoring.profile import Profile
from tests.domain.scoring.sets import conditions, criteria, mark, measured, one, outcome, row
from words.sentences import sentence

FACTS = measured(breaches=Fraction(1))


def gated(effect, points=0):
    breach = {"effect": effect, "points": points}
    return one("points", measure="breaches", passes="= 0", on_breach=breach)


@pytest.mark.parametrize(
    ("effect", "points"), [("none", 8), ("deduct", 5), ("cap", 7), ("zero", 0), ("knockout", 0)]
)
def test_a_breach_does_what_the_criterion_says(effect, points):
    breached = row(gated(effect, points=3), mark(points=8), facts=FACTS)
    assert (breached.points, breached.met) == (points, False)
    kept = row(gated(effect, points=3), mark(points=8), facts=measured(breaches=Fraction(0)))
    assert (kept.points, kept.met) == (8, True)


def test_points_under_the_cap_of_a_breach_are_kept():
    assert row(gated("cap", points=3), mark(points=7), facts=FACTS).points == 7
    assert row(gated("cap", points=3), mark(points=6), facts=FACTS).points == 6


def test_a_deduction_for_a_breach_stops_at_nothing():
    assert row(gated("deduct", points=9), mark(points=8), facts=FACTS).points == 0


@pytest.mark.parametrize(
    ("effect", "points"), [("none", 0), ("deduct", 6), ("zero", 0), ("knockout", 0)]
)
def test_a_threshold_that_is_missed_keeps_what_the_breach_leaves(effect, points):
    breach = {"effect": effect, "points": 4}
    assert row(one("threshold", passes="= 0", on_breach=breach), mark(value="1")).points == points


def test_a_knock_out_fails_whatever_the_total():
    gate = {"id": "1", "kind": "threshold", "passes": "= 0", "on_breach": {"effect": "knockout"}}
    rest = {"id": "2", "kind": "points", "max": 100}
    rule = {"rule": "total", "mark": 80}
    bands = [{"range": "[80, 100]", "level": "high"}]
    table = criteria({"id": "I", "nodes": [gate, rest]}, rule=rule, bands=bands)
    breached = outcome(table, mark(value="1"), mark("2", points=100))
    assert (breached.total, breached.passes, breached.knockouts) == (100, False, ["1"])
    assert breached.level == ""
    assert outcome(table, mark(value="0"), mark("2", points=100)).level == "high"


def test_a_knock_out_criterion_left_open_does_not_pass():
    gate = {"id": "1", "kind": "threshold", "passes": "= 0", "on_breach": {"effect": "knockout"}}
    assert outcome(conditions(gate)).knockouts == ["1"]
    assert outcome(conditions(gate), mark(value="0")).passes


def test_points_of_a_gated_criterion_may_carry_the_entered_value_of_the_gate():
    assert row(gated("zero"), mark(value="2", points=8)).points == 0
    assert row(gated("zero"), mark(value="0", points=8)).points == 8
    assert row(gated("zero"), mark(points=8)).points == 8


def test_a_level_is_gated_by_its_measure():
    levels = one(
        "levels",
        levels=[{"id": "good", "points": 10}],
        measure="breaches",
        passes="= 0",
        on_breach={"effect": "zero"},
    )
    assert row(levels, mark(value="good"), facts=FACTS).points == 0
    assert row(levels, mark(value="good")).points == 10


CHECKS = [
    {"id": "backlog", "measure": "matters_in_backlog", "passes": "= 0"},
    {"id": "open", "passes": ""},
]


def test_each_check_can_fail_its_criterion():
    checked = one("points", checks=CHECKS)
    assert row(checked, mark(points=8)).met
    failed = row(checked, mark(points=8), facts=measured(matters_in_backlog=Fraction(1)))
    assert (failed.met, failed.points) == (False, 8)
    assert sentence(failed.why[1], "en") == "“backlog” fails: 1, asked = 0."


def test_a_check_may_be_entered_beside_its_criterion():
    checked = one("points", checks=CHECKS, on_breach={"effect": "zero"})
    assert row(checked, mark(points=8), mark("1/open", "false")).points == 0
    assert row(checked, mark(points=8), mark("1/open", "true")).points == 8
    assert row(checked, mark(points=8), mark("1/backlog", "2")).points == 0
    assert row(checked, mark(points=8), mark("1/backlog", "unknown")).points == 8


def test_a_check_is_asked_only_of_those_it_applies_to():
    only = [{"id": "c", "passes": "= 0", "applies": {"subjects": ["cell"]}}]
    checked = one("points", checks=only, on_breach={"effect": "zero"})
    entered = mark(points=8), mark("1/c", "1")
    assert row(checked, *entered, profile=Profile(subject_kind="cell")).points == 0
    assert row(checked, *entered, profile=Profile(subject_kind="committee")).points == 8
