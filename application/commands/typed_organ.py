"""The organ of a unit as people type it: `SL-CB3/cell_committee`, its word for its code, a unit with one organ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.commands.typed_names import typed_person, typed_unit
from domain.authority.acting import REGISTRAR
from domain.refusal import Refusal, RefusedError, refusal
from words import kinds
from words.folded import folded
from words.language import find

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.unit.state import Unit

_MEMBER = "member:"
_LOG = REGISTRAR.partition("/")[0]


def typed_organ(text: str, world: LedgerWorld, about: str = "organ") -> str:
    """The organ as `unit/organ`; nothing typed stays nothing. The unit may be named as `typed_unit` takes it.

    Raises RefusedError, about a field, for a unit that is none, and for an organ that it does not have, naming those
    it has.
    """
    if text in {_LOG, REGISTRAR}:
        return REGISTRAR
    if text.startswith(_MEMBER):
        member = text.removeprefix(_MEMBER).removesuffix("/member")
        return f"{_MEMBER}{typed_person(member, world, about)}/member"
    if not text:
        return text
    named, slash, name = text.rpartition("/") if "/" in text else (text, "", "")
    code = typed_unit(named or text, world, about)
    unit = world.unit(code)
    organ = _organ(unit, name if slash else "") if unit else None
    if organ is None:
        raise RefusedError([_to_be_named(code, _organs(unit), about)])
    return f"{code}/{organ}"


def _to_be_named(code: str, organs: list[str], about: str) -> Refusal:
    if not organs:
        return refusal("unit_without_organs", about=about, unit=kinds.unit(code))
    known = [kinds.as_typed(f"{code}/{each}", _titles(each)) for each in organs]
    return refusal("organ_to_be_named", about=about, unit=kinds.unit(code), known=known)


def _organs(unit: Unit | None) -> list[str]:
    return sorted(unit.organs) if unit else []


def _organ(unit: Unit, name: str) -> str | None:
    if name in unit.organs:
        return name  # as every command has it that was filled in by a form: no words are looked up
    if not name and len(unit.organs) == 1:
        return next(iter(unit.organs))
    named = {folded(word): organ for organ in unit.organs for word in (organ, *_titles(organ))}
    return named.get(folded(name))


def _titles(organ: str) -> tuple[str, str]:
    return find(f"organ.{organ}", "vi") or organ, find(f"organ.{organ}", "en") or organ
