"""When a criterion counts for a subject (docs/engine.md)."""

from __future__ import annotations

from domain.programme.labels import Record


class Applies(Record, frozen=True, kw_only=True):
    """When a node counts. Empty lists say nothing; several say all of them.

    `has` and `lacks` are attributes and organs of the unit, `person_has` and `person_lacks` attributes of the member
    whose case it is; a unit's case has no member.
    """

    subjects: list[str] = []
    org_types: list[str] = []
    has: list[str] = []
    lacks: list[str] = []
    person_has: list[str] = []
    person_lacks: list[str] = []
    months: list[int] = []
    leaders_only: bool = False
