from fractions import Fraction

import pytest

from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import validate
from domain.scoring.value import Ratio
from tests.domain.scoring.sets import criteria, mark, measured, one, outcome, refusals, sheet
from tests.support.shown import assert_shown
from words.sentences import sentence

LEVELS = [{"id": "good", "points": 10}, {"id": "fair", "points": 7}]


def test_a_sheet_in_order_is_not_refused():
    assert refusals(one("points"), mark(points="7.5"), complete=True) == []


def test_a_mark_on_an_unknown_node_is_refused():
    assert refusals(one("points"), mark("9", points=1)) == ["node_unknown"]
    assert refusals(one("points"), mark("I", points=1)) == ["node_unknown"]


def test_a_node_marked_twice_is_refused():
    assert refusals(one("points"), mark(points=1), mark(points=2)) == ["node_twice"]


def test_a_mark_on_a_node_that_does_not_apply_is_refused():
    table = one("points", applies={"org_types": ["village"]})
    assert refusals(table, mark(points=1)) == ["node_not_due"]
    assert refusals(table, mark(points=1), profile=Profile(org_type="village")) == []


def test_a_mark_below_a_group_that_does_not_apply_is_refused():
    inner = {
        "id": "4", "kind": "group", "applies": {"has": ["x"]},
        "nodes": [{"id": "1", "kind": "points", "max": 5}],
    }  # fmt: skip
    table = criteria({"id": "I", "nodes": [inner]})
    assert refusals(table, mark(points=1)) == ["node_not_due"]
    assert refusals(table, mark(points=1), profile=Profile(has=frozenset({"x"}))) == []


@pytest.mark.parametrize(
    ("points", "code"),
    [(-1, "points_negative"), ("10.5", "points_above"), ("7.3", "points_off_step")],
)
def test_points_outside_the_criterion_are_refused(points, code):
    assert refusals(one("points"), mark(points=points)) == [code]
    assert refusals(one("points"), mark(value=str(points))) == [code]


def test_an_individual_keeps_to_the_step_of_the_node_and_a_collective_may_round():
    whole = one("points", step=1)
    assert refusals(whole, mark(points="7.5"), individual=True) == ["points_off_step"]
    assert refusals(whole, mark(points="7.5")) == []
    assert refusals(whole, mark(points="7.3")) == ["points_off_step"]


def test_an_unknown_level_is_refused_and_the_known_ones_are_named():
    table = one("levels", levels=LEVELS)
    found = validate(table, Profile(), sheet(mark(value="best")), Facts())
    [reason] = found
    assert reason.code == "level_unknown"
    assert [str(reason.values[name]) for name in ("node", "level")] == ["1", "best"]
    assert [str(each) for each in reason.values["known"].value] == ["good", "fair"]


SERIES = one("series", series={"count": 12, "passes": ">= 90"})


@pytest.mark.parametrize("value", ["11/12", "95; 92; -", "95", "-; 90"])
def test_a_series_is_read_as_how_many_passed_or_one_by_one(value):
    assert refusals(SERIES, mark(value=value)) == []


GRADES = one("series", series={"count": 4, "passes": "= GOOD"})
CLASSED = one("external_result", external={"instrument": "classification"})


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (one("toggle"), "true (yes, met) or false"), (one("points"), "a number"),
        (one("threshold", passes=">= 85 %"), "17/20"), (one("threshold", passes="= GOOD"), "(GOOD)"),
        (one("threshold", passes=">= 3"), "a number"), (SERIES, "12/12"), (GRADES, "4/4"), (GRADES, "(GOOD)"),
        (one("ratio_of_cases", passes=">= 50 %"), "17/20"), (CLASSED, "(EXCELLENT)"),
        (one("bands", bands=[{"range": "[0, 10]"}]), "a number"),
        (one("bands", bands=[{"range": "[0 %, 10 %]"}]), "17/20"),
        (one("bands", bands=[{"range": "[0, 10]", "level": "WELL"}]), "(WELL)"),
    ],
)  # fmt: skip
def test_who_wrote_a_value_otherwise_is_told_how_it_is_written(table, told):
    [reason] = validate(table, Profile(), sheet(mark(value="twelve")), Facts())

    assert told in sentence(reason, "en")


