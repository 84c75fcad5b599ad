"""Recognitions revoked, and each outcome that had relied on one: its use, the value it had, its review."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from domain.events import case as c
from projections.review.answer import Answer, Share
from projections.review.collecting.kept_facts import KeptAct, Relied
from projections.review.collecting.known import CaseOnDay, KeptDecision
from projections.review.collecting.slice_records import Flag
from projections.review.collecting.words import EFFECTS, RESULTS, Word
from projections.review.collecting.year import Year
from words.tables import Column

Values = tuple[Any, ...]
Uses = dict[tuple[str, str], list[tuple[int, str]]]
Relying = dict[str, Uses]
Cases = Mapping[str, CaseOnDay]


class Dependent(NamedTuple):
    """An outcome that relied on a recognition; `stream` is where it is.

    `source` is the case it relied on, `level` how far that is from the revoked one (1: directly).
    """

    level: int
    stream: str
    use: str
    value: str
    source: str = ""
    flagged_on: str = ""
    result: str = ""
    reviewed_on: str = ""

    @property
    def looked_at_in(self) -> str:
        """The case in which it is flagged and reviewed."""
        return self.stream if self.stream.startswith("case:") else self.source


NOTHING = Dependent(0, "", "", "")


def rows(year: Year) -> list[Values]:
    """By programme, period and subject, then by dependent; a recognition nothing relied on has one row."""
    return [share.value for share in shares(year)]


def shares(year: Year) -> Iterator[Share]:
    relying, known = relying_on(year), {each.stream: each for each in year.every}
    for case in year.cases:
        for decision in case.decisions:
            revocation = decision.revocation
            if revocation is not None and min(revocation.on, decision.ruling.ends) <= case.on:
                found = [*rewards(case), *dependents(case.stream, revocation.position, relying)]
                settled = [_settled(each, case.stream, known) for each in found]
                for each in sorted(settled) or [NOTHING]:
                    row = (*_head(case, decision, revocation, year), *_told(each, case, year))
                    key = (row[1], row[2], row[3], row[5], row[11], row[12])
                    yield Share(key, each.looked_at_in or case.stream, row)


def relying_on(year: Year) -> Relying:
    """What relied on each case: by stream and use, every value with the position at which it was used."""
    found: Relying = {}
    for case in year.every:
        for act in case.acts:
            _note(found, case.stream, act.position, act.relied)
    for each in year.relying:
        if each.on <= year.on:
            _note(found, each.stream, each.position, each.relied)
    return found


def _note(found: Relying, stream: str, position: int, relied: Iterable[Relied]) -> None:
    for each in relied:
        uses = found.setdefault(each.stream, {})
        uses.setdefault((stream, each.use), []).append((position, each.value))


def dependents(revoked: str, before: int, relying: Relying) -> Iterator[Dependent]:
    """What had relied on a case before a position, through every level, the nearest first."""
    seen, edge = {revoked}, deque([(revoked, 1)])
    while edge:
        source, level = edge.popleft()
        reached: dict[str, None] = {}
        for (stream, use), values in sorted(relying.get(source, {}).items()):
            used = [each for each in values if each[0] < before]
            if used and stream not in seen:
                reached[stream] = None
                yield Dependent(level, stream, use, max(used)[1], source)
        further = [stream for stream in reached if stream.startswith("case:")]
        seen.update(further)
        edge.extend((stream, level + 1) for stream in further)


def _settled(each: Dependent, revoked: str, known: Cases) -> Dependent:
    """With its flag and its review, where there are any; the flag says what the value was."""
    case = known.get(each.looked_at_in)
    for act in case.of(*_FLAGS) if case else ():
        flag: Flag = act.details
        of_case = "" if each.stream.startswith("case:") else each.stream
        if (flag.revoked, flag.use) != (revoked, each.use):
            continue
        if act.move.topic == c.DependentOutcomeReviewed.TOPIC:
            each = each._replace(result=flag.result, reviewed_on=act.on)
        elif flag.dependent == of_case:
            each = each._replace(flagged_on=act.on, value=flag.value, result="", reviewed_on="")
    return each


def rewards(case: CaseOnDay) -> Iterator[Dependent]:
    """Rewards that came with the recognition, and whether they were given back."""
    recalled = {act.details.reward: act for act in case.of(c.RewardRecalled.TOPIC)}
    for act in case.of(c.RewardDecided.TOPIC):
        back = recalled.get(act.details.reward)
        result = "" if back is None else "returned" if back.details.returned else "not_returned"
        use, on = f"reward:{act.details.reward}", back.on if back else ""
        yield Dependent(0, case.stream, use, act.details.number, result=result, reviewed_on=on)


def _head(case: CaseOnDay, decision: KeptDecision, revocation: KeptAct, year: Year) -> Values:
    details, opening = revocation.details, case.opening
    return (
        case.case,
        opening.programme,
        opening.period,
        case.subject,
        year.unit_name(case.unit),
        details.number,
        year.ground_word(details.ground, case),
        EFFECTS.get(details.effect, details.effect),
        date.fromisoformat(revocation.on),
        date.fromisoformat(decision.ruling.ends),
    )


def _told(each: Dependent, case: CaseOnDay, year: Year) -> Values:
    return (
        each.level or None,
        each.stream,
        _use(each.use, case, year),
        each.value,
        each.source if each.level > 1 else "",
        date.fromisoformat(each.flagged_on) if each.flagged_on else None,
        RESULTS.get(each.result, each.result),
        date.fromisoformat(each.reviewed_on) if each.reviewed_on else None,
    )


def _use(use: str, case: CaseOnDay, year: Year) -> str:
    """A measure's label, or that of the reward in `reward:…`, `streak:…`, `selection:…`."""
    kind, _, reward = use.rpartition(":")
    found = year.word("rewards" if kind else "measures", reward, case)
    return Word(use, found.vi, found.en) if isinstance(found, Word) else use


_FLAGS = (c.DependentOutcomeFlagged.TOPIC, c.DependentOutcomeReviewed.TOPIC)
REVOKED = Answer(
    name="revoked",
    columns=(
        Column("case", "code", word="case_id"),
        Column("programme", "programme"),
        Column("period"),
        Column("subject", "subject"),
        Column("unit_name"),
        Column("number", word="revoking_number"),
        Column("ground"),
        Column("effect"),
        Column("revoked_on", "date"),
        Column("begins_on", "date"),
        Column("level", "number", word="depth"),
        Column("dependent", "stream"),
        Column("use", "use"),
        Column("value", "value", word="value_then"),
        Column("via", "stream"),
        Column("flagged_on", "date"),
        Column("review"),
        Column("reviewed_on", "date"),
    ),
    keys=("programme", "period", "subject", "number", "dependent", "use"),
    rows=rows,
    shares=shares,
)
