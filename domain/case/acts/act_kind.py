"""What is true of every act of a kind, in one record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from domain.events.marks import marked

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events.base import Data, StepTaken
    from domain.refusal import Refusal

    Rule = Callable[[Situation, Any], list[Refusal]]
    Fill = Callable[[Situation, Any], Any]

InReview = Literal["lasting", "always", "ordinary", "once", "hands_in"]
"""What the review of a year does with acts of a kind (projections/review/collecting/kept_acts.py).

`lasting` ones are kept in a case of any year; who stood behind them is told `always`, never where
they are `ordinary`, and where they are the second of those that come `once`; `hands_in` marks the
act that hands a case in.
"""
Changes = Literal["", "revoked", "restored", "superseded"]
Course = Literal["", "leaves", "resumes"]
TaskKind = Literal["", "opinion", "petition", "review", "recall", "inquiry"]


class DueBy(NamedTuple):
    """The day that an earlier act has set: the newest of that kind, in that field."""

    event: type[StepTaken[Any]]
    field: str


class ActKind(NamedTuple):
    """A kind of act on a case. Its payload and its event say what each field is (`domain.events.marks`).

    `verb` is the command, empty where the act follows from another by itself. `rules` say what is
    wrong with what was typed, `fill` answers the payload with all filled in that the decision knows
    better. `guards` hold in every programme, whether or not its file names them (docs/engine.md).
    `after_lock`: also in a locked round, which allows looking at a recognition again, never making
    one. `about` is the field that tells acts of one kind apart; `own`: by several people or organs,
    each their own. `worded_by` is the field on which the words depend, `settles` the task beside
    the case's stage that the act settles. `changes` is what becomes of a recognition by the act, which
    everything that relied on it is told; `course` whether the act leaves the way to a decision, so that nobody
    waits for it, or resumes one that was suspended.
    """

    event: type[StepTaken[Any]]
    verb: str = ""
    rules: tuple[Rule, ...] = ()
    fill: Fill | None = None
    guards: tuple[str, ...] = ()
    after_lock: bool = False
    while_suspended: bool = False
    due_by: DueBy | None = None
    about: str = ""
    own: bool = False
    worded_by: str = ""
    settles: TaskKind = ""
    changes: Changes = ""
    course: Course = ""
    in_review: tuple[InReview, ...] = ()

    @property
    def topic(self) -> str:
        """The stored name of its event."""
        return self.event.TOPIC

    @property
    def payload(self) -> type[Data]:
        """The record that its command asks for, which its event holds."""
        bases: tuple[Any, ...] = getattr(self.event, "__orig_bases__", ())
        payload: type[Data] = get_args(bases[0])[0]
        return payload

    @property
    def filled_in(self) -> frozenset[str]:
        """The fields that nobody types."""
        return marked(self.payload, "filled_in", "always")

    @property
    def decisive(self) -> frozenset[str]:
        """The fields that no correction changes."""
        return marked(self.payload, "decisive")

    def refusals(self, situation: Situation) -> list[Refusal]:
        """List what is wrong with what was typed."""
        payload = situation.command.payload
        return [refusal for rule in self.rules for refusal in rule(situation, payload)]

    def completed(self, situation: Situation) -> Any:
        """Answer the payload of the command with everything filled in."""
        payload = situation.command.payload
        return self.fill(situation, payload) if self.fill else payload
