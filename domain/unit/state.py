"""What is known of a unit on any date."""

from __future__ import annotations

from datetime import date

import msgspec

from domain.dated import Dated


class Follower(msgspec.Struct):
    """A person assigned to follow the unit, from a date to a date (both included)."""

    person: str
    since: date
    until: date | None = None

    def holds_on(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


class Unit(msgspec.Struct):
    """A unit as folded from its events; `visits` are the days on which a follower
    came, `ended_on` the first day on which it is no more.
    """

    code: str
    registered_on: date
    org_type: str = ""
    names: Dated[str] = msgspec.field(default_factory=Dated[str])
    kinds: Dated[str] = msgspec.field(default_factory=Dated[str])
    parents: Dated[str] = msgspec.field(default_factory=Dated[str])
    attributes: Dated[list[str]] = msgspec.field(default_factory=Dated[list[str]])
    organs: dict[str, Dated[bool]] = {}
    followers: list[Follower] = []
    visits: list[date] = []
    predecessors: list[str] = []
    ended_on: date | None = None
    successors: list[str] = []

    def exists_on(self, on: date) -> bool:
        """Whether the unit exists on a day."""
        return self.registered_on <= on and (self.ended_on is None or on < self.ended_on)

    def name_on(self, on: date) -> str:
        return self.names.at(on) or ""

    def kind_on(self, on: date) -> str:
        return self.kinds.at(on) or ""

    def org_type_on(self, on: date) -> str:
        """The organisation type, empty before the unit exists."""
        return self.org_type if on >= self.registered_on else ""

    def parent_on(self, on: date) -> str:
        """The code of the unit above, empty at the top."""
        return self.parents.at(on) or ""

    def attributes_on(self, on: date) -> list[str]:
        return self.attributes.at(on) or []

    def organs_on(self, on: date) -> list[str]:
        """The organs that the unit has on a day, in order of name."""
        return sorted(organ for organ, since in self.organs.items() if since.at(on))

    def has_organ(self, organ: str, on: date) -> bool:
        since = self.organs.get(organ)
        return since is not None and bool(since.at(on))

    def followers_on(self, on: date) -> list[str]:
        """Persons who follow the unit on a day."""
        return [follower.person for follower in self.followers if follower.holds_on(on)]
