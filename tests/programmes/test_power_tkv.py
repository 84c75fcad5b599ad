"""What the guideline of the Power Corporation says, held against its file."""

import pytest

from tests.programmes.files import programme
from tests.programmes.looking import criteria, nodes, organs

POWER = programme("power-tkv")


def test_power_has_sixteen_criteria_for_cells_and_eighteen_for_committees():
    assert criteria(POWER, "cell") == [3, 4, 4, 5]
    assert criteria(POWER, "committee") == [3, 3, 6, 6]


@pytest.mark.parametrize("name", ["cell", "committee"])
def test_power_passes_by_all_four_groups_without_points(name):
    found = POWER["criteria"][name]
    assert found["pass"]["rule"] == "all_groups"
    assert [node["id"] for node in nodes(POWER, name).values() if "max" in node] == []


@pytest.mark.parametrize(
    ("name", "node", "of"),
    [
        ("cell", "1.1.c.3", "members"),
        ("committee", "2.1.c.2", "units"),
        ("committee", "2.1.c.3", "members"),
    ],
)
def test_ninety_percent_are_classified_well_or_better(name, node, of):
    found = nodes(POWER, name)[node]
    assert found["external"] == {"instrument": "classification", "of": of, "at_least": "WELL"}
    assert found["passes"] == ">= 90 %"


def test_any_breach_or_discipline_knocks_out():
    cell, committee = nodes(POWER, "cell"), nodes(POWER, "committee")
    zero = [cell["1.3.d.1"], cell["1.3.d.2"], *(committee[f"2.3.f.{n}"] for n in (1, 2, 3))]
    assert [node["measure"] for node in zero] == [
        "members_in_breach", "members_disciplined",
        "members_in_breach", "organisations_disciplined", "leaders_disciplined",
    ]  # fmt: skip
    assert {(node["passes"], node["on_breach"]["effect"]) for node in zero} == {("= 0", "knockout")}


def test_twelve_sessions_and_two_conferences():
    found = nodes(POWER, "committee")
    assert (found["2.2.b.1"]["passes"], found["2.2.b.2"]["passes"]) == (">= 12", ">= 2")


def test_one_criterion_is_for_base_cells_and_two_are_for_leaders():
    assert nodes(POWER, "cell")["1.2.d"]["applies"] == {"subjects": ["base_cell"]}
    assert nodes(POWER, "cell")["1.4.e"]["applies"] == {"leaders_only": True}
    assert nodes(POWER, "committee")["2.4.e"]["applies"] == {"leaders_only": True}


def test_who_decides_in_power():
    above = "nearest:CORPORATION_COMMITTEE|GROUP_COMMITTEE"
    base = [("party_committee", "nearest:BASE_COMMITTEE")]
    assert organs(POWER, "decider", "base_committee") == [("standing_committee", above)]
    assert organs(POWER, "decider", "subordinate_cell") == base
    assert organs(POWER, "decider", "department_cell") == base


def test_the_group_rewards_twice_in_five_years_and_others_are_encouraged_every_year():
    group = POWER["rewards"]["group_outstanding"]
    assert (group["cadence"]["years_of_term"], group["cadence"]["term"]) == ([3, 5], 5)
    assert group["selection_vote"] is True
    assert POWER["cadence"]["every"] == "year"
    assert any("Khuyến khích" in note["vi"] for note in POWER["notes"])


def test_power_never_replaces_the_annual_classification():
    assert POWER["classification"]["replaces"] is False
