"""What is known of a person on any date: never their name, which lives beside the log."""

from __future__ import annotations

from datetime import date

import msgspec

from domain.dated import Dated
from domain.events.person import Power


class Membership(msgspec.Struct):
    """Being on a unit's roll from a date to a date (both included)."""

    unit: str
    since: date
    until: date | None = None
    standing: str = "FULL"
    is_leader: bool = False

    def holds_on(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


class Mandate(msgspec.Struct):
    """A mandate of an organ; `version` is the version of the event that gave it."""

    mandate: str
    organ: str
    power: Power
    since: date
    until: date | None
    version: int
    post: str = ""

    def holds_on(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


class Delegation(msgspec.Struct):
    """Another person's mandate lent to this person, for listed verbs or for all."""

    delegation: str
    delegator: str
    mandate: str
    organ: str
    since: date
    until: date
    scope: list[str]
    version: int

    def covers(self, on: date, verb: str) -> bool:
        return self.since <= on <= self.until and (not self.scope or verb in self.scope)


class Person(msgspec.Struct):
    """A person as folded from their events."""

    person: str
    memberships: list[Membership] = []
    exemptions: list[tuple[date, date | None]] = []
    mandates: dict[str, Mandate] = {}
    delegations: dict[str, Delegation] = {}
    attributes: Dated[list[str]] = msgspec.field(default_factory=Dated[list[str]])

    def attributes_on(self, on: date) -> list[str]:
        """What programmes may ask of them on a day, by code."""
        return self.attributes.at(on) or []

    def unit_on(self, on: date) -> str:
        """The unit on whose roll they are on a day, empty for none."""
        return next((m.unit for m in reversed(self.memberships) if m.holds_on(on)), "")

    def is_exempt_on(self, on: date) -> bool:
        return any(
            since <= on and (until is None or on <= until) for since, until in self.exemptions
        )
