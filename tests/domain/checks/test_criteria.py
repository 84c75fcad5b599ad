"""Criteria, points and ranges: they add up, leave no hole and can be reached."""

import pytest

from application.intake.programme_files import load
from domain.checks import check_tree
from tests.domain.programme.trees import GONE, changed, said, told, tree
from tests.support.world import PROGRAMMES

CELL = "criteria.cell"
GROUPS = f"{CELL}.groups"


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1e999999999", -1, 1_000_001, "0.00001"])
def test_points_are_numbers_that_somebody_can_mean(amount):
    assert told((f"{CELL}.pass.mark", amount)) == [f"{CELL}.pass.mark"]


def test_the_groups_make_the_base_and_the_nodes_their_group():
    assert told((f"{GROUPS}.0.max", 21)) == [GROUPS, f"{GROUPS}.0.max"]
    assert told((f"{GROUPS}.0.nodes.0.max", 19)) == [f"{GROUPS}.0.max"]
    assert said((f"{GROUPS}.0.nodes.0.max", 19)) == [
        "The maxima add up to 19, they must make 20; mend the points."
    ]


def test_without_a_scale_no_points_are_added_up():
    wrong = ("criteria.member.groups.0.max", 21)
    assert told(wrong) == []


def test_a_group_inside_a_group_adds_up_too():
    inner = {"id": "A.2", "kind": "group", "vi": "v", "en": "e", "max": 9, "nodes": [
        {"id": "A.2.1", "kind": "points", "max": 8, "vi": "v", "en": "e"}]}  # fmt: skip
    first = ("criteria.cell.groups.0.nodes.0.max", 11)
    assert told(first, (f"{GROUPS}.0.nodes.1", inner)) == [f"{GROUPS}.0.nodes.1.max"]
    assert told(first, (f"{GROUPS}.0.nodes.1", {**inner, "max": 9, "nodes": [
        {"id": "A.2.1", "kind": "points", "max": 9, "vi": "v", "en": "e"}]})) == []  # fmt: skip


def test_nodes_of_another_subject_kind_are_not_added_to_it():
    first = {"id": "A.1", "kind": "points", "max": 20, "vi": "v", "en": "e"}
    other = {**first, "id": "A.2", "applies": {"subjects": ["committee"]}}
    assert told((f"{GROUPS}.0.nodes.1", other)) == []
    mine = {**other, "applies": {"subjects": ["cell"]}}
    assert told((f"{GROUPS}.0.nodes.1", mine)) == [f"{GROUPS}.0.max"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"org_types": ["STATE"]}, {"org_types": ["VILLAGE"]}),
        ({"has": ["cell_committee"]}, {"lacks": ["cell_committee"]}),
        ({"months": [1, 2, 3, 4, 5, 6]}, {"months": [7, 8, 9, 10, 11, 12]}),
    ],
)
def test_alternatives_add_up_each_by_itself_and_leave_no_hole(one, other):
    first = {"id": "A.1", "kind": "points", "max": 20, "vi": "v", "en": "e", "applies": one}
    second = {**first, "id": "A.2", "applies": other}
    types = ("org_types", {name: {"vi": "v", "en": "e"} for name in ("STATE", "VILLAGE")})

    def told_of(*nodes):
        return told(types, (f"{GROUPS}.0.nodes", [*nodes]))

    assert told_of(first, second) == []
    assert told_of(first, {**second, "max": 19}) == [f"{GROUPS}.0.max"]
    assert told_of(first) == [f"{GROUPS}.0.max"]
    assert told_of({**first, "not_applicable": "full"}) == []


def test_the_scale_lies_between_its_base_and_base_with_bonus():
    for total in (94, 101):
        assert f"{CELL}.scale.total" in told((f"{CELL}.scale.total", total))


def test_points_need_the_mark_that_passes_within_the_scale():
    assert told((f"{CELL}.pass", {"rule": "total"})) == [f"{CELL}.pass"]
    assert told((f"{CELL}.pass.mark", 101)) == [f"{CELL}.pass.mark"]
    assert told((f"{CELL}.pass.mark", 100)) == []


@pytest.mark.parametrize(
    "rule", [{"rule": "total", "mark": 70}, {"rule": "bands", "level": "PASS"}]
)
def test_a_rule_by_points_needs_a_scale(rule):
    assert told((f"{CELL}.scale", GONE), (f"{CELL}.pass", rule)) == [f"{CELL}.pass"]


def test_a_rule_by_bands_names_one_of_them():
    assert told((f"{CELL}.pass", {"rule": "bands", "level": "PASS"})) == []
    assert told((f"{CELL}.pass", {"rule": "bands", "level": "GOOD"})) == [f"{CELL}.pass"]
    assert told((f"{CELL}.pass", {"rule": "bands"})) == [f"{CELL}.pass"]


def test_the_best_level_and_the_best_band_are_what_the_criterion_is_worth():
    levels, bands = f"{GROUPS}.2.nodes.0.levels", f"{GROUPS}.1.nodes.0.bands"
    assert told((f"{levels}.0.points", 16)) == [levels]
    assert told((f"{bands}.2.points", 29)) == [bands]


def test_a_minimum_is_not_above_the_group():
    assert told((f"{GROUPS}.0.minimum", 21)) == [f"{GROUPS}.0.minimum"]
    assert told((f"{GROUPS}.0.minimum", 20)) == []


