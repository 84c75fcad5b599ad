"""What is asked for on the way to a decision: vote, dossier, consultation, meetings, measures."""

from __future__ import annotations

from typing import Literal

import msgspec

from domain.programme.labels import Clauses, Labelled, Record


class Vote(Record, frozen=True, kw_only=True):
    """A counted vote (D-21): shares are fractions such as `2/3`, `> 1/2` of the roll.

    `majority_of` says of whom: the roll, those present, ballots issued, returned or valid, votes cast
    for and against. With `each` every criterion, or every group of them, is voted on by itself as well.
    `roll: kept` takes the roll of the log alone; `declared` takes another with a reason.
    """

    required: bool
    quorum: str = "2/3"
    majority: str = "1/2"
    majority_of: Literal["roll", "present", "issued", "returned", "valid", "cast"] = "roll"
    each: Literal["", "criterion", "group"] = ""
    roll: Literal["declared", "kept"] = "declared"
    secret: bool = True
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""

    def asked_of(self, kind: str) -> bool:
        """Whether the guideline asks for a vote on subjects of a kind."""
        return self.required and (not self.subjects or kind in self.subjects)


class DossierDocument(Labelled, frozen=True, kw_only=True):
    """A document of the dossier (its code in `document`, see docs/glossary.md)."""

    document: str
    required: bool = True
    subjects: list[str] = []


class Consultation(Record, frozen=True, kw_only=True):
    """Bodies asked before the decision (D-23); `bodies` are role names, `days` to answer."""

    required: bool
    bodies: list[str]
    days: int = 10
    silence_is_consent: bool = False
    subjects: list[str] = []
    clause: Clauses = ""
    default: str = ""


class Window(Record, frozen=True, kw_only=True):
    """Days of the month for a regular meeting, and the widened window (D-14)."""

    first: int
    last: int
    widened_first: int
    widened_last: int
    clause: Clauses = ""
    default: str = ""


class Frame(Record, frozen=True, kw_only=True):
    """The instrument by whose frame meetings are rated, a key of the sources; by another only with a reason."""

    source: str
    clause: Clauses = ""
    default: str = ""


class MeetingRules(Record, frozen=True, kw_only=True):
    """What measures ask of meetings: the window of days, the months of conferences, the frame of ratings.

    `conference_months` are the months of each occasion on which the whole Party body meets.
    """

    window: Window | None = None
    frame: Frame | None = None
    conference_months: list[list[int]] = []
    clause: Clauses = ""
    default: str = ""


class Measure(Labelled, frozen=True, kw_only=True):
    """A measured value: `from` names the computation in the domain's catalogue, or `entered`."""

    computed: str = msgspec.field(default="entered", name="from")
    unit: str = ""
