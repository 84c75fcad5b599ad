"""Facts gathered for the criteria sets of the programmes."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from domain.events import unit_year as y
from domain.measures.gather import gather
from domain.programme.criteria import CriteriaSet
from domain.programme.procedure import Measure
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score
from domain.scoring.value import Ratio
from tests.domain.measures.test_cases import case, decided, proposed
from tests.domain.scoring.sets import conditions, sheet
from tests.support.cell_year import CELL, MEMBERS, YEAR, cell_world, hold, hold_all
from tests.support.world import PROGRAMMES, edition_at

CAM_GIANG = edition_at(PROGRAMMES / "cam-giang.yaml").programme
POWER = edition_at(PROGRAMMES / "power-tkv.yaml").programme


def facts(world, criteria, programme=CAM_GIANG, subject=f"unit:{CELL}"):
    return gather(criteria, programme, subject, CELL, "2024", date(2024, 12, 31), world)


def of_node(world, node, programme=CAM_GIANG, **rest):
    return facts(world, conditions({"id": "1", **node}), programme, **rest)


def test_only_what_the_criteria_name_and_the_log_knows_is_gathered():
    threshold = {"kind": "threshold", "measure": "unexcused_absences", "passes": "= 0"}
    assert of_node(cell_world(), threshold) == Facts()
    world = cell_world()
    hold(world, 1, unexcused=["dv01"])
    assert [*of_node(world, threshold).measured] == ["unexcused_absences"]
    assert of_node(world, {"kind": "toggle"}) == Facts()


def test_a_series_is_gathered_by_month_and_a_threshold_as_one_value():
    world = cell_world()
    hold_all(world)
    hold(world, 2, number="bis", minutes=60)
    series = {"kind": "series", "measure": "meeting_minutes", "series": {"passes": ">= 90"}}
    assert of_node(world, series).measured["1"].value == [95, 60] + [95] * 10
    threshold = {"kind": "threshold", "measure": "meeting_minutes", "passes": ">= 90"}
    assert of_node(world, threshold).measured["meeting_minutes"].value == 60


def test_a_series_of_a_measure_without_months_takes_its_one_value():
    world = cell_world()
    series = {"kind": "series", "measure": "members_in_breach", "series": {"passes": "= 0"}}
    assert of_node(world, series).measured["1"].value == 0


def test_checks_are_gathered_beside_their_node():
    world = cell_world()
    hold(world, 1)
    checks = [{"id": "a", "measure": "attendance_rate", "passes": ">= 90 %"}, {"id": "b"}]
    assert of_node(world, {"kind": "points", "checks": checks}).measured[
        "attendance_rate"
    ].value == Ratio(20, 20)


def test_a_figure_of_the_unit_is_read_where_the_programme_says_entered():
    world = cell_world()
    threshold = {"kind": "threshold", "measure": "targets_met", "passes": ">= 100 %"}
    assert of_node(world, threshold) == Facts()
    world.give(YEAR, y.FigureReported(measure="targets_met", value=Decimal(98)), on="2024-12-01")
    found = of_node(world, threshold)
    assert found.measured["targets_met"].value == Fraction(98, 100)
    assert found.reliances[0].value == "0.98"


def test_a_measure_the_programme_does_not_name_is_looked_up_in_the_catalogue():
    measures = {"sessions": Measure(vi="v", en="e", computed="body_conferences")}
    programme = msgspec.structs.replace(CAM_GIANG, measures=measures)
    world = cell_world()
    world.give(YEAR, y.SessionHeld(kind="body_conference"), on="2024-06-30")
    for name in ("sessions", "body_conferences"):
        threshold = {"kind": "threshold", "measure": name, "passes": ">= 2"}
        assert of_node(world, threshold, programme).measured[name].value == 1


def test_an_unknown_computation_is_a_bug():
    with pytest.raises(KeyError):
        of_node(cell_world(), {"kind": "threshold", "measure": "nothing", "passes": "= 0"})


RATIO = {"kind": "ratio_of_cases", "children": {"of": "members"}, "passes": ">= 50 %"}


def test_a_ratio_that_is_still_provisional_is_named_as_not_final():
    world = cell_world(members=2)
    case(world, "member:dv01", decided("PASS"))
    assert of_node(world, RATIO).not_final == []
    case(world, "member:dv02", proposed("PASS"))
    found = of_node(world, RATIO)
    assert (found.measured["1"].value, found.not_final) == (Ratio(2, 2), ["1"])
    assert {each.use for each in found.reliances} == {"four_good_members"}
    lenient = {**RATIO, "children": {"of": "members", "final_only": False}}
    assert of_node(world, lenient).not_final == []


def test_a_classification_may_be_allowed_to_be_provisional():
    world = cell_world()
    imported = y.ClassificationImported(subject=f"unit:{CELL}", level="WELL", final=False)
    world.give(YEAR, imported, on="2024-12-20")
    external = {"instrument": "classification", "at_least": "WELL"}
    strict = {"kind": "external_result", "external": external}
    assert of_node(world, strict).not_final == ["1"]
    lenient = {**strict, "external": {**external, "final_only": False}}
    assert of_node(world, lenient).not_final == []


def test_a_member_s_facts_are_his_own():
    world = cell_world()
    hold(world, 1, unexcused=["dv01"])
    threshold = {"kind": "threshold", "measure": "unexcused_absences", "passes": "= 0"}
    found = [of_node(world, threshold, subject=f"member:{m}") for m in MEMBERS[:2]]
    assert [each.measured["unexcused_absences"].value for each in found] == [1, 0]


@pytest.mark.parametrize("path", sorted(PROGRAMMES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_measure_of_every_programme_can_be_computed(path):
    programme = edition_at(path).programme
    if not hasattr(programme, "meetings"):
        return
    world = cell_world()
    hold_all(world)
    for criteria in programme.criteria.values():
        assert isinstance(criteria, CriteriaSet)
        assert isinstance(facts(world, criteria, programme), Facts)


def test_a_year_of_meetings_decides_the_meeting_criteria_of_a_cell():
    world = cell_world()
    for month in range(1, 13):
        hold(world, month, day=8, excused=MEMBERS[:3] if month == 7 else [])
    for month in (2, 5, 8, 11):
        hold(world, month, day=20, number=f"CD{month}", kind="THEMATIC")
    criteria = CAM_GIANG.criteria["cell"]

    def met():
        outcome = score(criteria, Profile(), sheet(), facts(world, criteria)).outcome
        return {node.id: outcome.met[node.id] for group in criteria.groups
                for node in _below(group.nodes) if node.measure}  # fmt: skip

    assert set(met().values()) == {True}
    hold(world, 7, day=8, number=7, minutes=89, excused=MEMBERS[:4])
    assert [node for node, is_met in met().items() if not is_met] == ["1.2.c.1", "1.2.c.4"]


def _below(nodes):
    return [deep for node in nodes for deep in (node, *_below(node.nodes))]
