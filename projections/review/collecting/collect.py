"""Collecting a year from rows of the log in order of position, a part of the log at a time if need be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import intern
from typing import Any

import msgspec

from domain.events import BY_TOPIC
from domain.events import case as c
from domain.events import round as r
from domain.events import unit as u
from domain.events.base import StepTaken
from domain.periods import year_of
from ledger.errors import UnreadableEventError
from ledger.ledger import Ledger
from projections.machinery.codec import CODEC
from projections.machinery.parallel import Part
from projections.review.collecting.kept_acts import ANYTHING, SUBMITTED, telling
from projections.review.collecting.kept_facts import (
    By,
    CaseFacts,
    Collected,
    KeptAct,
    Line,
    Opening,
    Relied,
    Relying,
    Slim,
    Stood,
    share,
)
from projections.review.collecting.shared_moves import DETAILS, PLAIN_END, Moves
from projections.review.collecting.slices import decoder, keeper

READ = 500
"""Rows read at once: few enough to stay in the processor's cache."""
_OF_UNITS = {
    u.UnitRegistered.TOPIC, u.UnitRenamed.TOPIC, u.UnitMoved.TOPIC, u.UnitKindChanged.TOPIC,
    u.UnitMerged.TOPIC, u.UnitSplit.TOPIC, u.UnitDissolved.TOPIC,
}  # fmt: skip
_KNOWN = CODEC.decoders
_OPENING = msgspec.json.Decoder(Opening).decode
Columns = tuple[Any, ...]
"""Those of a `Slim`."""
Take = Callable[[Columns], None]


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
    """Takes rows in order of position. Cases of `year` are kept whole; 0 keeps every case whole."""

    def __init__(self, year: int = 0) -> None:
        self.collected = Collected()
        self._said: dict[int, KeptAct] = {}
        self._kept: list[int] = []
        self._same: dict[Any, Any] = {}
        self._year = year
        self._plan = _Plan(self)

    def take(self, rows: Iterable[Columns]) -> None:
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

    def told(self) -> list[int]:
        """The positions of the acts whose persons are wanted: read these rows and give them to `stand`."""
        return list(self._said)

    def stand(self, rows: Iterable[Stood]) -> None:
        """Take in the persons behind the acts that `told` listed."""
        for row in rows:
            self._said[row.position].by = _by(row)
        self._said.clear()

    def whole(self) -> list[int]:
        """The positions of rows wanted whole: read them and give them to `keep`."""
        return list(self._kept)

    def keep(self, lines: Iterable[Line]) -> None:
        """Take in the rows that `whole` listed, in order of position."""
        for line in lines:
            self.collected.beside.setdefault(line.stream, []).append(line)
        self._kept.clear()

    def finished(self) -> Collected:
        """What was collected. The collector keeps no hold of it, so it is freed without a search for cycles."""
        found, self.collected = self.collected, Collected()
        self._plan.clear()
        return found

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

    def _begun(self, stream: str) -> CaseFacts:
        """A case opened in an earlier part of the log: all that might be wanted is kept; `merge` drops the rest."""
        case = self.collected.cases[stream] = CaseFacts(stream, met=ANYTHING)
        return case

    def _open(self, row: Columns) -> None:
        _, stream, _, _, state, on = row
        opening = _OPENING(state)
        share(opening)
        whole = self._year in {0, year_of(opening.period)}
        self.collected.cases[stream] = CaseFacts(stream, opening, intern(on), [], whole)

    def _acting(self, topic: str) -> Take:
        decode, keep, moves = decoder(topic), keeper(topic, self._same), Moves(topic)
        lasting, always, told, bit, meets = telling(topic)
        opened, begun, said = self.collected.cases.get, self._begun, self._said

        def take(row: Columns) -> None:
            position, stream, _, _, state, on = row
            case = opened(stream) or begun(stream)
            move, details = moves.get(state[: state.find(DETAILS)]), None
            relied: tuple[Relied, ...] = ()
            if move is None or keep is not None or not state.endswith(PLAIN_END):
                read = decode(state)
                relied = _on_cases(read.relied_on) if read.relied_on else ()
                details = keep(read.details) if keep is not None else None
                if move is None or read.due_on or read.late:
                    move = moves.of(state, read.due_on, read.late)
            if not (case.whole or lasting or relied):
                return
            act = KeptAct(position, move, intern(on), details, None, relied)
            case.acts.append(act)
            met = case.met
            if always or (told and met & SUBMITTED and met & bit == bit):
                said[position] = act
            if meets:
                case.met = met | meets

        return take

    def _keep(self, row: Columns) -> None:
        self._kept.append(row[0])

    def _keep_unit(self, row: Columns) -> None:
        """Keep the event of a unit and its date, without the persons: there are as many units as cases."""
        position, stream, version, topic, state, on = row
        said = (intern(topic), state, "", intern(on), "", "", "", "", "")
        self.collected.beside.setdefault(stream, []).append(Line(position, stream, version, *said))

    def _select(self, row: Columns) -> None:
        self._keep(row)
        chosen: _Selected = _SELECTED(row[4])
        use = f"selection:{chosen.reward}"
        cases = [Relied(case, use, chosen.subject) for case in chosen.cases]
        self._note(row, chosen.relied_on or cases)

    def _rely(self, row: Columns) -> None:
        reliances: _Reliances = _RELIED(row[4])
        found = [each for each in reliances.relied_on if each.stream.startswith("case:")]
        if found:
            self._note(row, found)

    def _note(self, row: Columns, relied: list[Relied]) -> None:
        position, stream, _, _, _, on = row
        self.collected.relying.append(Relying(stream, position, on, relied))


class _Reliances(msgspec.Struct):
    relied_on: list[Relied] = []


_SELECTED = msgspec.json.Decoder(_Selected).decode
_RELIED = msgspec.json.Decoder(_Reliances).decode
_ELSEWHERE = {r.LogOpened.TOPIC, r.ProgrammePublished.TOPIC}


def _on_cases(relied: list[Relied]) -> tuple[Relied, ...]:
    return tuple(each for each in relied if each.stream.startswith("case:"))


def _by(row: Line | Stood) -> By:
    names = (intern(row.actor), intern(row.signed_by), intern(row.organ), intern(row.authority))
    return By(*names, intern(row.recorded_at), row.reason)


def collect(rows: Iterable[Line], year: int = 0) -> Collected:
    """Collect rows in order of position; of cases of other years only what lasts (`LASTING`)."""
    collector, lines = Collector(year), {row.position: row for row in rows}
    collector.take(Slim(*row[:5], row.effective_on) for row in lines.values())
    collector.stand(
        Stood(*(getattr(lines[at], name) for name in Stood._fields)) for at in collector.told()
    )
    collector.keep(lines[at] for at in collector.whole())
    return collector.finished()


def collect_log(ledger: Ledger, part: Part, year: int = 0) -> Collected:
    """As `collect`, from a part of a log: few columns of every row, then more columns of the rows that need them."""
    collector = Collector(year)
    for rows in ledger.tuples(Slim, *part, READ):
        collector.take(rows)
        if told := collector.told():
            collector.stand(ledger.at(Stood, told))
        if whole := collector.whole():
            collector.keep(ledger.at(Line, whole))
    return collector.finished()
