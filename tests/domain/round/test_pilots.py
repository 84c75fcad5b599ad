"""The pilot list: what it may name, how many of each kind, whom it must name."""

from msgspec.structs import replace

from domain.events.unit import UnitDissolved, UnitRegistered, UnitRenamed
from domain.round.pilots import pilot_refusals
from domain.streams import unit_stream
from tests.domain.round.asking import KON_TUM, a_round, said, with_programme

PILOT = KON_TUM.programme.pilot
NAME = "Chi bộ Kế hoạch Tổng hợp"
MISSING = ("units", f"The guideline names {NAME}, but the pilot list does not.")


def more(world, kind, *codes, parent="C"):
    for code in codes:
        event = UnitRegistered(code=code, name=code, kind=kind, parent=parent, organs=["cell"])
        world.give(unit_stream(code), event)
    return world


def listed(world, *units):
    return said(pilot_refusals, world, "set-pilot-list", {"units": list(units)})


def test_a_round_of_a_period_without_a_pilot_has_no_list():
    told = [("", "Round 2024 (kon-tum) has no pilot list.")]

    assert listed(a_round(with_programme(pilot=None)), "X") == told
    assert listed(a_round(with_programme(pilot=replace(PILOT, periods=["2025"]))), "X") == told
    assert listed(a_round(), "X") == []


def test_a_list_without_an_edition_is_of_no_pilot():
    world = a_round()
    command = world.command(
        "set-pilot-list", "round:kon-tum:2024", {"units": ["X"]}, organ="C/standing_committee"
    )
    [reason] = pilot_refusals(world.round("kon-tum", "2024"), command, None, world)

    assert reason.code == "no_pilot"


def test_a_unit_that_is_not_there_on_the_day_is_refused():
    world = more(a_round(), "SUBORDINATE_CELL", "W")
    assert listed(world, "X", "W") == []

    world.give(unit_stream("W"), UnitDissolved(), on="2024-06-01")
    for code in ("W", "nowhere"):
        [(_, told)] = listed(world, "X", code)
        assert told.startswith(f"There is no unit with the code or name “{code}”.")


def test_a_unit_beyond_the_bounds_or_of_no_kind_is_refused_once():
    world = more(a_round(), "SUBORDINATE_CELL", "F", parent="")
    more(world, "BLOC_COMMITTEE", "B")

    [(_, beyond)] = listed(world, "X", "F", "F")
    assert "F" in beyond
    assert "is not a subject" not in beyond
    assert listed(world, "X", "B")[0][1].endswith(
        f" is not a subject of programme {KON_TUM.programme.name.en}."
    )


def test_the_places_are_told_with_how_many_were_chosen():
    world = more(a_round(), "SUBORDINATE_CELL", *"abcd")
    [(_, told)] = listed(world, "X", *"abcd")

    kind = KON_TUM.programme.subjects["subordinate_cell"].en
    assert told == (
        f"5 pilot units of the kind {kind} chosen, the programme has 4 places for them."
    )
    assert listed(world, "X", *"abc") == []
    assert listed(world, "X", *"abc", "X", "a") == []


def test_a_unit_that_the_guideline_names_by_its_code_is_on_the_list():
    world = more(a_round(), "SUBORDINATE_CELL", "a")

    assert listed(world, "a") == [MISSING]
    assert listed(world, "a", "X") == []


def test_a_unit_that_is_named_without_a_code_is_found_by_its_name_of_the_day():
    by_name = with_programme(pilot=replace(PILOT, units=[replace(PILOT.units[0], unit="")]))
    world = more(a_round(by_name), "SUBORDINATE_CELL", "a")
    assert listed(world, "a") == [MISSING]

    world.give(unit_stream("a"), UnitRenamed(name=NAME.upper()), on="2024-06-01")
    assert listed(world, "a") == []


def test_a_named_unit_counts_as_of_the_kind_by_which_it_is_named():
    other = replace(PILOT.units[0], subject="base_cell")
    world = a_round(with_programme(pilot=replace(PILOT, units=[other])))

    assert listed(world, "X") == [MISSING]
