"""What a decision needs to know of a case: its stage and the acts that brought it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from domain.events import case as c

if TYPE_CHECKING:
    from domain.events.base import StepTaken
    from domain.events.details import Decision, Revocation


class Act(NamedTuple):
    """One act on the case: the event (as corrected), where and by whom it was recorded.

    `effective_on` and `recorded_at` are ISO text.
    """

    event: StepTaken[Any]
    position: int
    effective_on: str
    signed_by: str
    organ: str
    recorded_at: str


class Case(msgspec.Struct):
    """A case as folded from its events.

    `acts` are in order of position; `latest` holds the newest act of each topic; `moved_on` is the
    effective date of the last step that moved the stage.
    """

    stream: str
    opened: c.CaseOpened
    subject: str
    unit: str
    opened_on: str
    stage: str = "new"
    version: int = 0
    position: int = 0
    moved_on: str = ""
    suspended: bool = False
    acts: list[Act] = []
    latest: dict[str, Act] = {}

    def last(self, event: type[StepTaken[Any]]) -> Act | None:
        """Answer the newest act of a kind, or None."""
        return self.latest.get(event.TOPIC)

    def all(self, event: type[StepTaken[Any]]) -> list[Act]:
        """Answer every act of a kind, oldest first."""
        return [act for act in self.acts if act.event.TOPIC == event.TOPIC]

    @property
    def decision(self) -> Decision | None:
        """The newest decision on recognition."""
        act = self.last(c.DecisionIssued)
        return act.event.details if act else None

    @property
    def revocation(self) -> Revocation | None:
        """The revocation of the newest decision, if it was revoked."""
        revoked, decided = self.last(c.RecognitionRevoked), self.last(c.DecisionIssued)
        if revoked is None or decided is None or revoked.position < decided.position:
            return None
        details: Revocation = revoked.event.details
        return details

    @property
    def outcome(self) -> str:
        """`PASS` or `FAIL` as decided, empty before; a revoked recognition keeps its `PASS`."""
        return self.decision.level if self.decision else ""

    @property
    def standing(self) -> bool:
        """Whether the case is recognised and not revoked, whatever the date."""
        return self.outcome == "PASS" and self.revocation is None

    @property
    def decided_on(self) -> str:
        """The effective date of the decision, ISO text, or empty."""
        act = self.last(c.DecisionIssued)
        return act.effective_on if act else ""

    def step_dates(self) -> dict[str, str]:
        """Answer the newest effective date of each step by the step's name."""
        return {act.event.step: act.effective_on for act in self.acts}
