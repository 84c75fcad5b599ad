"""The organ of a unit as people type it: `SL-CB3/cell_committee`, its word for its code, a unit with one organ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.acting import REGISTRAR
from domain.refusals import RefusedError, refusal
from words import kinds
from words.folded import folded
from words.language import find

if TYPE_CHECKING:
    from domain.unit.state import Unit
    from domain.world import World

_MEMBER = "member:"
_LOG = REGISTRAR.partition("/")[0]


def typed_organ(text: str, world: World) -> str:
    """The organ as `unit/organ`; nothing typed stays nothing.

    Raises RefusedError for a unit that is none, and for an organ that it does not have, naming those it has.
    """
    if text in {_LOG, REGISTRAR}:
        return REGISTRAR
    if text.startswith(_MEMBER):
        return _of_member(text.removeprefix(_MEMBER).removesuffix("/member"), world)
    if not text:
        return text
    code, slash, name = text.rpartition("/") if "/" in text else (text, "", "")
    unit = world.unit(code)
    if unit is None:
        raise RefusedError([refusal("unit_unknown", unit=kinds.unit(code or text))])
    organ = _organ(unit, name if slash else "")
    if organ is None:
        known = [kinds.as_typed(f"{code}/{each}", _titles(each)) for each in sorted(unit.organs)]
        raise RefusedError([refusal("organ_to_be_named", unit=kinds.unit(code), known=known)])
    return f"{code}/{organ}"


def _of_member(person: str, world: World) -> str:
    if world.person(person) is None:
        raise RefusedError([refusal("person_unknown", person=kinds.person(person))])
    return f"{_MEMBER}{person}/member"


def _organ(unit: Unit, name: str) -> str | None:
    if name in unit.organs:
        return name  # as every command has it that was filled in by a form: no words are looked up
    if not name and len(unit.organs) == 1:
        return next(iter(unit.organs))
    named = {folded(word): organ for organ in unit.organs for word in (organ, *_titles(organ))}
    return named.get(folded(name))


def _titles(organ: str) -> tuple[str, str]:
    return find(f"organ.{organ}", "vi") or organ, find(f"organ.{organ}", "en") or organ
