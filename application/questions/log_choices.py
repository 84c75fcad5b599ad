"""What may be chosen in a form whatever case it is about: persons that the log knows, kinds of units."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from application.questions.editions import editions
from application.questions.filters import unit_kinds
from application.questions.form_choices import Choice
from application.questions.persons import registered
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System

MOST_PERSONS = 500
"""Beyond these nobody reads a list: a person is searched for, and their id is typed."""


def choices_in(system: System) -> dict[str, tuple[Choice, ...]]:
    """The choices that a log gives, by what a field names; none where there are too many."""
    return {
        "person": _persons(system),
        "measure": _measures(system),
        "unit_kind": tuple(Choice(code, kinds.of("unit_kind", code)) for code in unit_kinds()),
    }


def _measures(system: System) -> tuple[Choice, ...]:
    """The figures that units report, each once, as the first programme calls it that asks for it."""
    found: dict[str, Choice] = {}
    for edition in editions(system):
        for code, label in edition.programme.measures.items():
            if label.computed == "entered":
                found.setdefault(code, Choice(code, kinds.of("measure", code, label)))
    return tuple(found.values())


def _persons(system: System) -> tuple[Choice, ...]:
    found = [event.person for _, event in islice(registered(system), MOST_PERSONS + 1)]
    if len(found) > MOST_PERSONS:
        return ()
    return tuple(Choice(code, kinds.person(code)) for code in found)
