"""Who issues and who signs: units as they were called on a day, the body above them, the post of a signer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.running.person_name import name_of
from domain.streams import split_organ

if TYPE_CHECKING:
    from datetime import date

    from application.running.world import LedgerWorld
    from domain.case.state import Act


class UnitOnPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as it was called on the day of the paper."""

    code: str
    kind: str
    name: str


class OrganOnPaper(msgspec.Struct, frozen=True, kw_only=True):
    """An organ of a unit, and the unit above; `above` is None where the log has none."""

    organ: str
    unit: UnitOnPaper
    above: UnitOnPaper | None


class Signer(msgspec.Struct, frozen=True, kw_only=True):
    """Who signs; empty is what the log does not have: a name that was erased, a post that was never given."""

    name: str = ""
    post: str = ""


def unit_on_paper(world: LedgerWorld, code: str, on: date) -> UnitOnPaper | None:
    """A unit on a day; None where it is not known."""
    unit = world.unit(code)
    if unit is None:
        return None
    return UnitOnPaper(code=code, kind=unit.kind_on(on), name=unit.name_on(on) or code)


def organ_on_paper(world: LedgerWorld, organ: str, on: date) -> OrganOnPaper | None:
    """The organ in whose name an act was done (`unit/organ`); None for a member who acts for themselves."""
    if "/" not in organ:
        return None
    code, name = split_organ(organ)
    own = unit_on_paper(world, code, on)
    return OrganOnPaper(organ=name, unit=own, above=_above(world, code, on)) if own else None


def _above(world: LedgerWorld, code: str, on: date) -> UnitOnPaper | None:
    unit = world.unit(code)
    parent = unit.parent_on(on) if unit else ""
    return unit_on_paper(world, parent, on) if parent else None


def signer_of(world: LedgerWorld, act: Act, on: date) -> Signer:
    """Who did an act, with the post of the mandate that they held of its organ on its day."""
    person = world.person(act.signed_by)
    held = (
        each
        for each in (person.mandates.values() if person else ())
        if each.organ == act.organ and each.post and each.holds_on(on)
    )
    name = name_of(world.app.ledger, act.signed_by) or ""
    return Signer(name=name, post=next((each.post for each in held), ""))
