"""Who may sign for an organ, and who may enter for it, on a date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.authority.resolve import superiors
from domain.streams import person_stream, split_organ

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.person.state import Delegation, Person
    from domain.world import World

REGISTRAR = "log/registrar"


def acting_authority(person: str, organ: str, on: date, verb: str, world: World) -> str | None:
    """Answer the event (`person:ID@version`) by which a person may sign for an organ, or None.

    Their own mandate first, then one delegated to them; a delegation holds only while the
    delegator's own mandate does. A member acts for themselves. The registrar sets up what was there
    before the log was: that mandate counts on the day of entry.
    """
    if organ == f"member:{person}/member":
        return f"member:{person}"
    known = world.person(person)
    if known is None:
        return None
    day = world.today if organ == REGISTRAR else on
    return _own(known, organ, day) or _delegated(known, organ, day, verb, world)


def authorities(
    person: str, organs: Iterable[str], on: date, verb: str, world: World
) -> dict[str, str]:
    """Answer those of the organs that a person may sign for, each with the authority."""
    by_organ = {organ: acting_authority(person, organ, on, verb, world) for organ in organs}
    return {organ: authority for organ, authority in by_organ.items() if authority is not None}


def organs_held(person: str, on: date, world: World) -> dict[str, frozenset[str] | None]:
    """Answer every organ that a person may sign for on a day, with the verbs that were lent; None for all verbs.

    It lists what `acting_authority` says of each organ and verb.
    """
    held: dict[str, frozenset[str] | None] = {}
    known = world.person(person)
    for lent in known.delegations.values() if known else ():
        if lent.since <= on <= lent.until and _still_holds(lent, on, world):
            before, scope = held.get(lent.organ, frozenset()), frozenset(lent.scope) or None
            held[lent.organ] = None if before is None or scope is None else before | scope
    for mandate in known.mandates.values() if known else ():
        if mandate.power != "record" and mandate.holds_on(on):
            held[mandate.organ] = None
    return {**held, f"member:{person}/member": None}


def _own(person: Person, organ: str, on: date) -> str | None:
    for mandate in person.mandates.values():
        if mandate.organ == organ and mandate.power != "record" and mandate.holds_on(on):
            return f"{person_stream(person.person)}@{mandate.version}"
    return None


def _delegated(person: Person, organ: str, on: date, verb: str, world: World) -> str | None:
    for delegation in person.delegations.values():
        is_for_it = delegation.organ == organ and delegation.covers(on, verb)
        if is_for_it and _still_holds(delegation, on, world):
            return f"{person_stream(person.person)}@{delegation.version}"
    return None


def _still_holds(delegation: Delegation, on: date, world: World) -> bool:
    delegator = world.person(delegation.delegator)
    mandate = delegator.mandates.get(delegation.mandate) if delegator else None
    return mandate is not None and mandate.power == "act" and mandate.holds_on(on)


def recording_authority(actor: str, organ: str, on: date, verb: str, world: World) -> str | None:
    """Answer the event by which a person may enter acts of an organ, or None (docs/time.md).

    Who may sign for the organ may enter for it; so may who holds a recording mandate in its unit
    or in a unit above it on the day.
    """
    acting = acting_authority(actor, organ, on, verb, world)
    known = world.person(actor)
    if acting or known is None:
        return acting
    units = _units_around(organ, on, world)
    for mandate in known.mandates.values():
        records = mandate.power == "record" and mandate.holds_on(on)
        if records and split_organ(mandate.organ)[0] in units:
            return f"{person_stream(actor)}@{mandate.version}"
    return None


def _units_around(organ: str, on: date, world: World) -> set[str]:
    unit, _ = split_organ(organ)
    if unit.startswith("member:"):
        member = world.person(unit.removeprefix("member:"))
        unit = member.unit_on(on) if member else ""
    return {unit, *superiors(world, unit, on)}
