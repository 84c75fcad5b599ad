"""A correction as people name it, put as the log names it: the field by its title, days and names by what is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from application.commands.names_in_data import reader_of
from application.commands.typed_days import typed_day
from application.running.world import newest_world
from domain.events.details import Correction
from domain.events.shapes import fields, is_day, record_in
from domain.refusal import RefusedError, refusal
from words import kinds
from words.language import LANGUAGES, find
from words.places import typed_whole

if TYPE_CHECKING:
    from application.running.system import System
    from domain.commands import Command

EFFECTIVE_ON = "effective_on"
"""The day on the paper: a field of every act, beside those of its record."""


def as_stored(system: System, command: Command) -> Command:
    """A correction with its field and its value as they are stored; any other command as it is.

    Raises RefusedError for a field that the act has not, naming those it has, for no day, and for a name that is none.
    """
    correction = command.payload
    world = newest_world(system, leaving_no_trace=True)
    case = world.case(command.stream)
    if not isinstance(correction, Correction) or case is None:
        return command
    act = next((act for act in case.acts if act.position == correction.of_position), None)
    if act is None:
        return command
    record = type(act.event.details)
    days = {EFFECTIVE_ON: True, **dict(_days(record))}
    field, value = _meant(correction.field, days), correction.value
    if value.strip() and days[field]:
        value = typed_day(value, "value").isoformat()
    if read := reader_of(record, field):
        value = read(value, world, "value")
    return replace(command, payload=replace(correction, field=field, value=value))


def _meant(name: str, known: Collection[str]) -> str:
    """The field of that name, or the one that is called so in either language."""
    if name in known:
        return name
    called = {title: field for field in known for title in _titles(field)}
    named = called.get(name.strip().casefold())
    if named is None:
        all_known = kinds.many("typed_field", map(typed_whole, known))
        raise RefusedError([refusal("correction_field_unknown", field=name, known=all_known)])
    return named


def _titles(field: str) -> Iterator[str]:
    """What people call a field: its title, its column's, and what `field.<name>.also` lists."""
    name = field.rpartition(".")[2]
    for language in LANGUAGES:
        for key in (f"field.{name}", f"column.{name}"):
            title = find(key, language)
            if title:
                yield title.casefold()
        also = find(f"field.{name}.also", language) or ""
        yield from (each.strip().casefold() for each in also.split(";") if each.strip())


def _days(record: type[msgspec.Struct], path: str = "") -> Iterator[tuple[str, bool]]:
    """Every field of a record and of records inside it, `document.number`; whether it is a day."""
    for field in fields(record):
        yield f"{path}{field.name}", is_day(field.type)
        inner = record_in(field.type)
        if inner is not None:
            yield from _days(inner, f"{path}{field.name}.")
