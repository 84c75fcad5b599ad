"""Events of a unit: a Party organisation, what it is under, which organs it has, by date."""

from __future__ import annotations

from datetime import date

from domain.events.base import Event
from domain.events.marks import PersonId, UnitCode, UnitKind


class UnitRegistered(Event, frozen=True, kw_only=True):
    """A unit is known from the effective date on.

    `kind` is a unit kind of the glossary (`BASE_CELL`, `SUBORDINATE_CELL`, `BASE_COMMITTEE` …);
    `organs` are organ names (`standing_committee`, `cell`, …); `attributes` such as
    `has_above_base_powers`.
    """

    TOPIC = "unit-registered"
    code: str
    name: str
    kind: UnitKind
    org_type: str = ""
    parent: UnitCode = ""
    organs: list[str] = []
    attributes: list[str] = []
    predecessors: list[UnitCode] = []


class UnitRenamed(Event, frozen=True, kw_only=True):
    TOPIC = "unit-renamed"
    name: str


class UnitMoved(Event, frozen=True, kw_only=True):
    """The unit is under another parent from the effective date on."""

    TOPIC = "unit-moved"
    parent: UnitCode


class UnitKindChanged(Event, frozen=True, kw_only=True):
    TOPIC = "unit-kind-changed"
    kind: UnitKind


class AttributesChanged(Event, frozen=True, kw_only=True):
    TOPIC = "attributes-changed"
    attributes: list[str]


class OrganEstablished(Event, frozen=True, kw_only=True):
    TOPIC = "organ-established"
    organ: str


class OrganAbolished(Event, frozen=True, kw_only=True):
    TOPIC = "organ-abolished"
    organ: str


class UnitMerged(Event, frozen=True, kw_only=True):
    """The unit ends and goes on in `into`."""

    TOPIC = "unit-merged"
    into: UnitCode


class UnitSplit(Event, frozen=True, kw_only=True):
    """The unit ends and is split into others; open cases follow the first."""

    TOPIC = "unit-split"
    into: list[UnitCode]


class UnitDissolved(Event, frozen=True, kw_only=True):
    """The unit ends; `successor` takes over its powers and its past decisions (D-37)."""

    TOPIC = "unit-dissolved"
    successor: UnitCode = ""


class FollowerAssigned(Event, frozen=True, kw_only=True):
    """A committee member is assigned to follow the unit (CG-DUT-2)."""

    TOPIC = "follower-assigned"
    person: PersonId
    until: date | None = None


class FollowerReleased(Event, frozen=True, kw_only=True):
    TOPIC = "follower-released"
    person: PersonId


class VisitRecorded(Event, frozen=True, kw_only=True):
    """A follower attended a meeting of the unit or urged it on."""

    TOPIC = "visit-recorded"
    person: PersonId
    purpose: str
