"""Collecting a year from rows of the log in order: what is kept is small, and parts can be put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import intern
from typing import Any

import msgspec

from domain.events import ALL, BY_TOPIC
from domain.events import case as c
from domain.events import round as r
from domain.events import unit as u
from domain.events.base import StepTaken
from domain.periods import year_of
from ledger.codec import Codec
from ledger.errors import UnreadableEventError
from ledger.ledger import Ledger
from ledger.reading import Part
from projections.review.facts import (
    Act,
    By,
    CaseFacts,
    Collected,
    Line,
    Opening,
    Relied,
    Relying,
    Slim,
)
from projections.review.shapes import SHAPES, decoder, kept

READ = 500
"""Rows read at once: few enough to stay in the processor's cache."""
LASTING = {
    event.TOPIC
    for event in (
        c.DecisionIssued, c.DecisionSuperseded, c.RecognitionRevoked, c.RecognitionRestored,
        c.CorrectionRecorded, c.SubjectSucceeded, c.DependentOutcomeFlagged, c.DependentOutcomeReviewed,
    )
}  # fmt: skip
"""What is kept of a case of another year."""
ORDINARY = {
    event.TOPIC
    for event in (
        c.ConsultationOpened, c.OpinionGiven, c.ConsultationClosed, c.CommentGiven, c.RewardDecided,
        c.CertificateIssued, c.InspectionConcluded, c.InquiryOpened, c.ExplanationGiven, c.PetitionFiled,
        c.PetitionAnswered, c.DependentOutcomeFlagged, c.DependentOutcomeReviewed,
    )
}  # fmt: skip
"""Acts of the ordinary course after a dossier was submitted, which change nothing that was there."""
ONCE = {c.HopAppraised.TOPIC, c.Appraised.TOPIC, c.DecisionIssued.TOPIC, c.DossierSubmitted.TOPIC}
"""Acts of the ordinary course that change something when they come a second time."""
SUBMITTING = (c.DossierSubmitted.TOPIC, c.LevelClaimed.TOPIC)
"""The act that hands a case in: its dossier, or the claimed level where a programme asks for none."""
_SAID_ALWAYS = {
    event.TOPIC
    for event in (
        c.DecisionIssued, c.DecisionSuperseded, c.RecognitionRevoked, c.RecognitionRestored,
        c.CorrectionRecorded,
    )
}  # fmt: skip
_OF_UNITS = {
    u.UnitRegistered.TOPIC, u.UnitRenamed.TOPIC, u.UnitMoved.TOPIC, u.UnitKindChanged.TOPIC,
    u.UnitMerged.TOPIC, u.UnitSplit.TOPIC, u.UnitDissolved.TOPIC,
}  # fmt: skip
_KNOWN = Codec(ALL).decoders
_OPENING = msgspec.json.Decoder(Opening).decode
Take = Callable[[Slim], None]


class _Selected(msgspec.Struct):
    """The recognitions that a choice for a higher reward rests on."""

    reward: str
    subject: str
    cases: list[str] = []
    relied_on: list[Relied] = []


class _Plan(dict[str, Take | None]):
    """What to do with each topic, worked out when it is first met."""

    def __init__(self, collector: Collector) -> None:
        super().__init__()
        self._collector = collector

    def __missing__(self, topic: str) -> Take | None:
        """Raises UnknownTopicError or NewerSchemaError: what is not known is refused, not skipped."""
        _KNOWN[topic]
        name = topic.partition("@")[0]
        self[topic] = take = self._collector.plan_for(name, BY_TOPIC[name])
        return take


