"""Points: marks that pass, maxima, means, bonus, deductions, breaches."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Bonus, Deduction, Sheet
from domain.refusal import RefusedError
from domain.scoring.mean import mean
from tests.clauses.homes import EDITIONS
from tests.defaults.sheets import Scoring, criteria_of
from tests.domain.case.asking import a_case, refused, taken
from tests.domain.programme.trees import GONE, told, tree
from tests.support.world import PROGRAMMES

BODY = "captren/party_committee"
KT = PROGRAMMES / "kon-tum.yaml"


@pytest.mark.parametrize(("total", "passes"), [("80", True), ("79.5", False)])
def test_d01_the_mark_that_passes_is_the_one_of_the_file(total, passes):
    cell = Scoring("kon-tum", "base_cell")

    outcome = cell.outcome(cell.worth(total))

    assert (outcome.total, outcome.passes) == (Decimal(total), passes)


def test_d01_a_programme_with_points_and_without_a_mark_is_refused():
    assert "criteria.base.pass" in told(("criteria.base.pass.mark", GONE), of=tree(KT))


def test_d02_maxima_that_do_not_make_the_base_are_refused():
    groups = criteria_of("kon-tum", "base").groups

    assert [group.max for group in groups] == [40, 20, 15, 15]
    assert "criteria.base.groups" in told(
        ("criteria.base.groups.0.max", {"assumed": 41, "default": "D-02"}), of=tree(KT)
    )


def test_d05_the_aggregate_is_the_mean_to_half_a_point_with_the_middle_upwards():
    cell = Scoring("kon-tum", "base_cell")
    sheets = [cell.marked("I.2", points=Decimal(each)) for each in ("10", "10.5")]

    assert mean(sheets, cell.criteria)["I.2"] == Decimal("10.5")
    assert mean([*sheets, sheets[0]], cell.criteria)["I.2"] == Decimal(10)


def test_d05_another_figure_than_the_mean_needs_a_reason():
    story = a_case("in_progress")
    mark = next(each for each in story.sheet.marks if each.points)
    lower = replace(mark, points=mark.points - 1)
    sheet = Sheet(marks=[lower if each is mark else each for each in story.sheet.marks])

    assert refused(story, "adopt-aggregate", d.Adoption(sheet=sheet)) == {"departure_from_mean"}
    explained = d.Adoption(sheet=sheet, departures={mark.node: "thống nhất lại"})
    assert taken(story, "adopt-aggregate", explained)


@pytest.mark.parametrize(
    ("base", "bonus", "total", "passes"),
    [("75", "5", "80", True), ("75", "4.5", "79.5", False), ("90", "10", "100", True)],
)
def test_d06_bonus_points_count_towards_the_mark(base, bonus, total, passes):
    cell = Scoring("kon-tum", "base_cell")
    sheet = replace(
        cell.worth(base), bonus=[Bonus(reason="excellent_leadership", points=Decimal(bonus))]
    )

    outcome = cell.outcome(sheet)

    assert (outcome.total, outcome.passes) == (Decimal(total), passes)


def test_d06_more_than_ten_bonus_points_count_as_ten():
    cell = Scoring("kon-tum", "base_cell")
    sheet = replace(
        cell.worth("70"), bonus=[Bonus(reason="excellent_leadership", points=Decimal("10.5"))]
    )

    assert cell.outcome(sheet).total == 80


def test_d07_deductions_stop_at_nothing():
    cell = Scoring("kon-tum", "base_cell")
    most = next(mark.points for mark in cell.sheet.marks if mark.node == "I.1")
    off = [Deduction(reason="violation", times=50, node="I.1")]

    outcome = cell.outcome(replace(cell.sheet, deductions=off))

    assert outcome.points["I.1"] == 0
    assert outcome.total == 90 - most


def test_d08_a_breach_zeroes_a_criterion_of_kon_tum_and_knocks_out_elsewhere():
    kon_tum = Scoring("kon-tum", "base_cell")
    power = Scoring("power-tkv", "base_cell")

    zeroed = kon_tum.outcome(kon_tum.marked("III.3", value="1"))
    knocked_out = power.outcome(power.marked("1.3.d.1", value="1"))

    assert (zeroed.points["III.3"], zeroed.knockouts, zeroed.passes) == (0, [], True)
    assert (knocked_out.knockouts, knocked_out.passes) == (["1.3.d.1"], False)


@pytest.mark.parametrize(
    ("total", "level", "codes"), [("90", "EXCELLENT", set()), ("89.5", "PASS", {"reward_level"})]
)
def test_d19_the_certificate_of_son_la_asks_for_more_than_the_recognition(total, level, codes):
    cell = Scoring("son-la", "department_cell")
    outcome = cell.outcome(cell.worth(total))
    story = a_case("recognised", "department_cell", EDITIONS["son-la"])
    decided = d.Decision(level="PASS", number="2", sheet=cell.worth(total), outcome=outcome)
    story.act(c.DecisionIssued, decided, to="recognised", organ=BODY)

    assert (outcome.passes, outcome.level) == (True, level)
    assert reward_refused(story) == codes


def reward_refused(story):
    try:
        taken(story, "decide-reward", d.RewardDecision(reward="giay_khen", number="1"))
    except RefusedError as error:
        return {reason.code for reason in error.refusals}
    return set()
