"""Who may do what: roles resolved to organs of units by subject kind and date (docs/engine.md)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from domain.programme.labels import Clauses, Label, Record


class OrganSelector(Record, frozen=True, kw_only=True):
    """An organ of a unit found from the subject.

    `of` is `self` (the subject's unit; a member's cell), `superior` (its parent on the date),
    `superior:2` (the parent's parent), `nearest:KIND|KIND` (the first ancestor of a kind),
    `unit:CODE`, or `person` (the member of the case, organ `member`).
    """

    organ: str
    of: str = "self"


class AuthorityRule(Record, frozen=True, kw_only=True):
    """From when to when, and for which subject kinds, which organs hold a role.

    `pick: first` takes the first organ that exists on the date (a cell committee, or else the
    cell); `any` lets each of them act.
    """

    organs: list[OrganSelector]
    subjects: list[str] = []
    pick: Literal["first", "any"] = "first"
    valid_from: date | None = msgspec.field(default=None, name="from")
    valid_until: date | None = msgspec.field(default=None, name="until")
    clause: Clauses = ""
    default: str = ""


class Role(Label, frozen=True, kw_only=True):
    """A role of a programme and the rules that resolve it."""

    rules: list[AuthorityRule]
    clause: Clauses = ""
