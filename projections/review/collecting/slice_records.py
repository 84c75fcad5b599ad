"""What the review keeps of the details of an act: one small record for each kind.

They are tagged, so that they can be sent from one process to another.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Kept(msgspec.Struct, frozen=True, cache_hash=True, gc=False, tag_field="shape", tag=True):
    """The root of them all; an event of the log has no tag and needs none."""


class Score(msgspec.Struct, frozen=True, gc=False):
    """What a sheet came to. `points` and `met` stay JSON by node until somebody asks."""

    passes: bool
    level: str = ""
    total: Decimal | None = None
    points: bytes = b"{}"
    met: bytes = b"{}"


class Scored(Kept, frozen=True, cache_hash=True, gc=False):
    """A sheet of an assessor, an appraiser (with a `proposal`) or the decider (with a `level`)."""

    outcome: Score | None = None
    proposal: str = ""
    level: str = ""
    grade: str = ""
    number: str = ""


class Revoked(Kept, frozen=True, cache_hash=True, gc=False):
    number: str
    ground: str
    effect: str
    effect_on: str | None = None


class Flag(Kept, frozen=True, cache_hash=True, gc=False):
    """A flag on what relied on a changed recognition, or its review with a `result`.

    `dependent` is the outcome itself where it is no case; it is flagged in the case it relied on.
    """

    revoked: str
    use: str
    value: str = ""
    dependent: str = ""
    result: str = ""


class Numbered(Kept, frozen=True, cache_hash=True, gc=False):
    """A reward decided or recalled."""

    reward: str
    number: str = ""
    returned: bool = False


class Corrected(Kept, frozen=True, cache_hash=True, gc=False):
    of_position: int
    field: str
    value: str


class EvidenceId(Kept, frozen=True, cache_hash=True, gc=False):
    evidence: str


class Stance(Kept, frozen=True, cache_hash=True, gc=False):
    stance: str


class Successor(Kept, frozen=True, cache_hash=True, gc=False):
    successor: str


class Answer(Kept, frozen=True, cache_hash=True, gc=False):
    accepted: bool


class Ballots(Kept, frozen=True, cache_hash=True, gc=False):
    """A vote, by whether it carried."""

    passed: bool | None = None


class SetDue(Kept, frozen=True, cache_hash=True, gc=False):
    """A day that an act set for the next one."""

    due_on: str | None = None
    explain_by: str | None = None

    @property
    def day(self) -> str:
        return self.due_on or self.explain_by or ""


AnyKept = (
    Scored
    | Revoked
    | Flag
    | Numbered
    | Corrected
    | EvidenceId
    | Stance
    | Successor
    | Answer
    | SetDue
    | Ballots
)
"""As they are sent; which of them an act has follows from its topic, as whoever asks for the act knows."""
