"""A place in the data of a command as a person counts and calls it: “mark 3 (III.3), points”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from words.language import Language, find, say

if TYPE_CHECKING:
    from words.kinds import Said

_STEP = re.compile(r"(?P<field>[^.\[\]]+)(?:\[(?P<item>\d+)\])?")
"""A field in a path, `documents[0].on`, and which item of a list, there counted from 0."""


class Step(NamedTuple):
    """One step down: a field `of` a command or of the field around it, and which of its items, counted from 1.

    `about` is what that item is about, where it says so: a criterion, an organ. `typed` is what is typed for
    the field, where that is more than its name.
    """

    field: str
    of: str = ""
    item: int = 0
    about: Said | None = None
    typed: str = ""


class Place(NamedTuple):
    """Where something stands in data: its path, `documents[0].on`, and the steps that lead there."""

    path: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return self.path


def place_of(path: str) -> Place:
    """The place of a path in data of which nothing else is known."""
    return Place(path, tuple(_steps(path)))


def typed_whole(path: str) -> Place:
    """The place of a field that is named by its whole path where it is typed."""
    *around, last = _steps(path)
    return Place(path, (*around, last._replace(typed=path)))


def _steps(path: str) -> Iterator[Step]:
    of = ""
    for step in _STEP.finditer(path):
        item = int(step["item"]) + 1 if step["item"] else 0
        yield Step(step["field"], of, item)
        of = step["field"]


def told(place: str | Place, language: Language, said: Callable[[Said], str]) -> str:
    """The place from the outside in, a field at its end as it is typed; `said` tells what items are about."""
    steps = (place_of(place) if isinstance(place, str) else place).steps
    if not steps:
        return say("shown.whole_data", language)
    *around, last = steps
    words = [_told(step, language, said) for step in around]
    words.append(_end(last, language) if _is_field(last) else _told(last, language, said))
    whole = words.pop(0)
    for part in words:
        whole = say("shown.place_within", language, whole=whole, part=part)
    return whole


def _is_field(step: Step) -> bool:
    return not step.item and step.about is None


def _end(step: Step, language: Language) -> str:
    title, typed = _word(step, "", language), step.typed or step.field
    return say("shown.typed_field", language, title=title, path=typed) if title else typed


def _told(step: Step, language: Language, said: Callable[[Said], str]) -> str:
    words = _item(step, language) if step.item else _word(step, "", language) or step.field
    return f"{words} ({said(step.about)})" if step.about is not None else words


def _item(step: Step, language: Language) -> str:
    one = _word(step, ".one", language)
    if one:
        return say("shown.item", language, one=one, item=step.item)
    title = _word(step, "", language) or step.field
    return say("shown.item_of", language, title=title, item=step.item)


def _word(step: Step, end: str, language: Language) -> str:
    """What the field is called where it stands, or everywhere."""
    own = find(f"field.{step.of}.{step.field}{end}", language)
    return own or find(f"field.{step.field}{end}", language) or ""
