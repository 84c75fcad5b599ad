"""The plain counts of a year's rounds, folded from the log: a case counts once for whatever happened to it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from domain.events import case as c
from domain.periods import year_of
from ledger.ledger import Ledger
from projections.folding import Folder
from projections.narrow import CorrectionStep, LevelStep, OpenedCase, Step, day_text
from projections.read_model import Fold, ReadModel, Seen
from projections.status import STATUS

COUNTED = (
    "cases", "registered", "submitted", "returned", "recognised", "not_recognised", "withdrawn",
    "late", "revoked",
)  # fmt: skip
READ = 500


class Mark(NamedTuple):
    """Something that happened to a case, and when; the position finds it again to correct the date."""

    what: str
    on: str
    position: int


class Marks(msgspec.Struct, gc=False):
    """A case and what happened to it, in order."""

    stream: str
    programme: str
    subject_kind: str
    period: str
    opened_on: str
    marks: list[Mark] = []


def _open(_: Marks | None, event: OpenedCase, row: Seen) -> Marks:
    return Marks(row.stream, event.programme, event.subject_kind, event.period, row.effective_on)


def _mark(case: Marks, what: str, row: Seen) -> None:
    case.marks.append(Mark(what, row.effective_on, row.position))


def _take(case: Marks, event: Step, row: Seen) -> Marks:
    what = _WHAT.get(row.topic)
    if what is not None:
        _mark(case, what, row)
    if event.late:
        _mark(case, "late", row)
    return case


def _decide(case: Marks, event: LevelStep, row: Seen) -> Marks:
    _mark(case, "recognised" if event.details.level == "PASS" else "not_recognised", row)
    return _take(case, event, row)


def _correct(case: Marks, event: CorrectionStep, row: Seen) -> Marks:
    correction = event.details
    if correction.field == "effective_on":
        on = day_text(correction.value)
        case.marks = [
            mark._replace(on=on) if mark.position == correction.of_position else mark
            for mark in case.marks
        ]
    return _take(case, event, row)


_WHAT = {
    c.Registered.TOPIC: "registered",
    c.PilotSelected.TOPIC: "registered",
    c.DirectlyOpened.TOPIC: "registered",
    c.ExampleRegistered.TOPIC: "registered",
    c.DossierSubmitted.TOPIC: "submitted",
    c.DossierReturned.TOPIC: "returned",
    c.CaseWithdrawn.TOPIC: "withdrawn",
    c.RecognitionRevoked.TOPIC: "revoked",
}
_MARKS = ReadModel(
    name="review_counts",
    schema=1,
    record=Marks,
    folds={topic: Fold(Step, _take) for topic in STATUS.folds}
    | {
        c.CaseOpened.TOPIC: Fold(OpenedCase, _open),
        c.DecisionIssued.TOPIC: Fold(LevelStep, _decide),
        c.CorrectionRecorded.TOPIC: Fold(CorrectionStep, _correct),
    },
)


def review_counts(
    ledger: Ledger, year: int, *, as_of: date | None = None, known_at: int | None = None
) -> list[dict[str, Any]]:
    """The counts of a year from a log, as known at the end of the commit of a position."""
    end = None if known_at is None else ledger.commit_end(known_at)
    batches = ledger.scan(Seen, 0, end, READ)
    return counts((row for rows in batches for row in rows), year, as_of)


def counts(rows: Iterable[Seen], year: int, as_of: date | None = None) -> list[dict[str, Any]]:
    """Counts by programme and subject kind, of the rounds whose period is in the year.

    `registered` has pilots and direct openings as well; a case is `recognised` or
    `not_recognised` by its newest decision, a revoked one stays `recognised`. With `as_of`, what
    took effect later is left out. Rows are rows of the log in order, whatever they are about.
    """
    folder = Folder([_MARKS])
    folder.fold(rows)
    until = as_of.isoformat() if as_of else "9999-12-31"
    found: dict[tuple[str, str], dict[str, int]] = {}
    for case in folder.states[_MARKS.name].values():
        if year_of(case.period) == year and case.opened_on <= until:
            key = (case.programme, case.subject_kind)
            _count(found.setdefault(key, dict.fromkeys(COUNTED, 0)), case.marks, until)
    return [
        {"programme": programme, "subject_kind": kind, **found[programme, kind]}
        for programme, kind in sorted(found)
    ]


def _count(counted: dict[str, int], marks: Sequence[Mark], until: str) -> None:
    what = [mark.what for mark in marks if mark.on <= until]
    decisions = [each for each in what if each in {"recognised", "not_recognised"}]
    superseded = {"recognised", "not_recognised"} - set(decisions[-1:])
    counted["cases"] += 1
    for each in set(what) - superseded:
        counted[each] += 1
