"""Values at the edge of each rule of scoring, on both sides of it."""

from fractions import Fraction

import pytest

from domain.scoring.mean import entered_points
from domain.scoring.profile import Profile
from domain.scoring.value import Ratio
from tests.domain.scoring.sets import (
    conditions,
    criteria,
    mark,
    measured,
    one,
    outcome,
    refusals,
    row,
    scored,
    sheet,
)

BACKLOG = [{"id": "backlog", "measure": "matters_in_backlog", "passes": "= 0"}]
SCALE = {"base": 90, "bonus": 10, "total": 100}


def test_a_check_that_holds_fails_nothing_whether_it_is_measured_or_entered():
    checked = one("points", checks=BACKLOG, on_breach={"effect": "zero"})

    assert row(checked, mark(points=8), facts=measured(matters_in_backlog=Fraction(0))).met
    assert row(checked, mark(points=8), mark("1/backlog", "0")).points == 8
    assert row(checked, mark(points=8), mark("1/backlog", "1")).points == 0


@pytest.mark.parametrize(
    ("share", "read"), [("0/18", True), ("18/18", True), ("1/1", True), ("19/18", False), ("0/0", False)]
)  # fmt: skip
def test_a_share_is_of_somebody_and_of_no_more_than_there_are(share, read):
    ratio = one("ratio_of_cases", passes=">= 50 %", children={"of": "members"})

    assert (row(ratio, mark(value=share)).source == "entered") is read


@pytest.mark.parametrize(
    ("points", "codes"),
    [(0, []), ("0.5", []), ("-0.5", ["points_negative"]), (10, []), ("10.5", ["points_above"])],
)
def test_points_begin_at_nothing_and_end_at_the_maximum(points, codes):
    assert refusals(one("points"), mark(points=points)) == codes


def test_any_points_at_all_meet_a_criterion_that_asks_for_none():
    assert row(one("points"), mark(points="0.5")).met
    assert not row(one("points"), mark(points=0)).met


def test_a_group_at_its_minimum_is_met_and_below_it_is_not():
    node = {"id": "1", "kind": "points", "max": 60}
    table = criteria({"id": "A", "nodes": [node], "pass_when": "sum", "minimum": 30})

    assert outcome(table, mark(points=30)).met["A"]
    assert not outcome(table, mark(points="29.5")).met["A"]


def test_a_mean_counts_a_share_as_its_part_and_a_missing_value_as_nothing():
    series = one("series", measure="x", series={"count": 2, "need": "mean", "passes": ">= 1/2"})

    assert row(series, facts=measured(x=[Ratio(1, 4), Ratio(3, 4)])).met
    assert not row(series, facts=measured(x=[Ratio(1, 4), Ratio(2, 4)])).met
    assert row(series, facts=measured(x=[Fraction(1), None])).met
    assert not row(series, facts=measured(x=[Fraction(9, 10), None])).met


def test_a_series_of_one_value_is_one_of_one():
    series = one("series", measure="x", series={"count": 12, "passes": "= GOOD"})

    assert row(series, facts=measured(x=["GOOD"])).met
    assert not row(series, facts=measured(x=["FAIR"])).met


def test_only_a_criterion_that_is_not_met_loses_points_for_a_breach():
    table = one("threshold", passes=">= 5", on_breach={"effect": "deduct", "points": 4})

    assert entered_points(sheet(mark(value="5")), table) == {"1": 10}
    assert entered_points(sheet(mark(value="4")), table) == {"1": 6}


def test_what_has_no_value_keeps_nothing_whatever_a_breach_would_leave():
    table = one("threshold", passes=">= 5", on_breach={"effect": "deduct", "points": 4})

    assert row(table).points == 0


def test_a_cap_of_everything_leaves_nothing():
    capped = one("points", measure="b", passes="= 0", on_breach={"effect": "cap", "points": 10})

    assert row(capped, mark(points=8), facts=measured(b=Fraction(1))).points == 0


def test_a_group_of_which_nothing_applies_is_told_with_what_it_would_be_worth():
    away = {"id": "2", "kind": "points", "max": 20, "applies": {"has": ["x"]},
            "not_applicable": "exclude_and_rescale"}  # fmt: skip
    table = criteria(
        {"id": "A", "nodes": [{"id": "1", "kind": "points", "max": 80}]}, {"id": "B", "nodes": [away]}
    )  # fmt: skip
    found = scored(table, mark(points=60)).row("B")

    assert (found.source, found.maximum, found.points) == ("not_applicable", 20, None)
    assert [why.code for why in found.why] == ["not_applicable_exclude_and_rescale"]


def test_what_is_not_counted_has_no_part_in_what_others_are_scaled_up_to():
    aside = {"kind": "points", "max": 20, "applies": {"has": ["x"]}}
    nodes = [
        {"id": "1", "kind": "points", "max": 40},
        {"id": "2", **aside, "not_applicable": "not_counted"},
        {"id": "3", **aside, "not_applicable": "exclude_and_rescale"},
    ]
    table = criteria({"id": "I", "nodes": nodes, "pass_when": "sum", "max": 60})

    assert outcome(table, mark(points=30)).total == 45
    assert outcome(table, mark(points=30), profile=Profile(has=frozenset({"x"}))).total == 30


def test_a_node_that_counts_in_full_is_met_where_one_is_asked_for():
    away = {"id": "2", "kind": "toggle", "applies": {"has": ["x"]}, "not_applicable": "full"}
    table = conditions({"id": "1", "kind": "toggle"}, away)
    group = {"id": "I", "nodes": [{"id": "1", "kind": "toggle"}, away], "pass_when": 1}
    either = criteria(group, rule={"rule": "all_groups"}, scale=None)

    assert outcome(either, mark(value="false")).passes
    assert not outcome(table, mark(value="false")).passes


def test_a_deduction_counts_for_the_mark_where_the_bonus_does_not():
    scale = {**SCALE, "bonus_counts_for_pass": False}
    late = [{"id": "late", "points": 3, "level": "total"}]
    node = {"id": "1", "kind": "points", "max": 90}
    table = criteria(
        {"id": "I", "nodes": [node], "pass_when": "sum"}, scale=scale, deductions=late,
        rule={"rule": "total", "mark": 80},
    )  # fmt: skip

    assert outcome(table, mark(points=83), deductions=[("late", 1, "")]).passes
    assert not outcome(table, mark(points="82.5"), deductions=[("late", 1, "")]).passes


def test_a_level_that_begins_behind_a_number_does_not_pass_at_it():
    bands = [{"range": "(70, 100]", "level": "GOOD"}, {"range": "[0, 70]", "level": "POOR"}]
    node = {"id": "1", "kind": "points", "max": 90}
    table = criteria(
        {"id": "I", "nodes": [node], "pass_when": "sum"}, bands=bands,
        rule={"rule": "bands", "level": "GOOD"},
    )  # fmt: skip

    assert not outcome(table, mark(points=70)).passes
    assert outcome(table, mark(points="70.5")).passes


def test_a_measured_figure_in_a_band_is_used_and_shown():
    bands = one("bands", measure="x", bands=[{"range": "[0, 45]", "points": 1}])
    found = row(bands, facts=measured(x=Fraction(45)))

    assert (found.source, found.value, found.points) == ("measured", "45", 1)
    assert row(bands, facts=measured(x=Fraction(46))).source == "missing"


def test_a_breach_on_the_sheet_is_refused_only_where_the_record_shows_none():
    table = one("threshold", measure="breaches", passes="= 0")

    assert refusals(table, mark(value="1"), facts=measured(breaches=Fraction(2))) == []
    assert refusals(table, mark(value="1")) == []
