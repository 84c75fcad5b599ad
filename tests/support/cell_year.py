"""A cell under a committee, with members and a secretary, and its year 2024. All made up."""

from datetime import date

from domain.events import person as p
from domain.events import unit as u
from domain.events import unit_year as y
from domain.streams import person_stream, unit_stream, unit_year_stream
from domain.unit_year.decide import decide
from tests.support.world import PROGRAMMES, MemoryWorld, edition_at

CELL, COMMITTEE, SECRETARY = "chi-bo", "dang-bo", "bi-thu"
YEAR = unit_year_stream(CELL, 2024)
MEMBERS = [f"dv{n:02}" for n in range(1, 21)]
BOUNDARY = "2020-01-01"


def cell_world(today=date(2025, 1, 31), members=20, organs=("cell",)):
    """A cell with members on its roll; the secretary may act for the cell and the committee."""
    instrument = edition_at(PROGRAMMES / "an-phu.yaml")
    world = MemoryWorld(today, instrument, edition_at(PROGRAMMES / "cam-giang.yaml"))
    committee = u.UnitRegistered(
        code=COMMITTEE, name="Đảng bộ mẫu", kind="BASE_COMMITTEE", organs=["standing_committee"]
    )
    cell = u.UnitRegistered(
        code=CELL, name="Chi bộ mẫu", kind="SUBORDINATE_CELL", parent=COMMITTEE, organs=[*organs]
    )
    world.give(unit_stream(COMMITTEE), committee, on=BOUNDARY)
    world.give(unit_stream(CELL), cell, on=BOUNDARY)
    for person in MEMBERS[:members]:
        world.give(person_stream(person), p.PersonRegistered(person=person, name="n"), on=BOUNDARY)
        world.give(person_stream(person), p.MembershipStarted(unit=CELL), on=BOUNDARY)
    _secretary(world)
    return world


def _secretary(world):
    stream = person_stream(SECRETARY)
    world.give(stream, p.PersonRegistered(person=SECRETARY, name="n"), on=BOUNDARY)
    for organ in (f"{CELL}/cell", f"{COMMITTEE}/standing_committee"):
        world.give(stream, p.MandateGiven(mandate=organ, organ=organ), on=BOUNDARY)


def meeting(number, present=MEMBERS, **fields):
    """A record of a meeting; everybody came unless it says otherwise."""
    away = {*fields.get("excused", ()), *fields.get("unexcused", ()), *fields.get("exempt", ())}
    came = [member for member in present if member not in away]
    return y.MeetingRecorded(
        **{"meeting": f"SH-{number}", "minutes": 95, "present": came, **fields}
    )


def hold(world, month, day=5, **fields):
    """Put a meeting of a month into the log; its id is the month unless it says otherwise."""
    on = date(2024, month, day)
    world.give(YEAR, meeting(fields.pop("number", month), **fields), on=on)


def hold_all(world, months=range(1, 13), **fields):
    for month in months:
        hold(world, month, **fields)


def ask(world, verb, data, on=date(2024, 6, 5), **given):
    """Decide a command of the secretary on the cell's year."""
    given = {"organ": f"{CELL}/cell", "by": SECRETARY, "on": on, **given}
    command = world.command(verb, given.pop("stream", YEAR), data, **given)
    return decide(world.state(command.stream), command, world)
