"""What the guideline of Kon Tum says, held against its file."""

import pytest

from tests.programmes.files import mappings, programme, tree
from tests.programmes.looking import criteria, ids, nodes, organs

KON_TUM = programme("kon-tum")


def test_kon_tum_has_sixteen_criteria_in_four_groups():
    assert criteria(KON_TUM, "base") == [6, 2, 4, 4]


def test_a_subordinate_cell_of_kon_tum_has_no_sessions_of_committees():
    assert criteria(KON_TUM, "cell") == [6, 1, 4, 4]
    assert "II.1" not in ids(KON_TUM, "cell")


def test_sessions_are_for_base_committees_and_monthly_meetings_for_cells():
    found = nodes(KON_TUM, "base")
    assert found["II.1"]["applies"] == {"subjects": ["base_committee"]}
    assert found["II.2"]["applies"] == {"subjects": ["base_cell", "subordinate_cell"]}


def test_a_subordinate_cell_leads_ideological_work_only():
    assert nodes(KON_TUM, "cell")["I.4"]["vi"].endswith("chỉ lãnh đạo thực hiện công tác tư tưởng")
    assert nodes(KON_TUM, "base")["I.4"]["vi"] != nodes(KON_TUM, "cell")["I.4"]["vi"]


@pytest.mark.parametrize("name", ["base", "cell"])
def test_kon_tum_counts_ninety_and_ten_points_and_passes_at_eighty(name):
    found = KON_TUM["criteria"][name]
    scale = {key: found["scale"][key] for key in ("base", "bonus", "total")}
    assert scale == {"base": 90, "bonus": 10, "total": 100}
    assert found["pass"] == {"rule": "total", "mark": 80}
    assert [group["max"] for group in found["groups"]] == [40, 20, 15, 15]


def test_the_points_and_the_pass_mark_of_kon_tum_are_marked_assumed():
    found = tree("kon-tum.yaml")["criteria"]["base"]
    assert found["pass"]["mark"] == {"assumed": 80, "default": "D-01"}
    points = [node["max"] for node in mappings(found["groups"]) if "kind" in node]
    assert {point["default"] for point in points} == {"D-02"}


def test_twelve_good_meetings_and_no_member_in_breach():
    found = nodes(KON_TUM, "cell")
    asked = {"of": "month", "count": 12, "need": "all", "passes": "= GOOD"}
    assert found["II.2"]["series"] == asked
    assert (found["III.3"]["passes"], found["III.3"]["on_breach"]) == ("= 0", {"effect": "zero"})


def test_who_decides_in_kon_tum():
    district = "nearest:DISTRICT_COMMITTEE|PROVINCE_DIRECT_COMMITTEE|BLOC_COMMITTEE"
    assert organs(KON_TUM, "decider", "base_cell") == [("standing_committee", district)]
    assert organs(KON_TUM, "decider", "subordinate_cell") == [("party_committee", "superior")]


def test_authority_in_kon_tum_goes_on_after_the_district_committees():
    rules = KON_TUM["roles"]["decider"]["rules"]
    dated = [(str(r.get("from", "")), str(r.get("until", ""))) for r in rules]
    assert dated == [("", "2025-06-30"), ("2025-07-01", ""), ("", "")]


def test_only_base_units_of_kon_tum_are_consulted_on():
    assert KON_TUM["consultation"]["subjects"] == ["base_cell", "base_committee"]
    assert "consulted" in KON_TUM["workflows"]["base_unit"]["required"]["recognised"]
    assert "consultation" not in KON_TUM["workflows"]["subordinate_cell"]["uses"]


def test_kon_tum_chose_seven_pilots_and_named_one():
    assert [place["count"] for place in KON_TUM["pilot"]["places"]] == [3, 4]
    assert [unit["name"] for unit in KON_TUM["pilot"]["units"]] == ["Chi bộ Kế hoạch Tổng hợp"]
    assert ("standing_committee", "superior:2") in organs(
        KON_TUM, "pilot_chooser", "subordinate_cell"
    )


def test_the_dossier_of_kon_tum_has_three_documents():
    assert [d["document"] for d in KON_TUM["dossier"]] == ["DOC-REPORT", "DOC-SUBMIT", "DOC-AGG"]
