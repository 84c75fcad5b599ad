"""Self-score, appraiser's, decider's, for each unit and criterion and in total; points, or met and level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec

from domain.events import case as c
from domain.programme.criteria import CriteriaSet
from domain.scoring.tree import nodes
from projections.review.answer import Answer, Share
from projections.review.collecting.kept_facts import KeptAct
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.lazy_rows import Lazily
from projections.review.collecting.slice_records import Score
from projections.review.collecting.words import TOTAL, worded
from projections.review.collecting.year import Year
from words.tables import Column

_POINTS = msgspec.json.Decoder(dict[str, Decimal]).decode
_MET = msgspec.json.Decoder(dict[str, bool]).decode
Values = tuple[Any, ...]


class Sheets(NamedTuple):
    """A case with the newest sheet of the subject itself, of the appraiser and of the decider."""

    case: CaseOnDay
    own: KeptAct
    appraised: KeptAct | None
    decided: KeptAct | None

    @property
    def scores(self) -> tuple[Score | None, ...]:
        acts = (self.own, self.appraised, self.decided)
        return tuple(act.details.outcome if act else None for act in acts)


def sheets_of(case: CaseOnDay) -> Sheets | None:
    """None where the subject did not score itself. A member's own sheet is the individual one."""
    own = _scored(case, c.AggregateAdopted.TOPIC) or _scored(case, c.IndividualSheetSubmitted.TOPIC)
    if own is None:
        return None
    appraised = _scored(case, c.Appraised.TOPIC) or _scored(case, c.HopAppraised.TOPIC)
    looked = appraised or case.last(c.Appraised.TOPIC) or case.last(c.HopAppraised.TOPIC)
    return Sheets(case, own, looked, case.decision.act if case.decision else None)


def _scored(case: CaseOnDay, topic: str) -> KeptAct | None:
    acts = (act for act in reversed(case.acts) if act.move.topic == topic)
    return next((act for act in acts if act.details.outcome is not None), None)


def rows(year: Year) -> Sequence[Values]:
    found = [sheets for case in year.cases if (sheets := sheets_of(case))]
    words = CriteriaWords(year)
    return Lazily(found, lambda sheets: _rows(sheets, year, words), _count)


def shares(year: Year) -> Iterator[Share]:
    for row in rows(year):
        yield Share((row[0], row[1], row[3], row[6]), f"case:{row[2]}", row[7:])


class CriteriaWords:
    """The criteria of each set by id, in their order, looked up once for each version."""

    def __init__(self, year: Year) -> None:
        self._year = year
        self._found: dict[tuple[str, str], dict[str, str]] = {}

    def of(self, case: CaseOnDay) -> dict[str, str]:
        key = (case.opening.version, case.opening.criteria)
        if key not in self._found:
            edition = self._year.edition(case.opening.programme, case.opening.version)
            criteria = edition.programme.criteria.get(case.opening.criteria) if edition else None
            self._found[key] = dict(_words(criteria)) if criteria else {}
        return self._found[key]


def _words(criteria: CriteriaSet) -> Iterator[tuple[str, str]]:
    for group in criteria.groups:
        yield group.id, worded(group.id, group)
        only = msgspec.structs.replace(criteria, groups=[group])
        yield from ((node.id, worded(node.id, node)) for node in nodes(only))


def _count(sheets: Sheets) -> int:
    return len(_criteria(sheets)) + 1


def _criteria(sheets: Sheets) -> dict[str, bool]:
    """What the subject scored, where somebody else scored it too."""
    own, *others = sheets.scores
    return _met(own) if own is not None and any(others) else {}


def _rows(sheets: Sheets, year: Year, words: CriteriaWords) -> list[Values]:
    case, opening, known = sheets.case, sheets.case.opening, words.of(sheets.case)
    head = (
        opening.programme,
        opening.period,
        case.case,
        case.subject,
        case.unit,
        year.unit_name(case.unit),
    )
    scored = _criteria(sheets)
    ordered = [
        *(each for each in known if each in scored),
        *(each for each in scored if each not in known),
    ]
    listed = [(*head, known.get(each, each), *_compared(sheets, each)) for each in ordered]
    return [*listed, (*head, TOTAL, *_totals(sheets))]


def _compared(sheets: Sheets, criterion: str) -> Values:
    points = [_points(score).get(criterion) if score else None for score in sheets.scores]
    met = [_met(score).get(criterion) if score else None for score in sheets.scores]
    return (*points, *_differences(points), *met, None, None, None)


def _totals(sheets: Sheets) -> Values:
    """What an appraiser proposed and what was decided count where there is no sheet of theirs."""
    own, appraised, _ = sheets.scores
    points = [score.total if score else None for score in sheets.scores]
    met = (own.passes if own else None, _proposed(sheets, appraised), _decided(sheets))
    levels = [score.level if score and score.level else None for score in sheets.scores]
    return (*points, *_differences(points), *met, *levels)


def _proposed(sheets: Sheets, score: Score | None) -> bool | None:
    if score is not None:
        return score.passes
    return sheets.appraised.details.proposal == "PASS" if sheets.appraised else None


def _decided(sheets: Sheets) -> bool | None:
    return sheets.decided.details.level == "PASS" if sheets.decided else None


def _differences(points: Sequence[Decimal | None]) -> tuple[Decimal | None, ...]:
    own, appraised, decided = points
    return (_less(own, appraised), _less(appraised, decided), _less(own, decided))


def _less(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _points(score: Score) -> dict[str, Decimal]:
    """The points by node; none where the programme has no scale."""
    return _POINTS(score.points) if score.total is not None else {}


def _met(score: Score) -> dict[str, bool]:
    return _MET(score.met)


INFLATION = Answer(
    name="inflation",
    columns=(
        Column("programme", "programme"),
        Column("period"),
        Column("case", "code", word="case_id"),
        Column("subject", "subject"),
        Column("unit", "code"),
        Column("unit_name"),
        Column("criterion"),
        Column("self", "number"),
        Column("appraised", "number"),
        Column("decided", "number"),
        Column("self_over_appraised", "number"),
        Column("appraised_over_decided", "number"),
        Column("self_over_decided", "number"),
        Column("self_met", "yes_no"),
        Column("appraised_met", "yes_no"),
        Column("decided_met", "yes_no"),
        Column("self_level", "level"),
        Column("appraised_level", "level"),
        Column("decided_level", "level"),
    ),
    keys=("programme", "period", "subject", "criterion"),
    rows=rows,
    shares=shares,
)
