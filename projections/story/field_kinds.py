"""What the fields of a record are, so that their values can be said: by their marks, then by their types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import cast, get_args

import msgspec
from msgspec import inspect

from domain.events.base import Level
from domain.events.marks import marks_of
from domain.events.shapes import arms, fields, record_in
from words.kinds import Kind, Said

_LEVELS = frozenset(get_args(Level))
_NAMED: Mapping[str, Kind] = {
    "act": "ordinal",
    "evidence": "text",
    "petition": "text",
    "meeting": "text",
}
"""What a text names, where that has no words of its own."""
_TYPES: Mapping[type[inspect.Type], Kind] = {
    inspect.BoolType: "yes_no",
    inspect.DateType: "date",
    inspect.DecimalType: "number",
    inspect.IntType: "number",
    inspect.LiteralType: "choice",
}


@cache
def kinds_of_record(record: type[msgspec.Struct]) -> dict[str, Kind]:
    """The kind of each field of a record; raises TypeError for what is no record."""
    marks = marks_of(record)
    return {each.name: _kind(each, marks[each.name].kind) for each in fields(record)}


def kind_at(record: type[msgspec.Struct], path: Sequence[str]) -> Kind | None:
    """The kind of the value at a path such as `sheet.marks.III.3.points`; None where there is none.

    A record in a list stands under its own name, which may have points in it.
    """
    name, *rest = path
    known = next((each for each in fields(record) if each.name == name), None)
    if known is None:
        return None
    inner = record_in(_one(known.type))
    if inner is None or not rest:
        return kinds_of_record(record)[name]
    found = (kind_at(inner, rest[at:]) for at in range(len(rest)))
    return next((kind for kind in found if kind), None)


def said_as(kind: Kind, field: str, value: object) -> Said:
    """A plain value of an act, as what it is; a list as several of them."""
    if isinstance(value, list):
        return Said("list", tuple(said_as(kind, field, each) for each in value))
    if kind == "date" and isinstance(value, str):
        return Said(kind, date.fromisoformat(value))
    if kind == "choice":
        return Said(kind, f"{field}.{value}")  # as the catalogues name it
    if kind == "field":
        return Said(kind, str(value).rpartition(".")[2])  # the innermost has the name
    return Said(kind, value)


def _kind(field: inspect.Field, named: str) -> Kind:
    if named:
        return _NAMED.get(named) or cast("Kind", named)
    if field.name == "effect":
        return "effect"
    own = [each for each in arms(_one(field.type)) if not isinstance(each, inspect.NoneType)]
    if own and isinstance(own[0], inspect.LiteralType) and set(own[0].values) <= _LEVELS:
        return "level"
    return _TYPES.get(type(own[0]), "text") if own else "text"


def _one(kind: inspect.Type) -> inspect.Type:
    """What one item is, where there are many."""
    match next(iter(arms(kind)), kind):
        case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
            return inner
    return kind
