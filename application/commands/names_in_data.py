"""Names in the data of a command, read as codes wherever its record names a person, a unit, an organ, a kind of paper,
a measured value, or one of several choices, which has a word.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import inspect

from application.commands.misfits import chosen
from application.commands.typed_document import typed_document
from application.commands.typed_measure import typed_measure
from application.commands.typed_names import Read, typed_person, typed_subject, typed_unit
from application.commands.typed_organ import typed_organ
from application.commands.typed_part import PARTS, part_reading
from application.commands.typed_programme import typed_programme
from application.commands.typed_unit_code import reading
from domain.events.details import Dossier
from domain.events.marks import marks_of
from domain.events.shapes import arms, fields
from domain.events.unit import OrganEstablished, UnitKindChanged, UnitRegistered
from domain.events.unit_year import DisciplineRecorded
from domain.refusal import Refusal, RefusedError

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.catalogue import Verb

_MEMBER = "member:"


def person_in_data(text: str, world: LedgerWorld, about: str = "") -> str:
    """A person as a field of data names them: also as `member:ID`, as subjects of cases are.

    Raises RefusedError, about the field, for who is nobody or may be several.
    """
    if text.startswith(_MEMBER):
        return _MEMBER + typed_person(text.removeprefix(_MEMBER), world, about)
    return typed_person(text, world, about)


def channel_in_data(text: str, world: LedgerWorld, about: str = "") -> str:
    """Through whom a dossier goes: an organ, of a unit or by itself; anything else stays as it is typed."""
    try:
        return (typed_organ if "/" in text else reading("organ"))(text, world, about)
    except RefusedError:
        return text


READ: dict[str, Read] = {
    "person": person_in_data, "unit": typed_unit, "organ": typed_organ, "subject": typed_subject,
    "document": typed_document, "programme": typed_programme, "measure": typed_measure,
    **{kind: part_reading(kind) for kind in PARTS},
}  # fmt: skip
"""How a text is read by what it names; a text that names anything else stays as it is."""


class _Place(NamedTuple):
    """What may stand at a place: a name or a choice, `fields` of a record, items of a list or a mapping with `key`s."""

    read: Read | None = None
    fields: dict[str, _Place] | None = None
    item: _Place | None = None
    key: Read | None = None

    @property
    def holds_names(self) -> bool:
        return bool(self.read or self.key or self.fields or self.item)


class _Reading(NamedTuple):
    """Whose names are read, and what was found wrong until now."""

    world: LedgerWorld
    reasons: list[Refusal]

    def code(self, read: Read, text: str, path: str) -> str:
        """What a name stands for; the text itself, and a reason more, where that is nothing or not clear."""
        try:
            return read(text, self.world, path)
        except RefusedError as refused:
            self.reasons.extend(refused.refusals)
            return text


def with_codes_in_data(
    data: dict[str, Any], verb: Verb, world: LedgerWorld
) -> tuple[dict[str, Any], list[Refusal]]:
    """The data with the code of everybody and everything named, and a reason for every name that is none or unclear.

    What does not fit its record is left for whoever reads the record.
    """
    reading = _Reading(world, [])
    place = _record(verb.payload)
    if verb.payload is DisciplineRecorded:
        own = {**(place.fields or {}), "subject": _Place(_disciplined(data))}
        place = place._replace(fields=own)
    read: dict[str, Any] = _read(data, place, "", reading)
    return read, reading.reasons


def reader_of(record: type[msgspec.Struct], path: str) -> Read | None:
    """How the text of a field is read, `document.issuer`; None where it names none of those."""
    place: _Place | None = _record(record)
    for name in path.split("."):
        place = (place.fields or {}).get(name) if place else None
    return place.read if place else None


def _disciplined(data: dict[str, Any]) -> Read:
    """Against an organisation the subject is a unit, else a person; its kind may stand before it."""
    if data.get("against") != "organisation":
        return person_in_data
    return lambda text, world, about: (
        typed_subject(text, world, about)
        if text.startswith("unit:")
        else typed_unit(text, world, about)
    )


def _read(value: Any, place: _Place | None, path: str, reading: _Reading) -> Any:
    if place is None or not place.holds_names:
        return value
    if isinstance(value, str):
        return reading.code(place.read, value, path) if place.read else value
    if isinstance(value, dict):
        return dict(_item(*item, place, path, reading) for item in value.items())
    if isinstance(value, list | tuple):
        return [_read(item, place.item, f"{path}[{at}]", reading) for at, item in enumerate(value)]
    return value


def _item(key: Any, value: Any, place: _Place, path: str, reading: _Reading) -> tuple[Any, Any]:
    at = f"{path}.{key}" if path else str(key)
    inner = place.item if place.fields is None else place.fields.get(str(key))
    named = reading.code(place.key, key, at) if place.key and isinstance(key, str) else key
    return named, _read(value, inner, at, reading)


_KIND, _ORGAN = _Place(reading("unit_kind")), _Place(reading("organ"))
_OWN: dict[type[msgspec.Struct], dict[str, _Place]] = {
    UnitRegistered: {
        "kind": _KIND, "org_type": _Place(reading("org_type")), "organs": _Place(item=_ORGAN),
    },
    UnitKindChanged: {"kind": _KIND},
    OrganEstablished: {"organ": _ORGAN},
    Dossier: {"channel": _Place(channel_in_data)},
}  # fmt: skip
"""Fields of records that name what no mark of theirs says."""


@cache
def _record(record: type[msgspec.Struct]) -> _Place:
    """Where a record holds names; what is always filled in is not typed, so it is not read."""
    marks = marks_of(record)
    typed = (each for each in fields(record) if marks[each.name].filled_in != "always")
    placed = {each.encode_name: _place(each.type, each.encode_name) for each in typed}
    placed |= _OWN.get(record, {})
    return _Place(fields={name: place for name, place in placed.items() if place.holds_names})


def _place(kind: inspect.Type, field: str) -> _Place:
    place = _Place(_names(kind))
    for each in arms(kind):
        match each:
            case inspect.StructType(cls=record):
                place = place._replace(fields=_record(record).fields)
            case inspect.LiteralType(values=choices):
                place = place._replace(read=_one_of(field, choices))
            case inspect.ListType(item_type=inner):
                place = place._replace(item=_named(inner, field))
            case inspect.DictType(key_type=key, value_type=inner):
                place = place._replace(item=_named(inner, field), key=_names(key))
    return place


def _one_of(field: str, choices: tuple[Any, ...]) -> Read:
    return lambda text, _world, _about: chosen(field, text, choices)


def _named(kind: inspect.Type, field: str) -> _Place | None:
    place = _place(kind, field)
    return place if place.holds_names else None


def _names(kind: inspect.Type) -> Read | None:
    """How a text there is read, by its mark, whatever other marks stand around it."""
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            return READ.get((extra or {}).get("kind", "")) or _names(inner)
        case inspect.UnionType(types=types):
            return next(filter(None, map(_names, types)), None)
    return None
