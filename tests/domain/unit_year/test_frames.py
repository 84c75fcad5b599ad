"""KT line 31: meetings are rated by the frame of Quy định 10-QĐ/TU, by another only with a reason (KT-CRI-II.2)."""

from dataclasses import replace as changed
from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import unit_year as y
from domain.measures.catalogue import MEASURES
from domain.programme.frames import frame_asked
from domain.refusal import RefusedError
from domain.streams import case_stream, round_stream
from tests.domain.measures.asking import ask_of
from tests.support.cell_year import CELL, YEAR, ask, cell_world, hold, hold_all
from tests.support.world import PROGRAMMES, edition_at
from words.sentences import sentence

KON_TUM = edition_at(PROGRAMMES / "kon-tum.yaml")
OWN, ANOTHER = "10-QĐ/TU", "42-HD/BTCTW"
WHY = "khung chưa gửi đến chi bộ"


def world_with_case(code="kon-tum", edition=KON_TUM):
    """The cell held its meeting of June and has a case of a programme."""
    world = cell_world()
    world.editions[code] = edition
    hold(world, 6)
    opened = c.CaseOpened(
        programme=code, version=edition.version, round=round_stream(code, "2024"), period="2024",
        subject=f"unit:{CELL}", subject_kind="subordinate_cell", unit=CELL, title="t", workflow="w",
        criteria="cell",
    )  # fmt: skip
    world.give(case_stream(code, f"unit:{CELL}", "2024"), opened, on="2024-05-02")
    return world


def rated(**given):
    return {"meeting": "SH-6", "criteria": "khung", "rating": "GOOD", **given}


def reasons(world, data):
    with pytest.raises(RefusedError) as caught:
        ask(world, "rate-meeting", data)
    return caught.value.refusals


def codes(world, data):
    return [reason.code for reason in reasons(world, data)]


@pytest.mark.parametrize("frame", [OWN, "10-qđ/tu", " 10 - QĐ/TU "])
def test_by_the_frame_of_the_guideline_a_meeting_is_rated(frame):
    assert ask(world_with_case(), "rate-meeting", rated(frame=frame)).events


@pytest.mark.parametrize("frame", ["", ANOTHER, "10-QĐ/T"])
def test_by_any_other_it_is_refused_or_reasoned(frame):
    world = world_with_case()
    [reason] = reasons(world, rated(frame=frame))

    assert (reason.code, reason.rests_on) == ("rating_by_another_frame", ("KT-CRI-II.2",))
    assert "Quy định 10-QĐ/TU" in sentence(reason, "vi")
    assert "Regulation 10-QĐ/TU" in sentence(reason, "en")
    assert codes(world, rated(frame=frame, departure=" ")) == ["rating_by_another_frame"]
    assert ask(world, "rate-meeting", rated(frame=frame, departure=WHY)).events[0].departure == WHY


def test_a_guideline_that_names_no_frame_takes_any():
    """The control: the Corporation's plan speaks of a frame “theo quy định” and names none."""
    world = world_with_case("power-tkv", edition_at(PROGRAMMES / "power-tkv.yaml"))
    assert ask(world, "rate-meeting", rated()).events


def an_phu(world, begin):
    edition = edition_at(PROGRAMMES / "an-phu.yaml")
    span = replace(edition.programme.span, valid_from=begin)
    programme = replace(edition.programme, span=span)
    world.editions["an-phu"] = changed(edition, programme=programme)
    return {"programme": "an-phu", "criteria": "cell_meeting"}


def test_the_number_of_a_table_is_filled_in_and_cannot_be_another():
    world = cell_world()
    hold(world, 6)
    table = rated(**an_phu(world, date(2024, 1, 1)))

    assert ask(world, "rate-meeting", table).events[0].frame == ANOTHER
    assert codes(world, {**table, "frame": OWN}) == ["frame_not_of_table"]


@pytest.mark.parametrize(
    ("begin", "against"), [(date(2024, 6, 5), []), (date(2024, 6, 6), ["frame_not_in_force"])]
)
def test_a_table_is_in_force_on_the_day_of_the_meeting(begin, against):
    world = cell_world()
    hold(world, 6)
    table = rated(**an_phu(world, begin))

    assert against == (codes(world, table) if against else [])
    assert ask(world, "rate-meeting", {**table, "departure": WHY}).events


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ({"frame": OWN}, "GOOD"),
        ({"frame": ANOTHER}, None),
        ({"departure": WHY}, "GOOD"),
        ({}, None),
    ],
)
def test_a_rating_by_another_frame_does_not_count_for_the_guideline(given, counted):
    """One that was recorded before the unit had its case, when nobody could know by which frame."""
    world = cell_world()
    hold_all(world)
    event = y.MeetingRated(meeting="SH-6", criteria="c", rating="GOOD", **given)
    world.give(YEAR, event, on="2024-06-06")

    asked = replace(ask_of(world), frame=frame_asked(KON_TUM.programme))
    found = MEASURES["meeting_ratings"].series(asked, "x").value

    assert found[5] == counted
    assert MEASURES["meeting_ratings"].series(ask_of(world), "x").value[5] == "GOOD"
