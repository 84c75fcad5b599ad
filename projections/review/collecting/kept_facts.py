"""What the review keeps of the log: the acts of each case, narrowly, and the rows of units and rounds.

Plain records that can be sent from one process to another. Dates are ISO text, empty where there is none.
"""

from __future__ import annotations

from sys import intern
from typing import Any, NamedTuple

import msgspec

from ledger.entry import Stamped
from projections.cases.lateness import Taken

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


class Stood(NamedTuple):
    """The columns of a row that say who stood behind an act."""

    position: int
    actor: str
    signed_by: str
    organ: str
    authority: str
    recorded_at: str
    reason: str


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


class Move(msgspec.Struct, frozen=True, cache_hash=True, gc=False, array_like=True):
    """What many acts have in common: topic, step, stages, due day. Acts that agree in it share one record."""

    topic: str
    step: str
    from_stage: str
    to_stage: str
    due_on: str = ""
    late: bool = False

    @property
    def moves(self) -> bool:
        """Whether the case is at another stage after it."""
        return self.to_stage != self.from_stage


class KeptAct(msgspec.Struct, gc=False, array_like=True):
    """One act on a case. `details` holds the few fields that some answer asks for.

    `by` is kept for the acts that a table tells; `relied` are the cases that the act relied on.
    """

    position: int
    move: Move
    on: str
    details: Any = None
    by: By | None = None
    relied: tuple[Relied, ...] = ()

    @property
    def taken(self) -> Taken:
        """When it was taken and when it was due."""
        return Taken(self.on, self.move.due_on, self.move.late)


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


def share(opening: Opening) -> None:
    """Make equal texts of many cases one object in memory."""
    opening.programme, opening.version = intern(opening.programme), intern(opening.version)
    opening.period, opening.title = intern(opening.period), intern(opening.title)
    opening.subject_kind, opening.workflow = intern(opening.subject_kind), intern(opening.workflow)
    opening.criteria, opening.org_type = intern(opening.criteria), intern(opening.org_type)


class CaseFacts(msgspec.Struct, gc=False, array_like=True):
    """A case as its events tell it, in order of position.

    `whole` is false for a case of another year, of which only what lasts is kept: its decisions,
    its revocations and what it relied on. `met` are the bits of `kept_acts.ANYTHING` that it has
    so far; they are needed only while it is collected.
    """

    stream: str
    opening: Opening | None = None
    opened_on: str = ""
    acts: list[KeptAct] = []
    whole: bool = True
    met: int = 0


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
