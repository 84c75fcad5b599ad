"""Everything in data that does not fit its record, with its place: missing, of another kind, not among the choices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from application.commands.unknown_fields import arms_of, fields_of, item_kind, joined, record_at
from domain.programme.misfits import placed, told
from words import kinds
from words.folded import folded
from words.kinds import Because, Said, because
from words.language import find
from words.nearness import by_nearness

_LEVELS = {"level", "proposal"}


class Misfit(NamedTuple):
    """Where something does not fit, and why."""

    path: str
    why: Because


def misfits(
    data: Any, kind: Any, told_already: Collection[str] = (), path: str = ""
) -> Iterator[Misfit]:
    """Every misfit in data of known fields, in the order of the record; places that are told already are left out."""
    record = record_at(kind)
    if path in told_already:
        return
    if isinstance(data, dict) and record:
        yield from _of_record(data, record, told_already, path)
    elif isinstance(data, dict) and _holds(kind, dict):
        for key, item in data.items():
            yield from misfits(item, item_kind(kind), told_already, joined(path, key))
    elif isinstance(data, list | tuple) and _holds(kind, list):
        for place, item in enumerate(data):
            yield from misfits(item, item_kind(kind), told_already, f"{path}[{place}]")
    else:
        yield from _of_value(data, kind, path)


def choice_said(field: str, value: Any) -> Said:
    """One of the values that a field's own record allows; its word is `choice.<field>.<value>`."""
    if field in _LEVELS:
        return kinds.level(value)
    if field == "effect":
        return kinds.of("effect", value)
    return kinds.of("choice", f"{field}.{value}")


def chosen(field: str, typed: str, choices: Iterable[Any]) -> Any:
    """The choice that is meant by its code or its word in either language, however they are written.

    What is typed stays as it is where it is none of them, or may be several.
    """
    if typed in choices:
        return typed
    meant = [
        each
        for each in choices
        if folded(typed) in {folded(word) for word in _words(choice_said(field, each)) if word}
    ]
    return meant[0] if len(meant) == 1 else typed


def _of_record(
    data: dict[str, Any], record: type[msgspec.Struct], told_already: Collection[str], path: str
) -> Iterator[Misfit]:
    for name, field in fields_of(record).items():
        place = joined(path, name)
        if name in data:
            yield from misfits(data[name], field.type, told_already, place)
        elif field.required:
            yield Misfit(place, because("misfit.missing_here"))


def _of_value(value: Any, kind: Any, path: str) -> Iterator[Misfit]:
    try:
        msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        choices = _choices(kind)
        if choices and not isinstance(value, dict | list | tuple):
            yield Misfit(path, _none_of(value, choices, path))
        else:
            yield Misfit(path, told(placed(str(error))[0]))


def _none_of(value: Any, choices: list[Any], path: str) -> Because:
    """A value that is none of those offered: they are told, the nearest first."""
    field = path.rpartition(".")[2].partition("[")[0]
    typed = "" if value is None else str(value)
    words = {each: _words(choice_said(field, each)) for each in choices}
    offered = [_typed(field, each) for each in by_nearness(typed, words)]
    return because("misfit.unknown_value.choices", a=typed, choices=offered)


def _typed(field: str, value: Any) -> Said:
    own = choice_said(field, value)
    return kinds.typed(own, code=str(value))


def _words(choice: Said) -> list[str]:
    """By what a value may be meant: its code, and its words in either language."""
    key = f"{choice.kind}.{choice.value}"
    return [str(choice.value).rpartition(".")[2], find(key, "vi") or "", find(key, "en") or ""]


def _choices(kind: Any) -> list[Any]:
    return [value for arm in arms_of(kind) if get_origin(arm) is Literal for value in get_args(arm)]


def _holds(kind: Any, holder: type) -> bool:
    return any(get_origin(arm) is holder or arm is holder for arm in arms_of(kind))