def test_no_more_items_are_needed_than_there_are():
    for many in (0, 2):
        assert told((f"{GROUPS}.0.pass_when", many)) == [f"{GROUPS}.0.pass_when"]
    assert told((f"{GROUPS}.0.pass_when", 1)) == []


def test_a_condition_beside_given_points_costs_some_where_it_fails():
    node = f"{GROUPS}.0.nodes.0"
    check = {"id": "c", "vi": "v", "en": "e"}
    assert told((f"{node}.checks", [check])) == [f"{node}.checks.0"]
    costs = (f"{node}.on_breach", {"effect": "deduct", "points": 1})
    assert told((f"{node}.checks", [check]), costs) == []


@pytest.mark.parametrize(
    ("band", "range_", "flaw"),
    [
        (1, "[72, 90)", "[70, 72)"),
        (0, "[1, 70)", "[0, 1)"),
        (2, "[90, 100)", "[100, 100]"),
        (1, "[65, 90)", "[65, 70)"),
        (1, "[70, 90]", "[90, 90]"),
    ],
)
def test_levels_of_the_total_leave_no_hole_and_do_not_overlap(band, range_, flaw):
    change = (f"{CELL}.bands.{band}.range", range_)
    assert told(change) == [f"{CELL}.bands"]
    assert flaw in said(change)[0]


def test_levels_of_the_total_end_with_the_scale():
    assert told((f"{CELL}.bands.2.range", "[90, 120]")) == [f"{CELL}.bands.2.range"]
    assert told((f"{CELL}.bands.2.range", "[90, )")) == []


def test_bands_of_a_criterion_leave_no_hole_and_do_not_overlap():
    bands = f"{GROUPS}.1.nodes.0.bands"
    assert told((f"{bands}.1.range", "[60 %, 80 %)")) == [bands]
    assert told((f"{bands}.1.range", "[40 %, 80 %)")) == [bands]
    assert told((f"{bands}.2.range", "[80 %, 90 %]")) == [bands]


@pytest.mark.parametrize("range_", ["70-90", "[90, 70)", "[a, b)", ""])
def test_a_range_that_cannot_be_read_is_told(range_):
    assert told((f"{CELL}.bands.1.range", range_)) == [f"{CELL}.bands.1.range"]


@pytest.mark.parametrize("passes", ["at least 90", ">=", "85 %", ">= 85 % of them"])
def test_a_comparison_that_cannot_be_read_is_told(passes):
    assert told((f"{GROUPS}.3.nodes.0.passes", passes)) == [f"{GROUPS}.3.nodes.0.passes"]


def test_comparisons_of_checks_series_and_targets_are_read_too():
    node = f"{GROUPS}.3.nodes.0"
    check = [{"id": "a", "vi": "v", "en": "e", "passes": "none"}]
    assert told((f"{node}.checks", check)) == [f"{node}.checks.0.passes"]
    assert told((f"{node}.series", {"passes": "all"})) == [f"{node}.series.passes"]
    target = {"vi": "v", "en": "e", "measure": "registered", "passes": "many"}
    assert told(("targets", {"t": target})) == ["targets.t.passes"]


@pytest.mark.parametrize(
    ("group", "part"), [(1, "bands"), (2, "levels"), (3, "passes"), (4, "children"), (4, "passes")]
)
def test_a_criterion_has_what_its_kind_is_scored_by(group, part):
    node = f"{GROUPS}.{group}.nodes.0"
    assert told((f"{node}.{part}", GONE)) == [f"{node}.kind"]


def test_a_classification_asks_for_a_level_that_there_is():
    node = "criteria.committee.groups.4.nodes.0"
    external = {"instrument": "classification"}
    change = (f"{node}.kind", "external_result"), (f"{node}.children", GONE)
    assert told(*change, (f"{node}.external", external)) == [f"{node}.kind"]
    known = {**external, "at_least": "WELL"}
    assert told(*change, (f"{node}.external", known)) == []
    unknown = {**external, "at_least": "SPLENDID"}
    assert told(*change, (f"{node}.external", unknown)) == [f"{node}.external.at_least"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (f"{GROUPS}.1.nodes.0.id", "A.1"),
        (f"{GROUPS}.1.id", "A"),
        (f"{GROUPS}.1.nodes.0.id", "A"),
        (f"{GROUPS}.2.nodes.0.levels.1.id", "tot"),
    ],
)
def test_an_id_stands_once(path, name):
    assert told((path, name)) == [path]


def test_reasons_for_bonus_and_deduction_have_ids_of_their_own():
    for section in ("bonus", "deductions"):
        again = tree()["criteria"]["cell"][section][0]
        assert told((f"{CELL}.{section}.1", again)) == [f"{CELL}.{section}.1.id"]


def test_a_set_has_a_group():
    assert told(("criteria.member.groups", [])) == ["criteria.member.groups"]


def test_an_instrument_is_checked_as_well():
    found = tree(PROGRAMMES / "an-phu.yaml")
    assert check_tree(load(PROGRAMMES / "an-phu.yaml")[0]) == []
    bands, measure = "criteria.cell_meeting.bands", "measures.attendance_rate.from"
    wrong = [(f"{bands}.0.range", "[91, 100]"), (measure, "applause")]
    assert told(*wrong, of=found) == [measure, bands]
    assert changed(("sources.HD-42.parent", "CT-51"), of=found)
    assert "sources.HD-42.parent" in told(of=found)
