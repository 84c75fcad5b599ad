"""What the guideline of Cẩm Giàng says, held against its file."""

import pytest

from tests.programmes.files import programme
from tests.programmes.looking import criteria, nodes, organs, step

CAM_GIANG = programme("cam-giang")


def test_cam_giang_has_cells_and_members():
    assert {kind: s.get("of", "unit") for kind, s in CAM_GIANG["subjects"].items()} == {
        "cell": "unit",
        "member": "member",
    }
    assert criteria(CAM_GIANG, "cell") == [2, 6, 4, 1]
    assert [g["id"] for g in CAM_GIANG["criteria"]["member"]["groups"]] == [
        "2.1", "2.2", "2.3", "2.4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("node", "measure", "passes"),
    [
        ("1.2.a.2", "thematic_meetings_per_quarter", ">= 1"),
        ("1.2.c.1", "attendance_rate", ">= 85 %"),
        ("1.2.c.2", "unexcused_absences", "= 0"),
        ("1.2.c.3", "longest_excused_run", "< 3"),
        ("1.2.c.4", "meeting_minutes", ">= 90"),
    ],
)
def test_the_thresholds_of_a_cell_s_meetings(node, measure, passes):
    found = nodes(CAM_GIANG, "cell")[node]
    asked = found.get("passes") or found["series"]["passes"]
    assert (found["measure"], asked) == (measure, passes)
    assert CAM_GIANG["measures"][measure]["from"] == measure


def test_half_of_the_members_on_the_roll_are_four_good():
    found = nodes(CAM_GIANG, "cell")["1.4.a"]
    assert (found["kind"], found["passes"]) == ("ratio_of_cases", ">= 50 %")
    assert found["children"] == {
        "of": "members", "title": "four_good_member", "outcome": "PASS", "denominator": "on_roll",
    }  # fmt: skip
    assert "inputs_final" in step(CAM_GIANG, "cell", "recognise")["guards"]


def test_meetings_fall_between_the_fifth_and_the_tenth_give_or_take_a_day():
    window = CAM_GIANG["meetings"]["window"]
    keys = ("widened_first", "first", "last", "widened_last")
    assert [window[key] for key in keys] == [4, 5, 10, 11]


def test_absences_are_knock_outs_in_cam_giang():
    found = nodes(CAM_GIANG, "cell")
    assert [found[name]["on_breach"]["effect"] for name in ("1.2.c.2", "1.2.c.3")] == [
        "knockout", "knockout",
    ]  # fmt: skip


def test_the_cell_votes_and_proposes_a_member_and_the_commune_decides():
    assert step(CAM_GIANG, "member", "count-ballots")["by"] == "cell"
    assert step(CAM_GIANG, "member", "register-example")["from"] == "new"
    assert organs(CAM_GIANG, "self_assessor", "member") == [("member", "person")]
    assert organs(CAM_GIANG, "decider", "member") == [
        ("standing_committee", "nearest:COMMUNE_COMMITTEE|BASE_COMMITTEE")
    ]
