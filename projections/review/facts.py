"""What the review keeps of the log: the acts of each case, narrowly, and the rows of units and rounds.

Plain records that can be sent from one process to another. Dates are ISO text, empty where there is none.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ledger.entry import Stamped
from projections.review.details import Details

Line = Stamped
"""The columns of a row that is kept."""


class Slim(NamedTuple):
    """The columns of every row that the review reads; the first ones of a `Line`."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    effective_on: str


class By(msgspec.Struct, gc=False, array_like=True):
    """Who stood behind an act; `reason` is a commitment."""

    actor: str
    signed_by: str
    organ: str
    authority: str
    recorded_at: str
    reason: str


class Relied(msgspec.Struct, gc=False):
    """A stream that an act relied on, the use and the value it had."""

    stream: str
    use: str
    value: str = ""


class Act(msgspec.Struct, gc=False, array_like=True):
    """One act on a case. `details` holds the few fields that some answer asks for.

    `by` is kept for the acts that a table tells; `relied` are the cases that the act relied on.
    """

    position: int
    topic: str
    step: str
    from_stage: str
    to_stage: str
    on: str
    due_on: str = ""
    late: bool = False
    details: Details = None
    by: By | None = None
    relied: list[Relied] = []

    @property
    def was_late(self) -> bool:
        """Late by its date as corrected; by its own word where no day was due."""
        return self.on > self.due_on if self.due_on else self.late


class Opening(msgspec.Struct, gc=False):
    """A case as it was opened."""

    programme: str
    version: str
    period: str
    subject: str
    subject_kind: str
    unit: str
    title: str
    workflow: str
    criteria: str
    org_type: str = ""


class CaseFacts(msgspec.Struct, gc=False, array_like=True):
    """A case as its events tell it, in order of position.

    `whole` is false for a case of another year, of which only what lasts is kept: its decisions,
    its revocations and what it relied on.
    """

    stream: str
    opening: Opening | None = None
    opened_on: str = ""
    acts: list[Act] = []
    whole: bool = True
    submitted: bool = False


class Relying(msgspec.Struct, gc=False, array_like=True):
    """An act of another stream than a case that relied on cases."""

    stream: str
    position: int
    on: str
    relied: list[Relied]


class Collected(msgspec.Struct, gc=False, array_like=True):
    """What was read of a log or of a part of it; `beside` holds rows of units, rounds and the log."""

    cases: dict[str, CaseFacts] = {}
    beside: dict[str, list[Line]] = {}
    relying: list[Relying] = []
