"""Rows of the log as corrections known at a position have them, those in effect by a date (docs/time.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from domain.case.correction import Corrections, corrected
from domain.case.ruling import UNDOING, taken_back
from domain.case.state import Act
from domain.events import case as c
from domain.events.round import RoundOpened
from domain.events.unit import UnitRegistered
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.machinery.codec import CODEC
from projections.machinery.read_model import Seen

_CORRECTION = c.CorrectionRecorded.TOPIC
_CONFIRMED = c.RecognitionConfirmed.TOPIC
_FIRST = {c.CaseOpened.TOPIC, UnitRegistered.TOPIC, RoundOpened.TOPIC}
"""What the stream of a case, a unit or a round begins with."""


class SaidLater(NamedTuple):
    """What acts say of earlier ones: corrections, and the positions of revocations that were taken back."""

    corrections: Corrections
    restored: frozenset[int]


def known_of_log(ledger: Ledger, upto: int | None = None) -> SaidLater:
    """As `known_of`, of the whole log up to a position."""
    scanned = ledger.scan(Seen, 0, upto, topics=(_CORRECTION, *UNDOING))
    return known_of(row for rows in scanned for row in rows)


def known_of(rows: Iterable[Seen]) -> SaidLater:
    """What rows in order of position say of earlier acts."""
    corrections, undoing = Corrections(), []
    for row in rows:
        if row.topic == _CORRECTION:
            corrections.take(CODEC.decode(row.topic, row.state).details)
        elif row.topic in UNDOING:
            undoing.append((row.stream, row.topic, row.position))
    return SaidLater(corrections, taken_back(undoing))


def rows_as_of(rows: Iterable[Seen], known: SaidLater, on: date) -> Iterator[Seen]:
    """The rows of cases, units and rounds in effect by a day, as corrected; other rows as they are.

    What happened to one that was not there by then is left out. A correction that a later one
    replaced says what the later one says, so that taking it in again undoes nothing. A revocation
    that was taken back moved the case, but of the outcome it says no more than a confirmation.
    """
    day, unopened = on.isoformat(), set()
    for row in rows:
        seen = _corrected(row, known.corrections)
        if row.position in known.restored:
            seen = seen._replace(topic=_CONFIRMED)
        if not seen.stream.startswith(("case:", "unit:", "round:")):
            yield seen
        elif seen.effective_on <= day:
            if seen.stream not in unopened:
                yield seen
        elif seen.topic in _FIRST:
            unopened.add(seen.stream)


def _corrected(row: Seen, corrections: Corrections) -> Seen:
    if row.topic == _CORRECTION:
        return _as_it_ended(row, corrections)
    known = corrections.of(row.position)
    if not known:
        return row
    event = CODEC.decode(row.topic, row.state)
    act = Act(row.topic, 0, row.position, row.effective_on, "", "", "", known=event)
    for correction in known:
        act = corrected(act, correction)
    return row._replace(effective_on=act.effective_on, state=msgspec.json.encode(act.event))


def _as_it_ended(row: Seen, corrections: Corrections) -> Seen:
    event = CODEC.decode(row.topic, row.state)
    last = corrections.instead(event.details)
    return row._replace(state=msgspec.json.encode(msgspec.structs.replace(event, details=last)))


def in_effect(rows: Sequence[Row], on: date) -> list[Row]:
    """The rows of one case in effect by a day, with every correction of them."""
    day = on.isoformat()
    corrections = Corrections(
        CODEC.decode(row.topic, row.state).details for row in rows if row.topic == _CORRECTION
    )
    dates = {row.position: corrections.day(row.position, row.effective_on) for row in rows}
    if dates[rows[0].position] > day:
        return []
    return [row for row in rows if dates.get(_about(row), row.effective_on) <= day]


def _about(row: Row) -> int:
    """The position of the row, or of a correction that of the act it corrects: it counts by the date of that act."""
    if row.topic != _CORRECTION:
        return row.position
    position: int = CODEC.decode(row.topic, row.state).details.of_position
    return position
