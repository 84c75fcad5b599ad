"""What a decision needs to know of a case: its stage and the acts that brought it there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from domain.case.ruling import TOPIC, ruled
from domain.events import BY_TOPIC
from domain.events import case as c
from domain.events.base import StepTaken

if TYPE_CHECKING:
    from domain.events.details import Decision, Supersession
    from domain.events.unit_year import ClassificationLevel


class Way(msgspec.Struct, gc=False):
    """Step and stages of an act: read at once, while the rest of its event is decoded only when asked for."""

    step: str
    from_stage: str
    to_stage: str


class Act(msgspec.Struct, eq=False, gc=False):
    """One act on the case: what it was, where and by whom it was recorded.

    `effective_on` and `recorded_at` are ISO text. The event is decoded when it is asked for: a
    decision looks at few of a case's acts, and decoding is most of what a fold costs.
    """

    topic: str
    version: int
    position: int
    effective_on: str
    signed_by: str
    organ: str
    recorded_at: str
    state: bytes = b""
    known: StepTaken[Any] | None = None

    @property
    def event(self) -> StepTaken[Any]:
        """The event, as corrected."""
        if self.known is None:
            decoded: StepTaken[Any] = _DECODE[self.topic](self.state)
            self.known = decoded
        return self.known

    @property
    def way(self) -> Way | StepTaken[Any]:
        """Step and stages: of the event if it is decoded, else read alone. No correction changes them."""
        return self.known or _WAY(self.state)

    @property
    def moved(self) -> bool:
        """Whether the act moved the case from one stage to another."""
        way = self.way
        return way.to_stage != way.from_stage

    def __eq__(self, other: object) -> bool:
        """The same act with the same content, whether or not it has been decoded."""
        return isinstance(other, Act) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash(self.position)

    def _content(self) -> tuple[object, ...]:
        return (
            self.version,
            self.position,
            self.effective_on,
            self.signed_by,
            self.organ,
            self.recorded_at,
            self.event,
        )


_WAY: Callable[[bytes], Way] = msgspec.json.Decoder(Way).decode
_DECODE: dict[str, Callable[[bytes], Any]] = {
    topic: msgspec.json.Decoder(event).decode for topic, event in BY_TOPIC.items()
}


class Case(msgspec.Struct):
    """A case as folded from its events.

    `acts` are in order of position; `latest` holds the newest act of each topic.
    """

    stream: str
    opened: c.CaseOpened
    subject: str
    unit: str
    opened_on: str
    stage: str = "new"
    version: int = 0
    position: int = 0
    suspended: bool = False
    acts: list[Act] = []
    latest: dict[str, Act] = {}

    @property
    def moved_on(self) -> str:
        """The newest date on which a step moved the stage, ISO text; before the first, the opening."""
        return max([self.opened_on, *(act.effective_on for act in self.acts if act.moved)])

    def last(self, event: type[StepTaken[Any]]) -> Act | None:
        """Answer the newest act of a kind, or None."""
        return self.latest.get(event.TOPIC)

    def all(self, event: type[StepTaken[Any]]) -> list[Act]:
        """Answer every act of a kind, oldest first."""
        return [act for act in self.acts if act.topic == event.TOPIC]

    @property
    def annual_level(self) -> ClassificationLevel | None:
        """The annual level that the appraisal proposes, else the one that the unit claims; None where neither does."""
        act = self.newest(c.Appraised, c.LevelClaimed)
        level: ClassificationLevel | None = act.event.details.classification if act else None
        return level

    @property
    def decided(self) -> Act | None:
        """The act of the newest decision on recognition: the first one, or what superseded it."""
        return self.newest(c.DecisionIssued, c.DecisionSuperseded)

    def newest(self, *events: type[StepTaken[Any]]) -> Act | None:
        """Answer the newest act of any of these kinds, or None."""
        acts = [act for event in events if (act := self.last(event))]
        return max(acts, key=lambda act: act.position, default=None)

    @property
    def decision(self) -> Decision | Supersession | None:
        """The newest decision on recognition."""
        act = self.decided
        return act.event.details if act else None

    @property
    def revoked(self) -> Act | None:
        """The act by which the newest decision was revoked, if that is in force (`domain.case.ruling`)."""
        decisions = ruled(self.acts, TOPIC) if c.RecognitionRevoked.TOPIC in self.latest else []
        return decisions[-1][1] if decisions else None

    @property
    def outcome(self) -> str:
        """`PASS` or `FAIL` as decided, empty before; a revoked recognition keeps its `PASS`."""
        return self.decision.level if self.decision else ""

    @property
    def grade(self) -> str:
        """The grade as decided, where the programme has any; empty before and without."""
        return self.decision.grade if self.decision else ""

    @property
    def recognised_and_not_revoked(self) -> bool:
        """Whether the newest decision recognises and is not revoked, whatever the dates."""
        return self.outcome == "PASS" and self.revoked is None

    @property
    def decided_on(self) -> str:
        """The effective date of the decision, ISO text, or empty."""
        act = self.decided
        return act.effective_on if act else ""

    def step_dates(self) -> dict[str, str]:
        """Answer the newest effective date of each step by the step's name."""
        return {act.way.step: act.effective_on for act in self.acts}