@pytest.mark.parametrize(("passes", "told"), [("= 0", "a number"), ("", "true (yes")])
def test_how_a_check_is_written_is_told_too(passes, told):
    checked = one("points", checks=[{"id": "backlog", "passes": passes}])
    [reason] = validate(checked, Profile(), sheet(mark("1/backlog", "few")), Facts())

    assert told in sentence(reason, "en")


def test_a_value_beside_points_is_one_that_can_be_read():
    gated = one("points", measure="breaches", passes="= 0")

    assert refusals(gated, mark(value="none", points=8)) == ["value_unreadable"]
    assert refusals(one("points"), mark(value="eight", points=8)) == ["value_unreadable"]
    assert refusals(one("points"), mark(value="8", points=8)) == []


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (one("toggle"), "maybe"),
        (one("points"), "many"),
        (one("threshold", passes=">= 85 %"), "most"),
        (one("threshold", passes="= GOOD"), "85 %"),
        (one("series", series={"count": 4, "passes": "= GOOD"}), "GOOD,GOOD,GOOD,GOOD,GOOD"),
        (SERIES, "twelve"),
        (SERIES, "11 of 12"),
        (SERIES, "11/11"),
        (SERIES, "95; many; 90"),
        (SERIES, "GOOD"),
        (one("series", series={"count": 4, "passes": "= GOOD"}), "GOOD; fine"),
        (one("series", series={"count": 4, "passes": "= GOOD"}), "3"),
        (one("threshold", passes=">= GOOD"), "GOODISH"),
        (one("threshold", passes=">= 85 %"), "17/0"),
        (one("ratio_of_cases", passes=">= 50 %"), "19/18"),
        (one("external_result", external={"instrument": "classification"}), "GOOD"),
        (one("bands", bands=[{"range": "[0, 10]"}]), "few"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused(table, value):
    assert refusals(table, mark(value=value), complete=True) == ["value_unreadable"]


def test_a_value_between_the_bands_is_refused():
    bands = [{"range": "[0, 45]", "points": 1}, {"range": "[60, 90]", "points": 5}]
    assert refusals(one("bands", bands=bands), mark(value="50")) == ["value_in_no_band"]
    assert refusals(one("bands", bands=bands), mark(value="60")) == []


def test_points_beside_a_value_that_is_worth_others_are_refused():
    table = one("levels", levels=LEVELS)
    assert refusals(table, mark(value="fair", points=8)) == ["points_disagree"]
    assert refusals(table, mark(value="fair", points=7)) == []
    assert refusals(table, mark(points=8)) == []
    assert refusals(table, mark(value="best", points=8)) == ["level_unknown"]


def test_the_value_of_a_gate_beside_points_is_no_disagreement():
    gated = one("points", measure="breaches", passes="= 0")
    assert refusals(gated, mark(value="1", points=8)) == []


def test_a_check_may_be_marked_and_must_be_readable():
    checked = one("points", checks=[{"id": "backlog", "passes": "= 0"}, {"id": "open"}])
    assert refusals(checked, mark("1/backlog", "2"), mark("1/open", "true")) == []
    assert refusals(checked, mark("1/backlog", "few")) == ["value_unreadable"]
    assert refusals(checked, mark("1/open", "perhaps")) == ["value_unreadable"]


def test_a_complete_sheet_leaves_no_node_open():
    assert refusals(one("points"), complete=True) == ["node_missing"]
    assert refusals(one("points"), mark(value="  "), complete=True) == ["node_missing"]
    assert refusals(one("points")) == []


def test_a_complete_sheet_says_how_far_was_reached_what_a_check_asks():
    """What must not have happened has not as long as nothing is recorded; what must be reached is known."""
    reached = one("points", checks=[{"id": "target", "measure": "met", "passes": ">= 90 %"}])
    assert refusals(reached, mark(points=8), complete=True) == ["check_missing"]
    assert refusals(reached, mark(points=8)) == []
    assert refusals(reached, mark(points=8), complete=True, individual=True) == []
    assert refusals(reached, mark(points=8), mark("1/target", "90 %"), complete=True) == []
    told = measured(met=Fraction(1, 2))
    assert refusals(reached, mark(points=8), facts=told, complete=True) == []
    avoided = one("points", checks=[{"id": "backlog", "measure": "b", "passes": "= 0"}])
    assert refusals(avoided, mark(points=8), complete=True) == []


def test_a_measured_node_or_one_that_does_not_apply_is_not_open():
    table = one("threshold", measure="attendance", passes=">= 85 %")
    assert refusals(table, facts=measured(attendance=Ratio(1, 2)), complete=True) == []
    assert refusals(one("points", applies={"has": ["x"]}), complete=True) == []


def test_the_maximum_needs_evidence_where_the_node_asks_for_it():
    proven = one("points", evidence=True)
    assert refusals(proven, mark(points=10)) == ["evidence_missing"]
    assert refusals(proven, mark(points="9.5")) == []
    assert refusals(proven, mark(points=10, evidence=["M1"])) == []
    assert refusals(one("points"), mark(points=10)) == []


def test_a_sheet_that_tells_of_a_breach_the_record_does_not_know_is_refused():
    table = one("threshold", measure="members_in_breach", passes="= 0")
    clean, broken = measured(members_in_breach=Fraction(0)), measured(members_in_breach=Fraction(1))
    assert refusals(table, mark(value="1"), facts=clean) == ["fact_not_recorded"]
    assert refusals(table, mark(value="0"), facts=clean) == []
    assert refusals(table, mark(value="0"), facts=broken) == []
    assert refusals(table, facts=clean) == []


def test_a_measured_value_is_its_own_evidence():
    table = one("threshold", measure="attendance", passes=">= 85 %", evidence=True)
    assert refusals(table, mark(value="1/1"), facts=measured(attendance=Ratio(1, 1))) == []
    assert refusals(table, mark(value="1/1")) == ["evidence_missing"]


def test_a_condition_without_points_needs_evidence_when_it_is_met():
    table = one("toggle", evidence=True, max=0)
    assert refusals(table, mark(value="true")) == ["evidence_missing"]
    assert refusals(table, mark(value="false")) == []


POOLS = {
    "scale": {"base": 90, "bonus": 10, "total": 100},
    "bonus": [{"id": "lead", "max": 6}],
    "deductions": [
        {"id": "limited", "points": 2},
        {"id": "late", "points": 3, "level": "total"},
    ],
}
POOLED = criteria({"id": "I", "nodes": [{"id": "1", "kind": "points", "max": 90}]}, **POOLS)


@pytest.mark.parametrize(
    ("bonus", "codes"),
    [
        ([("lead", 6)], []),
        ([("lead", "6.5")], []),
        ([("lead", 4), ("lead", 4)], []),
        ([("fame", 1)], ["bonus_unknown"]),
        ([("lead", -1)], ["bonus_negative"]),
    ],
)
def test_bonus_points_have_a_known_reason_and_are_none_below_nothing(bonus, codes):
    assert refusals(POOLED, bonus=bonus) == codes


def test_a_bonus_above_a_maximum_is_cut_under_one_reason_as_under_two():
    """D-06."""
    for bonus in ([("lead", 40)], [("lead", 40), ("lead", 1)]):
        assert outcome(POOLED, mark(points=80), bonus=bonus).bonus == POOLED.bonus[0].max


@pytest.mark.parametrize(
    ("deductions", "codes"),
    [
        ([("limited", 1, "1"), ("limited", 1, "I"), ("late", 2, "")], []),
        ([("limited", 0, "1")], ["deduction_times"]),
        ([("limited", 1, "")], ["deduction_from_nothing"]),
        ([("limited", 1, "9")], ["deduction_from_nothing"]),
        ([("late", 1, "1")], ["deduction_from_total"]),
        ([("fame", 1, "1")], ["deduction_unknown"]),
    ],
)
def test_a_deduction_has_a_known_reason_and_place(deductions, codes):
    assert refusals(POOLED, deductions=deductions) == codes


def test_every_reason_is_told_at_once():
    table = one("levels", levels=LEVELS, evidence=True)
    found = refusals(table, mark("9"), mark(value="best"), bonus=[("fame", 1)])
    assert found == ["bonus_unknown", "node_unknown", "level_unknown"]


def test_evidence_that_a_mark_names_is_evidence_of_the_case():
    named = sheet(mark(points=5, evidence=["mc-1", "mc-2"]))
    given = (one("points"), Profile(), named, Facts())
    [reason] = validate(*given, evidence={"mc-1"})

    assert_shown(reason)
    assert (reason.code, reason.about) == ("mark_evidence_unknown", "sheet.marks.1.evidence")
    assert "“mc-2”" in sentence(reason, "en")
    assert "It has: mc-1" in sentence(reason, "en")
    assert validate(*given, evidence={"mc-1", "mc-2"}) == []
    assert validate(*given) == []
