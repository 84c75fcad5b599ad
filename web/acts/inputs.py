"""The inputs of a form as a template draws them: one for each field, with what was typed and what is wrong there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    pass


class Option(NamedTuple):
    """A choice: what is sent, and what people read."""

    value: str
    words: str
    chosen: bool


class Input(NamedTuple):
    """One place of a form. `draw` is which part of the template draws it; `rows` are those of a list or a mapping.

    `several` says that more than one of the options may be chosen. `wrong` are sentences about this place;
    `slot` is the element in which they are told where that is another.
    """

    draw: str
    name: str
    title: str
    hint: str
    required: bool
    value: str = ""
    options: tuple[Option, ...] = ()
    several: bool = False
    inputs: tuple[Input, ...] = ()
    rows: tuple[Row, ...] = ()
    wrong: tuple[str, ...] = ()
    kind: str = ""
    slot: str = ""


class Row(NamedTuple):
    """One row of a list or a mapping; `title` is its name where the form gives it."""

    title: str
    inputs: tuple[Input, ...]
