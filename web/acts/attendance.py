"""Who came to a meeting: one choice for each member on the roll, instead of four lists of everybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from application.commands.typed_days import typed_day
from application.questions.cases import world_of
from domain.refusal import RefusedError
from domain.unit_year.roll import roll_on
from web.acts.inputs import Input, Option, Row
from web.acts.paths import DATA, inside, one, parts_in, read

if TYPE_CHECKING:
    from datetime import date

    from web.acts.giving import Giving
    from web.acts.paths import Typed

ROLL = "roll"
LISTS = {
    "present": "web.roll.present",
    "excused": "web.roll.excused",
    "unexcused": "web.roll.unexcused",
    "exempt": "web.roll.exempt",
}
"""The lists of a meeting, each with its words."""
HIDDEN = {
    "attach-evidence": ("evidence",),
    "file-petition": ("petition",),
    "rate-meeting": ("meeting", "criteria"),
    "record-meeting": ("meeting",),
}
"""What is filled in and nobody types: the names of evidence, petitions, meetings and of their criteria."""


def beside_the_roll(giving: Giving, inputs: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs of a form, those of a meeting with one choice for each member of the roll."""
    hidden = {inside(DATA, name) for name in HIDDEN.get(giving.verb, ())}
    drawn = tuple(
        each._replace(draw="hidden") if each.name in hidden and each.value else each
        for each in inputs
    )
    members = _members(giving) if giving.verb == "record-meeting" else []
    if not members:
        return drawn
    lists = {inside(DATA, name) for name in LISTS}
    return (_attendance(giving, members), *(each for each in drawn if each.name not in lists))


def attended(typed: Typed) -> dict[str, list[str]]:
    """The lists of a meeting by the choice for each member; none where the form had no roll."""
    found: dict[str, list[str]] = {}
    for part in parts_in(typed, ROLL):
        chosen = one(typed, f"{ROLL}.{part}")
        if chosen in LISTS:
            found.setdefault(chosen, []).append(read(part))
    return found


def with_attendance(data: dict[str, Any], typed: Typed) -> dict[str, Any]:
    """The data of a command with the lists of a meeting, where its form had a roll."""
    return {**data, **attended(typed)}


def _members(giving: Giving) -> list[tuple[str, bool]]:
    """Who is on the roll on the day of the meeting, and whether they are exempt."""
    unit, _, _ = giving.target.partition(":")
    world, on = world_of(giving.asked.system), _day(giving)
    if world.unit(unit) is None or unit not in giving.asked.sight.units:
        return []
    known = ((person, world.person(person)) for person in roll_on(unit, on, world))
    return [(person, bool(state and state.is_exempt_on(on))) for person, state in known]


def _day(giving: Giving) -> date:
    """The day that was typed, today where it cannot be read."""
    text = one(giving.typed, "on")
    try:
        return typed_day(text, "on") if text else giving.asked.system.today()
    except RefusedError:
        return giving.asked.system.today()


def _attendance(giving: Giving, members: list[tuple[str, bool]]) -> Input:
    spoken = giving.asked.spoken
    blank = Input(
        "rows", ROLL, spoken.words("web.roll"), spoken.words("web.roll.hint"), required=True
    )
    rows = tuple(
        Row(spoken.value(person, "person"), (_choice(giving, person, exempt=exempt),))
        for person, exempt in members
    )
    return blank._replace(draw="attendance", rows=rows)


def _choice(giving: Giving, person: str, *, exempt: bool) -> Input:
    name = inside(ROLL, person)
    usual = "exempt" if exempt else "present"
    chosen = one(giving.typed, name) or usual
    options = tuple(
        Option(each, giving.asked.spoken.words(key), each == chosen) for each, key in LISTS.items()
    )
    title = giving.asked.spoken.value(person, "person")
    return Input("choices", name, title, "", required=True, options=options)
