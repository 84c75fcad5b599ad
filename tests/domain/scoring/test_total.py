from decimal import Decimal

import pytest

from tests.domain.scoring.sets import criteria, mark, outcome, scored
from words.sentences import sentence

GROUP = {"id": "I", "nodes": [{"id": "1", "kind": "points", "max": 90}], "pass_when": "sum"}
SCALE = {"base": 90, "bonus": 10, "total": 100}
BONUS = [{"id": "lead", "max": 6}, {"id": "extra", "max": 8}]
DEDUCTIONS = [
    {"id": "limited", "points": 2, "cap": 5},
    {"id": "late", "points": 3, "level": "total", "cap": 6},
    {"id": "violated", "points": 50},
]


def table(mark_to_pass=80, **fields):
    rule = {"rule": "total", "mark": mark_to_pass}
    return criteria(
        GROUP, **{"rule": rule, "scale": SCALE, "bonus": BONUS, "deductions": DEDUCTIONS, **fields}
    )


def test_the_pass_mark_is_exact():
    assert outcome(table(), mark(points=80)).passes
    assert not outcome(table(), mark(points="79.5")).passes


def test_without_a_pass_mark_nobody_passes():
    assert not outcome(criteria(GROUP, rule={"rule": "total"}, scale=SCALE), mark(points=90)).passes
    rule = {"rule": "total", "mark": 0}
    assert not outcome(criteria(GROUP, rule=rule, scale=None), mark(points=90)).passes


def test_bonus_points_may_lift_over_the_mark():
    found = outcome(table(), mark(points=76), bonus=[("lead", 4)])
    assert (found.base, found.bonus, found.total, found.passes) == (76, 4, 80, True)


def test_bonus_points_may_be_kept_out_of_the_pass_mark():
    scale = {**SCALE, "bonus_counts_for_pass": False}
    found = outcome(table(scale=scale), mark(points=76), bonus=[("lead", 4)])
    assert (found.total, found.passes) == (80, False)


def test_bonus_points_stop_at_their_reason_and_at_the_pool():
    assert outcome(table(), mark(points=50), bonus=[("lead", 9)]).bonus == 6
    assert outcome(table(), mark(points=50), bonus=[("lead", 3), ("lead", 5)]).bonus == 6
    assert outcome(table(), mark(points=50), bonus=[("lead", 6), ("extra", 8)]).bonus == 10
    assert outcome(table(), mark(points=50), bonus=[("unknown", 9), ("lead", -1)]).bonus == 0


def test_the_total_stops_at_the_scale():
    scale = {**SCALE, "total": 95}
    assert outcome(table(scale=scale), mark(points=90), bonus=[("extra", 8)]).total == 95


def test_groups_stop_at_the_base():
    scale = {**SCALE, "base": 85}
    assert outcome(table(scale=scale), mark(points=90)).total == 85


def test_a_deduction_counts_each_time_up_to_its_cap():
    found = scored(table(), mark(points=80), deductions=[("limited", 2, "1")])
    assert (found.outcome.base, found.outcome.deducted, found.outcome.total) == (80, 4, 76)
    assert found.row("1").points == 76
    assert sentence(found.row("1").why[-1], "en") == "4 points deducted."
    capped = outcome(
        table(), mark(points=80), deductions=[("limited", 2, "1"), ("limited", 1, "1")]
    )
    assert capped.deducted == 5


def test_a_deduction_never_takes_a_criterion_below_nothing():
    found = outcome(table(), mark(points=30), deductions=[("violated", 1, "1")])
    assert (found.points["1"], found.deducted, found.total) == (0, 30, 0)


def test_a_deduction_from_the_total_stops_at_its_cap_and_the_total_at_nothing():
    capped = outcome(table(), mark(points=80), deductions=[("late", 5, "")])
    assert (capped.points["1"], capped.deducted, capped.total) == (80, 6, 74)
    empty = outcome(table(), mark(points=2), deductions=[("late", 1, "")], bonus=[("lead", 1)])
    assert (empty.base, empty.deducted, empty.bonus, empty.total) == (2, 3, 1, 0)
    more = outcome(table(), mark(points=2), deductions=[("late", 1, "")], bonus=[("lead", 4)])
    assert (more.base, more.deducted, more.bonus, more.total) == (2, 3, 4, 3)


def test_an_unknown_deduction_or_a_negative_count_takes_nothing():
    deductions = [("unknown", 1, "1"), ("limited", -3, "1")]
    assert outcome(table(), mark(points=80), deductions=deductions).total == 80


def test_a_deduction_may_be_from_a_whole_group():
    assert outcome(table(), mark(points=80), deductions=[("limited", 1, "I")]).total == 78


BANDS = [
    {"range": "[90, 100]", "level": "GOOD"},
    {"range": "[70, 90)", "level": "FAIR"},
    {"range": "(, 70)", "level": "POOR"},
]


@pytest.mark.parametrize(
    ("points", "level", "passes"),
    [(90, "GOOD", True), ("89.5", "FAIR", True), (70, "FAIR", True), ("69.5", "POOR", False)],
)
def test_a_level_passes_from_its_lower_end_on(points, level, passes):
    found = outcome(
        table(rule={"rule": "bands", "level": "FAIR"}, bands=BANDS), mark(points=points)
    )
    assert (found.level, found.passes) == (level, passes)


def test_the_lowest_level_without_an_end_passes_everybody():
    rule = {"rule": "bands", "level": "POOR"}
    assert outcome(table(rule=rule, bands=BANDS), mark(points=0)).passes


def test_a_pass_rule_of_an_unknown_level_passes_nobody():
    rule = {"rule": "bands", "level": "SPLENDID"}
    assert not outcome(table(rule=rule, bands=BANDS), mark(points=90)).passes


def test_a_total_outside_all_bands_has_no_level():
    assert outcome(table(bands=BANDS[:1]), mark(points="85.5")).level == ""


def test_points_in_an_outcome_are_plain_decimals():
    found = outcome(table(), mark(points="85.50"))
    assert repr(found.total) == repr(Decimal("85.5"))
