"""How events change a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.envelope import Stamp
from domain.events import person as p
from domain.events.base import Event
from domain.person.state import Delegation, Mandate, Membership, Person


def evolve(person: Person | None, event: Event, stamp: Stamp) -> Person:
    """Apply an event; raise TypeError for one that is not of a person."""
    if isinstance(event, p.PersonRegistered):
        return Person(person=event.person)
    change = _CHANGES.get(type(event))
    if person is None or change is None:
        raise TypeError(type(event))
    change(person, event, date.fromisoformat(stamp.effective_on), stamp.version)
    return person


def _started(person: Person, event: p.MembershipStarted, on: date, _version: int) -> None:
    person.memberships.append(Membership(event.unit, on, None, event.standing, event.is_leader))
    person.memberships.sort(key=lambda membership: membership.since)


def _left(person: Person, event: p.MembershipEnded, on: date, _version: int) -> None:
    """The stay of that day ends; a later one in the same unit stays, one with a later end ends sooner."""
    for membership in person.memberships:
        if membership.unit == event.unit and membership.holds_on(on):
            membership.until = on


def _given(person: Person, event: p.MandateGiven, on: date, version: int) -> None:
    person.mandates[event.mandate] = Mandate(
        event.mandate, event.organ, event.power, on, event.until, version, event.post
    )


def _ended(person: Person, event: p.MandateEnded, on: date, _version: int) -> None:
    mandate = person.mandates[event.mandate]
    mandate.until = min(mandate.until or on, on)


def _delegated(person: Person, event: p.DelegationGiven, on: date, version: int) -> None:
    person.delegations[event.delegation] = Delegation(
        delegation=event.delegation,
        delegator=event.delegator,
        mandate=event.mandate,
        organ=event.organ,
        since=on,
        until=event.until,
        scope=list(event.scope),
        version=version,
    )


def _undelegated(person: Person, event: p.DelegationEnded, on: date, _version: int) -> None:
    delegation = person.delegations[event.delegation]
    delegation.until = min(delegation.until, on)


def _exempted(person: Person, event: p.ExemptionRecorded, on: date, _version: int) -> None:
    person.exemptions.append((on, event.until))


def _described(person: Person, event: p.PersonAttributesChanged, on: date, version: int) -> None:
    person.attributes.put(on, version, list(event.attributes))


_CHANGES: dict[type[Event], Callable[[Person, Any, date, int], None]] = {
    p.MembershipStarted: _started,
    p.MembershipEnded: _left,
    p.ExemptionRecorded: _exempted,
    p.PersonAttributesChanged: _described,
    p.MandateGiven: _given,
    p.MandateEnded: _ended,
    p.DelegationGiven: _delegated,
    p.DelegationEnded: _undelegated,
}
