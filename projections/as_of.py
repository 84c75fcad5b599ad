"""Rows of the log as corrections known at a position have them, those in effect by a date (design 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from domain.case.correction import corrected
from domain.case.state import Act
from domain.events import ALL
from domain.events.case import CaseOpened, CorrectionRecorded
from domain.events.details import Correction
from ledger.codec import Codec
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.narrow import day_text
from projections.read_model import Seen

_CODEC = Codec(ALL)
_CORRECTION = CorrectionRecorded.TOPIC
Corrections = dict[int, dict[str, Correction]]
"""By the position of the act that is corrected, then by field: the last correction of it."""


def corrections_known(ledger: Ledger, upto: int | None = None) -> Corrections:
    """Every correction up to a position."""
    found: Corrections = {}
    for rows in ledger.scan(Seen, 0, upto, topics=(_CORRECTION,)):
        for row in rows:
            each = _CODEC.decode(row.topic, row.state).details
            found.setdefault(each.of_position, {})[each.field] = each
    return found


def rows_as_of(rows: Iterable[Seen], corrections: Corrections, on: date) -> Iterator[Seen]:
    """The rows of cases and units in effect by a day, as corrected; rows of other streams as they are.

    What happened to a case that was not open by then is left out. A correction that a later one
    replaced says what the later one says, so that taking it in again undoes nothing.
    """
    day, unopened = on.isoformat(), set()
    for row in rows:
        seen = _corrected(row, corrections)
        if not seen.stream.startswith(("case:", "unit:")):
            yield seen
        elif seen.effective_on <= day:
            if seen.stream not in unopened:
                yield seen
        elif seen.topic == CaseOpened.TOPIC:
            unopened.add(seen.stream)


def _corrected(row: Seen, corrections: Corrections) -> Seen:
    if row.topic == _CORRECTION:
        return _as_it_ended(row, corrections)
    known = corrections.get(row.position)
    if not known:
        return row
    event = _CODEC.decode(row.topic, row.state)
    act = Act(row.topic, 0, row.position, row.effective_on, "", "", "", known=event)
    for correction in known.values():
        act = corrected(act, correction)
    return row._replace(effective_on=act.effective_on, state=msgspec.json.encode(act.event))


def _as_it_ended(row: Seen, corrections: Corrections) -> Seen:
    event = _CODEC.decode(row.topic, row.state)
    last = corrections.get(event.details.of_position, {}).get(event.details.field)
    if last is None:
        return row
    return row._replace(state=msgspec.json.encode(msgspec.structs.replace(event, details=last)))


def in_effect(rows: Sequence[Row], on: date) -> list[Row]:
    """The rows of one case in effect by a day, and every correction: it holds whatever its own date."""
    day = on.isoformat()
    dates = {row.position: row.effective_on for row in rows}
    for row in rows:
        if row.topic == _CORRECTION:
            each = _CODEC.decode(row.topic, row.state).details
            if each.field == "effective_on":
                dates[each.of_position] = day_text(each.value)
    if dates[rows[0].position] > day:
        return []
    return [row for row in rows if row.topic == _CORRECTION or dates[row.position] <= day]
