"""Rating a meeting by the table of An Phú."""

from datetime import date

import msgspec
import pytest

from domain.refusal import RefusedError
from tests.support.cell_year import MEMBERS, YEAR, ask, cell_world, hold
from tests.support.world import PROGRAMMES, edition_at

INSTRUMENT = {
    "programme": "an-phu", "criteria": "cell_meeting", "meeting": "SH-6",
    "departure": "bảng năm 2025 dùng thử cho năm 2024",
}  # fmt: skip
CHOSEN = {"1.1": "full", "2.1": "from_90", "4.5": "over_50", "7.1": "95 %"}


def marks(world_has=("4.3",), **points):
    """The best sheet of the table; `world_has` are nodes that apply only sometimes."""
    table = edition_at(PROGRAMMES / "an-phu.yaml").programme.criteria["cell_meeting"]
    found = []
    for group in table.groups:
        for node in group.nodes:
            if node.id in CHOSEN:
                found.append({"node": node.id, "value": CHOSEN[node.id]})
            elif node.kind == "points" and (not node.applies.has or node.id in world_has):
                found.append({"node": node.id, "points": points.get(node.id, node.max)})
    return found


def rated(rating="GOOD", sheet=None, **change):
    return {**INSTRUMENT, "rating": rating, "sheet": sheet, **change}


def refused(world, data, **given):
    with pytest.raises(RefusedError) as caught:
        ask(world, "rate-meeting", data, **given)
    return [reason.code for reason in caught.value.refusals]


def world_with_meeting(**fields):
    world = cell_world()
    hold(world, 6, **fields)
    return world


def test_a_rating_without_a_sheet_is_taken_as_it_is():
    decided = ask(world_with_meeting(), "rate-meeting", rated("FAIR"))
    assert (decided.events[0].rating, decided.events[0].outcome) == ("FAIR", None)


def test_a_rating_is_of_a_recorded_meeting():
    assert refused(cell_world(), rated()) == ["meeting_unknown"]
    assert refused(world_with_meeting(), rated(meeting="SH-7")) == ["meeting_unknown"]


def test_a_rating_is_not_before_its_meeting():
    assert refused(world_with_meeting(), rated(), on=date(2024, 6, 4)) == ["rating_before_meeting"]


def test_a_sheet_needs_an_instrument():
    sheet = {"marks": []}
    assert refused(world_with_meeting(), rated(sheet=sheet, programme="")) == ["instrument_unknown"]
    assert refused(world_with_meeting(), rated(sheet=sheet, programme="x")) == [
        "instrument_unknown"
    ]
    assert refused(world_with_meeting(), rated(sheet=sheet, criteria="x")) == ["instrument_unknown"]


def test_the_outcome_of_the_sheet_is_kept_with_the_rating():
    sheet = {"marks": marks(world_has=())}
    event = ask(world_with_meeting(), "rate-meeting", rated(sheet=sheet)).events[0]
    assert (event.outcome.total, event.outcome.level, event.outcome.passes) == (100, "GOOD", True)
    assert msgspec.to_builtins(event)["outcome"]["points"]["4.3"] == "5"


def test_a_rating_that_the_sheet_does_not_give_is_refused():
    sheet = {"marks": marks(world_has=(), **{"4.2": 0, "5.2": 3})}
    assert refused(world_with_meeting(), rated("GOOD", sheet)) == ["rating_disagrees"]
    event = ask(world_with_meeting(), "rate-meeting", rated("FAIR", sheet)).events[0]
    assert event.outcome.total == 89


def test_a_sheet_that_leaves_something_open_is_refused():
    sheet = {"marks": marks(world_has=())[1:]}
    assert refused(world_with_meeting(), rated(sheet=sheet)) == ["node_missing"]


def test_thematic_content_is_marked_only_in_a_month_with_a_thematic_meeting():
    sheet = {"marks": marks(world_has=("4.3",))}
    assert refused(world_with_meeting(), rated(sheet=sheet)) == ["node_not_due"]
    world = world_with_meeting()
    hold(world, 6, day=20, number="CD", kind="THEMATIC")
    assert ask(world, "rate-meeting", rated(sheet=sheet)).events
    other_month = world_with_meeting()
    hold(other_month, 5, day=20, number="CD", kind="THEMATIC")
    assert refused(other_month, rated(sheet=sheet)) == ["node_not_due"]


def test_preparation_by_the_cell_committee_is_asked_where_there_is_one():
    sheet = {"marks": marks(world_has=("3.3",))}
    assert refused(world_with_meeting(), rated(sheet=sheet)) == ["node_not_due"]
    world = cell_world(organs=("cell", "cell_committee"))
    hold(world, 6)
    assert ask(world, "rate-meeting", rated(sheet=sheet)).events


def test_runs_of_excused_absences_are_measured_up_to_the_meeting():
    world = cell_world()
    for month in (2, 3, 4, 5, 6):
        hold(world, month, excused=[MEMBERS[0]])
    sheet = {"marks": marks(world_has=())}
    event = ask(world, "rate-meeting", rated("GOOD", sheet)).events[0]
    assert (event.outcome.met["2.2"], event.outcome.total) == (False, 99)


def test_what_the_meeting_measures_is_checked_beside_the_chosen_level():
    world = world_with_meeting(minutes=50, unexcused=[MEMBERS[0]])
    sheet = {"marks": marks(world_has=())}
    met = ask(world, "rate-meeting", rated(sheet=sheet)).events[0].outcome.met
    assert (met["1.1"], met["2.1"], met["2.2"]) == (False, False, True)


def test_a_rating_counts_in_the_year_it_belongs_to():
    world = world_with_meeting()
    world.give(YEAR, *ask(world, "rate-meeting", rated("FAIR")).events, on="2024-06-06")
    assert world.state(YEAR).ratings["SH-6"].event.rating == "FAIR"
