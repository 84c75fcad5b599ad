"""What came after a round was sealed: late, backdated, corrected, revoked; listed against the seal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from domain.events import case as c
from domain.periods import year_of
from domain.round.state import Round
from domain.streams import round_stream, unit_year_stream
from ledger.entry import Stamped
from ledger.ledger import Ledger
from projections.review.answer import Answer, Share
from projections.review.changes import local
from projections.review.collecting.words import keyed
from projections.review.collecting.year import Year
from words.tables import Column

KINDS = {
    code: keyed(code, f"after_the_seal.{code}")
    for code in ("revocation", "correction", "supersession", "backdated", "late")
}
_KIND_OF = {
    c.RecognitionRevoked.TOPIC: "revocation",
    c.RecognitionRestored.TOPIC: "revocation",
    c.CorrectionRecorded.TOPIC: "correction",
    c.DecisionSuperseded.TOPIC: "supersession",
}
Row = tuple[Any, ...]
POSITION = 3
"""Where the position of an event stands in a row."""


def after_the_seal(
    ledger: Ledger, state: Round, subjects: Mapping[str, str], upto: int
) -> list[Row]:
    """Every event of some streams after the newest seal of a round; `subjects` by stream.

    Empty where the round was never sealed. A reason is a commitment.
    """
    if not state.seals:
        return []
    seal = state.seals[-1]
    return [
        _row(state, subjects[row.stream], row, seal.on)
        for rows in ledger.scan(Stamped, seal.position, upto)
        for row in rows
        if row.stream in subjects and not _is_of_seal(row)
    ]


def _is_of_seal(row: Stamped) -> bool:
    return row.topic == "round-sealed"


def _row(state: Round, subject: str, row: Stamped, sealed_on: str) -> Row:
    backdated = "backdated" if row.effective_on <= sealed_on else "late"
    return (
        state.programme,
        state.period,
        subject,
        row.position,
        KINDS[_KIND_OF.get(row.topic, backdated)],
        row.topic,
        date.fromisoformat(row.effective_on),
        local(row.recorded_at),
        row.actor,
        row.signed_by,
        row.organ,
        row.reason,
    )


def subjects_of(state: Round, cases: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The streams of a round with their subjects: its cases, itself, its units' year.

    `cases` gives the subject and the unit of each case by stream.
    """
    year = year_of(state.period)
    found = {unit_year_stream(unit, year): f"unit:{unit}" for _, unit in cases.values()}
    found |= {stream: subject for stream, (subject, _) in cases.items()}
    return found | {round_stream(state.programme, state.period): ""}


def rows(year: Year) -> list[Row]:
    found: list[Row] = []
    for stream in sorted(year.rounds):
        state = year.rounds[stream]
        cases = {
            case.stream: (case.subject, case.unit)
            for case in year.cases
            if (case.opening.programme, case.opening.period) == (state.programme, state.period)
        }
        found += after_the_seal(year.ledger, state, subjects_of(state, cases), year.upto)
    texts = year.texts(row[POSITION] for row in found)
    return [(*row[:-1], texts.get(row[-1], row[-1])) for row in found]


def shares(year: Year) -> Iterator[Share]:
    for row in rows(year):
        yield Share((row[0], row[3]), round_stream(row[0], row[1]), row)


COLUMNS = (
    Column("programme", "programme"),
    Column("period"),
    Column("subject", "subject"),
    Column("position", "ordinal"),
    Column("kind"),
    Column("event", "event"),
    Column("effective_on", "date"),
    Column("recorded_at", "instant"),
    Column("actor", "person"),
    Column("signed_by", "person"),
    Column("organ", "organ"),
    Column("reason"),
)
AFTER_THE_SEAL = Answer(
    name="after_the_seal",
    columns=COLUMNS,
    keys=("programme", "position"),
    rows=rows,
    shares=shares,
    by_year=False,
)
