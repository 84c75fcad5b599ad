"""Who is on a unit's roll, and which units are under it, on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from domain.streams import child_tag, member_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.events.unit_year import MeetingRecorded
    from domain.person.state import Person
    from domain.world import World

DEEPEST = 12
"""No tree of units is deeper: a bound on every walk."""


def roll_on(unit: str, on: date, world: World) -> list[str]:
    """The persons on the roll, exempt ones among them."""
    return [person.person for person in _members(unit, on, world)]


def due_on(unit: str, on: date, world: World) -> list[str]:
    """The persons on the roll who are not exempt on the day (D-10)."""
    return [person.person for person in _members(unit, on, world) if not person.is_exempt_on(on)]


def unlisted_on(meeting: MeetingRecorded, unit: str, on: date, world: World) -> list[str]:
    """The persons who were due at a meeting and stand on none of its lists: absent without reason."""
    listed = {*meeting.present, *meeting.excused, *meeting.unexcused, *meeting.exempt}
    return [person for person in due_on(unit, on, world) if person not in listed]


def leads_on(person: Person, on: date) -> bool:
    """Whether the person's place on the roll is that of a leader."""
    return any(each.holds_on(on) and each.is_leader for each in person.memberships)


def children_on(unit: str, on: date, world: World) -> list[str]:
    """The units directly under a unit."""
    streams = world.tagged(child_tag(unit))
    codes = dict.fromkeys(stream.removeprefix("unit:") for stream in streams)
    return [code for code in codes if _is_child(code, unit, on, world)]


def units_below(unit: str, on: date, world: World, *, depth: int = DEEPEST) -> Iterator[str]:
    """Every unit under a unit, at any depth."""
    for child in children_on(unit, on, world) if depth else ():
        yield child
        yield from units_below(child, on, world, depth=depth - 1)


def last_day_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _members(unit: str, on: date, world: World) -> Iterator[Person]:
    for stream in world.tagged(member_tag(unit)):
        person = world.person(stream.removeprefix("person:"))
        if person is not None and person.unit_on(on) == unit:
            yield person


def _is_child(code: str, unit: str, on: date, world: World) -> bool:
    child = world.unit(code)
    return child is not None and child.exists_on(on) and child.parent_on(on) == unit
