"""Events of a person: the roll, mandates to act or record for an organ, delegations."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.events.base import Document, Event, Text
from domain.events.marks import Organ, PersonAttribute, PersonId, UnitCode

Power = Literal["act", "record", "set_up"]
"""`act`: sign for the organ; `record`: enter for the organ's unit and the units under it;
`set_up`: the registrar's set-up commands only."""


class PersonRegistered(Event, frozen=True, kw_only=True):
    TOPIC = "person-registered"
    person: str
    name: Text


class MembershipStarted(Event, frozen=True, kw_only=True):
    """The person is on the roll of a unit from the effective date on."""

    TOPIC = "membership-started"
    unit: UnitCode
    standing: Literal["FULL", "PROBATIONARY"] = "FULL"
    is_leader: bool = False


class MembershipEnded(Event, frozen=True, kw_only=True):
    TOPIC = "membership-ended"
    unit: UnitCode


class ExemptionRecorded(Event, frozen=True, kw_only=True):
    """The member is exempt from work and activities, until a date where known (D-10)."""

    TOPIC = "exemption-recorded"
    until: date | None = None


class PersonAttributesChanged(Event, frozen=True, kw_only=True):
    """What criteria ask of the person, from the effective date on: all of it, such as a group of work.

    Codes that programmes give words to; never a name or a detail of private life.
    """

    TOPIC = "person-attributes-changed"
    attributes: list[PersonAttribute]


class MandateGiven(Event, frozen=True, kw_only=True):
    """A mandate of an organ `unit/organ`, from the effective date to `until` (that day included)."""

    TOPIC = "mandate-given"
    mandate: str
    organ: Organ
    power: Power = "act"
    post: str = ""
    until: date | None = None
    instrument: Document | None = None


class MandateEnded(Event, frozen=True, kw_only=True):
    """The mandate ends: the effective date is its last day."""

    TOPIC = "mandate-ended"
    mandate: str


class DelegationGiven(Event, frozen=True, kw_only=True):
    """Recorded with the person who receives it: the `delegator` lends a `mandate` of their own.

    One that was lent to them cannot be lent on.
    """

    TOPIC = "delegation-given"
    delegation: str
    delegator: PersonId
    mandate: str
    organ: Organ
    until: date
    scope: list[str] = []
    evidence: Document


class DelegationEnded(Event, frozen=True, kw_only=True):
    TOPIC = "delegation-ended"
    delegation: str
