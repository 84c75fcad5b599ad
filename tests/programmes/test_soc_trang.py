"""What the guideline of Sóc Trăng says, held against its file."""

from tests.programmes.files import programme
from tests.programmes.looking import criteria, nodes, organs, step

SOC_TRANG = programme("soc-trang")


def test_soc_trang_has_thirty_three_criteria_all_scored_by_levels():
    assert criteria(SOC_TRANG, "base") == [10, 10, 9, 4]
    assert {node["kind"] for node in nodes(SOC_TRANG, "base").values()} == {"levels"}
    assert SOC_TRANG["criteria"]["base"]["pass"]["rule"] == "all_groups"


def test_soc_trang_chose_three_cells_and_three_committees_by_name():
    units = SOC_TRANG["pilot"]["units"]
    assert [unit["subject"] for unit in units] == ["base_cell"] * 3 + ["base_committee"] * 3
    assert SOC_TRANG["pilot"]["periods"] == ["2024"]


def test_one_body_of_soc_trang_decides_and_rewards():
    assert SOC_TRANG["rewards"]["reward"]["by"] == "decider"
    assert step(SOC_TRANG, "base_unit", "decide-reward")["by"] == "decider"
    assert organs(SOC_TRANG, "decider", "base_cell")[0][0] == "standing_committee"
