"""What lists are narrowed down by, as people name it: programmes, stages, outcomes, units, persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from application.commands.typed_names import Read, typed_person, typed_unit
from application.commands.typed_organ import typed_organ
from application.commands.typed_programme import typed_programme
from application.questions.cases import world_of
from application.questions.editions import editions
from application.questions.pages import codes_named
from domain.periods import is_period
from domain.refusal import Refusal, RefusedError, refusal, refuse_if_any
from projections.engine import catch_up
from projections.organisation.unit_tree import at_or_below
from words.catalogue import catalogue
from words.kinds import Kind, Labelled, Said
from words.language import in_both

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld

Names = tuple[str, ...]
OUTCOMES = ("PASS", "FAIL", "REVOKED")
_KIND = "unit_kind."
Asked = TypeVar("Asked", bound=msgspec.Struct)
_NAMED: Mapping[str, Read] = {
    "units": typed_unit, "under": typed_unit, "parents": typed_unit, "persons": typed_person,
    "by": typed_person, "organs": typed_organ, "programmes": typed_programme,
}  # fmt: skip
"""How the fields of what is asked are read."""


def stages_named(system: System, typed: Iterable[str]) -> frozenset[str]:
    """Stages by code, or by what one of the programmes calls it; refuses what is none."""
    known: dict[str, list[Labelled]] = {}
    for edition in editions(system):
        for code, label in getattr(edition.programme, "stages", {}).items():
            known.setdefault(code, []).append(label)
    return frozenset(codes_named(typed, known))


def periods_named(typed: Iterable[str]) -> frozenset[str]:
    """Periods as they are written (2024, 2024-Q1, 2024-05); refuses what is none."""
    periods = frozenset(text for text in typed if text)
    none = sorted(text for text in periods if not is_period(text))
    refuse_if_any([refusal("period_unreadable", period=text) for text in none])
    return periods


def kinds_named(typed: Iterable[str]) -> frozenset[str]:
    """Kinds of units by code or word; refuses what is none."""
    known = {code: [_labelled("unit_kind", code)] for code in unit_kinds()}
    return frozenset(codes_named(typed, known))


def unit_kinds() -> list[str]:
    """Every kind of unit, as the catalogues have words for them."""
    return [key.removeprefix(_KIND) for key in catalogue("vi") if key.startswith(_KIND)]


def outcomes_named(typed: Iterable[str]) -> frozenset[str]:
    """Outcomes by code or word; refuses what is none."""
    known = {code: [_labelled("level", code)] for code in OUTCOMES}
    return frozenset(codes_named(typed, known))


def _labelled(kind: Kind, code: str) -> Labelled:
    return Said(kind, code, *in_both(f"{kind}.{code}"))


def in_codes(system: System, asked: Asked) -> Asked:
    """What a list is narrowed down to, with codes where units, persons, organs and programmes were named.

    Refuses every one that is none, or may be several.
    """
    world, reasons = world_of(system), list[Refusal]()
    codes = {
        name: _codes(getattr(asked, name), read, world, reasons)
        for name, read in _NAMED.items()
        if hasattr(asked, name)
    }
    refuse_if_any(reasons)
    return msgspec.structs.replace(asked, **codes)


def _codes(typed: str | Names, read: Read, world: LedgerWorld, reasons: list[Refusal]) -> Any:
    if not isinstance(typed, str):
        return tuple(_codes(each, read, world, reasons) for each in typed)
    try:
        return read(typed, world, "")
    except RefusedError as refused:
        reasons += refused.refusals
        return typed


def units_asked(system: System, codes: Names, under: str) -> frozenset[str] | None:
    """Units that are named, and those at or below another today; None where no unit is asked for."""
    below = _below(system, under) if under else None
    if not codes or below is None:
        return frozenset(codes) if codes else below
    return below & set(codes)


def _below(system: System, code: str) -> frozenset[str]:
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return at_or_below(connection, code, system.today())


def subjects_of(persons: Names) -> frozenset[str]:
    """The members whom cases are about."""
    return frozenset(f"member:{each}" for each in persons)
