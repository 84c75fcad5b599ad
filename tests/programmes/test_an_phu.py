"""The meeting table of An Phú ward, held against its file."""

from tests.programmes.files import programme
from tests.programmes.looking import nodes

AN_PHU = programme("an-phu")


def test_the_meeting_table_sums_to_a_hundred_with_four_bands():
    found = AN_PHU["criteria"]["cell_meeting"]
    assert AN_PHU["kind"] == "instrument"
    assert [group["max"] for group in found["groups"]] == [5, 5, 10, 30, 10, 5, 30, 5]
    assert [band["range"] for band in found["bands"]] == [
        "[90, 100]", "[70, 90)", "[50, 70)", "[0, 50)",
    ]  # fmt: skip


def test_what_does_not_apply_in_the_meeting_table_counts_in_full():
    found = nodes(AN_PHU, "cell_meeting")
    rules = {name: node["applies"]["has"] for name, node in found.items() if "applies" in node}
    assert rules == {"3.3": ["cell_committee"], "4.3": ["thematic_meeting"]}
    assert {found[name]["not_applicable"] for name in rules} == {"full"}


def test_the_holes_of_the_meeting_table_have_levels_of_their_own():
    found = nodes(AN_PHU, "cell_meeting")
    assert [level["points"] for level in found["1.1"]["levels"]] == [5, 4, 3, 2, 1]
    assert [level["points"] for level in found["4.5"]["levels"]] == [5, 4, 3, 2]
    assert [band["points"] for band in found["7.1"]["bands"]] == [30, 27, 24, 20, 15, 10]
    assert len(AN_PHU["notes"]) == 5
