"""What may be chosen in a form beside what its case says: units, organs and subjects in sight, programmes, papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from application.questions.cases import world_of
from application.questions.editions import editions
from application.questions.form_choices import Choice
from application.questions.persons import who_acts
from domain.programme.documents import DOCUMENTS
from domain.streams import split_organ
from web.acts.for_whom import choices_of_organ
from words import kinds

if TYPE_CHECKING:
    from application.questions.forms import Field
    from web.acts.giving import Giving

MOST, MOST_TICKED = 500, 60
"""So many are offered to choose one of, and to tick several of; beyond them a name is typed."""


def offered(giving: Giving, fields: Iterable[Field]) -> list[Field]:
    """The same fields with choices by name where nobody should have to know a code."""
    return [_offered(giving, each) for each in fields]


def _offered(giving: Giving, field: Field) -> Field:
    inside = tuple(_offered(giving, each) for each in field.fields)
    field = replace(field, fields=inside) if inside else field
    if field.name == "voters" and giving.case:
        return replace(field, choices=tuple(_voters(giving)) or field.choices)
    if field.choices or field.kind not in _OFFERED or field.keyed_by:
        return field
    found = tuple(_OFFERED[field.kind](giving))
    return (
        replace(field, choices=found)
        if len(found) <= (MOST_TICKED if field.many else MOST)
        else field
    )


def _units(giving: Giving) -> list[Choice]:
    return _by_name(giving, (Choice(code, kinds.unit(code)) for code in giving.asked.sight.units))


def _organs(giving: Giving) -> list[Choice]:
    world = world_of(giving.asked.system)
    known = ((code, world.unit(code)) for code in giving.asked.sight.units)
    names = (
        f"{code}/{organ}" for code, unit in known if unit for organ in unit.organs_on(world.today)
    )
    return _by_name(giving, (Choice(name, kinds.organ(name)) for name in names))


def _subjects(giving: Giving) -> list[Choice]:
    names = (f"unit:{code}" for code in giving.asked.sight.units)
    return _by_name(giving, (Choice(name, kinds.subject(name)) for name in names))


def _programmes(giving: Giving) -> list[Choice]:
    codes = [each.programme.code for each in editions(giving.asked.system) if each.tables]
    return [Choice(code, kinds.programme(code)) for code in dict.fromkeys(codes)]


def _documents(_giving: Giving) -> list[Choice]:
    return [Choice(code, kinds.document(code)) for code in DOCUMENTS]


def _voters(giving: Giving) -> list[Choice]:
    """Those who may act for the organ that decides: nobody else votes there."""
    organs = [
        each.value for each in choices_of_organ(giving) if not each.value.startswith("member:")
    ]
    units = dict.fromkeys(split_organ(organ)[0] for organ in organs)
    rows = [
        row
        for unit in units
        for row in who_acts(giving.asked.system, unit, giving.asked.system.today())
    ]
    persons = dict.fromkeys(row.person for row in rows if row.organ in organs)
    return [Choice(person, kinds.person(person)) for person in persons]


def _by_name(giving: Giving, choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda each: giving.asked.spoken.said(each.said))


_OFFERED: dict[str, Callable[[Giving], list[Choice]]] = {
    "unit": _units,
    "organ": _organs,
    "subject": _subjects,
    "programme": _programmes,
    "document": _documents,
}