class Collector:
    """Takes rows in order of position; `year` tells the cases that are kept whole, 0 keeps all."""

    def __init__(self, year: int = 0) -> None:
        self.collected = Collected()
        self._said: dict[int, Act] = {}
        self._kept: list[int] = []
        self._same: dict[Any, Any] = {}
        self._year = year
        self._plan = _Plan(self)

    def take(self, rows: Iterable[Slim]) -> None:
        """Raises UnknownTopicError, NewerSchemaError or UnreadableEventError."""
        plan, topic = self._plan, ""
        try:
            for row in rows:
                topic = row[3]
                act = plan[topic]
                if act is not None:
                    act(row)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UnreadableEventError(topic, str(error)) from error

    def wanted(self) -> list[int]:
        """The positions of which more is kept than `take` was shown; `complete` is to be given their rows."""
        return sorted([*self._said, *self._kept])

    def complete(self, lines: Iterable[Line]) -> None:
        """The rows that were wanted, in order of position."""
        said, beside = self._said, self.collected.beside
        for line in lines:
            act = said.get(line.position)
            if act is None:
                beside.setdefault(line.stream, []).append(line)
            else:
                act.by = _by(line)
        self._said, self._kept = {}, []

    def plan_for(self, topic: str, event: Any) -> Take | None:
        if topic == c.CaseOpened.TOPIC:
            return self._open
        if issubclass(event, StepTaken):
            return self._acting(topic)
        if topic == r.OutstandingSelected.TOPIC:
            return self._select
        if topic in _OF_UNITS:
            return self._keep_unit
        if event.__module__ == r.__name__ and topic not in _ELSEWHERE:
            return self._keep
        return self._rely if "relied_on" in event.__struct_fields__ else None

    def _case(self, stream: str) -> CaseFacts:
        cases = self.collected.cases
        found = cases.get(stream)
        if found is None:
            found = cases[stream] = CaseFacts(stream)
        return found

    def _open(self, row: Slim) -> None:
        case, opening = self._case(row.stream), _OPENING(row.state)
        for field in ("programme", "version", "period", "subject_kind", "title", "workflow"):
            setattr(opening, field, intern(getattr(opening, field)))
        case.opening, case.opened_on = opening, row.effective_on
        case.whole = self._year in {0, year_of(opening.period)}

    def _acting(self, topic: str) -> Take:
        decode, name = decoder(topic), intern(topic)
        lasting, always = topic in LASTING, topic in _SAID_ALWAYS
        detailed = topic in SHAPES
        once = topic in ONCE
        told, submits = topic not in ORDINARY, topic in SUBMITTING
        same, opened = self._same, self.collected.cases.get

        def take(row: Slim) -> None:
            position, stream, _, _, state, on = row
            step, case = decode(state), opened(stream) or self._case(stream)
            relied = _on_cases(step.relied_on) if step.relied_on else _NOTHING
            if not (case.whole or lasting or relied):
                return
            again = not once or any(act.topic is name for act in case.acts)
            act = Act(
                position, name, intern(step.step), intern(step.from_stage), intern(step.to_stage),
                intern(on), step.due_on or "", step.late,
                kept(step.details, same) if detailed else None, None, relied,
            )  # fmt: skip
            case.acts.append(act)
            if always or case.opening is None or (told and case.submitted and again):
                self._said[position] = act
            if submits:
                case.submitted = True

        return take

    def _keep(self, row: Slim) -> None:
        self._kept.append(row.position)

    def _keep_unit(self, row: Slim) -> None:
        """Of a unit only what it was from when on: there are as many units as cases."""
        slim = Line(
            row.position, row.stream, row.version, intern(row.topic), row.state, "",
            intern(row.effective_on), "", "", "", "", "",
        )  # fmt: skip
        self.collected.beside.setdefault(row.stream, []).append(slim)

    def _select(self, row: Slim) -> None:
        chosen: _Selected = _SELECTED(row.state)
        self._keep(row)
        use = f"selection:{chosen.reward}"
        relied = chosen.relied_on or [Relied(case, use, chosen.subject) for case in chosen.cases]
        self.collected.relying.append(Relying(row.stream, row.position, row.effective_on, relied))

    def _rely(self, row: Slim) -> None:
        found = [each for each in _RELIED(row.state).relied_on if each.stream.startswith("case:")]
        if found:
            relying = Relying(row.stream, row.position, row.effective_on, found)
            self.collected.relying.append(relying)


class _Reliances(msgspec.Struct):
    relied_on: list[Relied] = []


_SELECTED = msgspec.json.Decoder(_Selected).decode
_RELIED = msgspec.json.Decoder(_Reliances).decode
_ELSEWHERE = {r.LogOpened.TOPIC, r.ProgrammePublished.TOPIC}


def _on_cases(relied: list[Relied]) -> list[Relied]:
    return [each for each in relied if each.stream.startswith("case:")] or _NOTHING


_NOTHING: list[Relied] = []
"""One for all the acts that relied on no case."""


def _by(row: Line) -> By:
    names = (intern(row.actor), intern(row.signed_by), intern(row.organ), intern(row.authority))
    return By(*names, intern(row.recorded_at), row.reason)


def collect(rows: Iterable[Line], year: int = 0) -> Collected:
    """What rows tell, in order of position; of the cases of other years only what lasts."""
    collector, lines = Collector(year), {row.position: row for row in rows}
    collector.take(Slim(*row[:5], row.effective_on) for row in lines.values())
    collector.complete(lines[position] for position in collector.wanted())
    return collector.collected


def collect_log(ledger: Ledger, upto: int, part: Part | None = None, year: int = 0) -> Collected:
    """The same of a log up to a position: few columns of every row, all columns of the few that tell more."""
    collector = Collector(year)
    for rows in ledger.scan(Slim, 0, upto, READ, part=part):
        collector.take(rows)
        wanted = collector.wanted()
        if wanted:
            collector.complete(ledger.at(Line, wanted))
    return collector.collected
