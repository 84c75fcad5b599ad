"""What a value is, so that whoever shows it knows how: a date, a share, a verb, a stage, a person."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, Protocol

import msgspec

Kind = Literal[
    "text", "number", "ordinal", "share", "money", "date", "instant", "yes_no", "list",
    "verb", "event", "stage", "role", "organ", "unit", "unit_kind", "org_type", "subject", "subject_kind",
    "person", "case", "programme", "round", "period", "cadence", "level", "title", "effect", "document",
    "criterion", "ground", "use", "reward", "power", "measure", "deadline", "field", "column",
    "choice", "change", "state", "report", "review", "commendation", "session", "reason", "workflow",
    "stream", "mark", "typed", "typed_field", "because", "either", "json_kind", "programme_part", "flaw",
    "code", "lines", "limit", "value",
    "authority", "touched", "turned", "after_the_seal", "refusal", "found", "attribute", "read_model", "relation",
    "altered",
]  # fmt: skip
"""How a value is shown. An `ordinal` (a year, a position, a line) is never grouped; a `share` is an
exact part of one; `text` is what somebody typed, `lines` several of them; a `code` is shown as it is,
to be typed again; `typed` is said in words with the code behind, a `typed_field` is a place in data
(`words.places`); a `limit` is a comparison such as
`>= 90 %`, a `value` what stood in some field.
From `verb` on it is a code that has words."""


class Labelled(Protocol):
    """What a programme file gives a code: its text in both languages."""

    @property
    def vi(self) -> str: ...
    @property
    def en(self) -> str: ...


class Said(msgspec.Struct, frozen=True):
    """A value and its kind; `vi` and `en` are the words that its programme has for it, if any."""

    kind: Kind
    value: Any
    vi: str = ""
    en: str = ""

    def __str__(self) -> str:
        if self.kind == "list":
            return ", ".join(map(str, self.value))
        if self.kind == "typed":
            return str(self.value[1])
        return str(self.value)


class Because(msgspec.Struct, frozen=True):
    """A reason ready to be said: a key of the catalogues and the values of its placeholders."""

    key: str
    values: dict[str, Said] = {}

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key}({values})"


def because(key: str, /, **values: object) -> Because:
    """Make a reason; a plain value is shown by its type, a code says its kind."""
    return Because(key, {name: said(value) for name, value in values.items()})


def said(value: object) -> Said:
    """A value by its type: a day, an instant, a number, a share, a list; anything else is text."""
    if isinstance(value, str):
        return Said("text", value)
    if isinstance(value, Said):
        return value
    if isinstance(value, Because):
        return Said("because", value)
    if isinstance(value, list | tuple | set | frozenset):
        return Said("list", tuple(said(each) for each in value))
    for kind, types in _BY_TYPE:
        if isinstance(value, types):
            return Said(kind, value)
    return Said("text", str(value))


_BY_TYPE: tuple[tuple[Kind, tuple[type, ...]], ...] = (
    ("yes_no", (bool,)),
    ("number", (int, Decimal, Fraction)),
    ("instant", (datetime,)),
    ("date", (date,)),
)


def of(kind: Kind, value: object, label: Labelled | None = None) -> Said:
    """A code of a kind, with the words that its programme gives it."""
    return Said(kind, value, label.vi, label.en) if label is not None else Said(kind, value)


def text(value: str) -> Said:
    """What somebody typed or a file says."""
    return Said("text", value)


def as_typed(code: str, titles: tuple[str, str]) -> Said:
    """A code as people type it, with what it is called in Vietnamese and in English."""
    vi, en = (f"{code} ({title})" for title in titles)
    return Said("text", code, vi, en)


def typed(value: Said, code: str = "") -> Said:
    """A code in words, and behind them as people type it, which may be a part of it."""
    return Said("typed", (value, code or str(value)))


def many(kind: Kind, values: Any) -> Said:
    """Several codes of one kind."""
    return Said("list", tuple(Said(kind, value) for value in values))


def ordinal(value: int | str) -> Said:
    """A year, a position, a line: a number that is never grouped."""
    return Said("ordinal", value)


def day(value: date | str) -> Said:
    """A day; as text it is ISO."""
    return Said("date", value)


def instant(value: datetime | str) -> Said:
    """A moment; as text it is ISO."""
    return Said("instant", value)


def share(value: Fraction) -> Said:
    """A part of one."""
    return Said("share", value)


def verb(name: str) -> Said:
    """A command's verb."""
    return Said("verb", name)


def stage(name: str, label: Labelled | None = None) -> Said:
    """A stage of a programme's workflow."""
    return of("stage", name, label)


def organ(name: str) -> Said:
    """An organ, by itself or of a unit: `inspection_commission`, `DU/inspection_commission`."""
    return Said("organ", name)


def unit(code: str) -> Said:
    """A unit by its code."""
    return Said("unit", code)


def person(code: str) -> Said:
    """A person by their id."""
    return Said("person", code)


def subject(name: str) -> Said:
    """Whom a case is about: `unit:KT`, `member:kt-09`."""
    return Said("subject", name)


def level(name: str, label: Labelled | None = None) -> Said:
    """A level of an outcome: PASS, FAIL, one of a scale."""
    return of("level", name, label)


def programme(code: str, label: Labelled | None = None) -> Said:
    """A programme by its code."""
    return of("programme", code, label)


def round_of(stream: str) -> Said:
    """A round by its stream: `round:kon-tum:2024`."""
    return Said("round", stream)


def case(name: str) -> Said:
    """A case by its id."""
    return Said("case", name)


def document(code: str, label: Labelled | None = None) -> Said:
    """A paper by its code in a dossier."""
    return of("document", code, label)


def reward(code: str, label: Labelled | None = None) -> Said:
    """A reward of a programme."""
    return of("reward", code, label)


def field(name: str) -> Said:
    """A field of a command's payload."""
    return Said("field", name)
