"""What a command names that is about no case yet: a programme and a unit, a round, a unit and its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.editions import editions
from domain.catalogue import VERBS
from web.acts.inputs import Input, Option
from web.acts.paths import UNIT, YEAR, one

if TYPE_CHECKING:
    from web.acts.giving import Giving

_NAMED = {
    "case": ("programme", "subject", "period"),
    "round": ("programme", "period"),
    "unit": ("target",),
    "person": ("target",),
    "unit-year": ("target",),
}
_IN_THE_DATA = {"register-unit", "register-person", "open-round"}
"""Commands whose own data name what they make."""


def about_inputs(giving: Giving) -> list[Input]:
    """The inputs in which it is said what a command is about; none for one on a case."""
    verb = VERBS[giving.verb]
    if giving.case or verb.verb in _IN_THE_DATA:
        return []
    return [_input(giving, name, verb.stream) for name in _NAMED.get(verb.stream, ())]


def _input(giving: Giving, name: str, stream: str) -> Input:
    words, value = giving.asked.spoken.words, one(giving.typed, name)
    key = f"web.about.{stream}.{name}"
    drawn = Input("text", name, words(key), words(f"{key}.hint"), required=True, value=value)
    if name == "target" and stream == "unit-year":
        return _unit_and_year(giving, drawn)
    if name != "programme":
        return drawn
    codes = [each.programme.code for each in editions(giving.asked.system) if each.tables]
    options = [Option(c, giving.asked.spoken.value(c, "programme"), c == value) for c in codes]
    return drawn._replace(draw="select", options=tuple(options))


def _unit_and_year(giving: Giving, drawn: Input) -> Input:
    """A unit of those that one sees, and the year; told where the address names both."""
    spoken = giving.asked.spoken
    unit, _, year = drawn.value.partition(":")
    if year.isdecimal():
        told = spoken.words("web.about.unit_in_year", unit=spoken.value(unit, "unit"), year=year)
        return drawn._replace(draw="told", hint=told)
    units = sorted((spoken.value(code, "unit"), code) for code in giving.asked.sight.units)
    chosen = one(giving.typed, UNIT)
    options = tuple(Option(code, name, code == chosen) for name, code in units)
    inside = (
        Input("select", UNIT, spoken.words("web.about.unit-year.unit"), "", required=True, options=options),
        Input("number", YEAR, spoken.words("web.about.unit-year.year"), "", required=True,
              value=one(giving.typed, YEAR) or str(giving.asked.system.today().year)),
    )  # fmt: skip
    return drawn._replace(draw="record", hint="", inputs=inside)
