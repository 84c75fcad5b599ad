"""The log as a scenario: one line for each command that led to it, in order."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import structs

from domain.catalogue import VERBS
from domain.events import case as c
from domain.events.base import StepTaken
from domain.events.free_texts import replaced
from domain.events.marks import marked
from projections.machinery.codec import CODEC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.entry import Row
    from ledger.ledger import Ledger

_VERB_OF = {verb.event: verb for verb in VERBS.values()}
ERASED = "–"
"""What an erased text reads in an export: the text itself is gone."""
OPENED_BY_INIT = 3
"""Events that `init` writes itself: the log opened, its registrar and their mandate."""


def lines_of(ledger: Ledger) -> Iterator[str]:
    """Yield scenario lines as JSON text; played into a new log they lead to the same events.

    What follows from another line by itself (flags, successions, openings) is left out.
    """
    opening: c.CaseOpened | None = None
    for rows in ledger.read():
        texts = ledger.texts(row.position for row in rows)
        for row in rows:
            event = CODEC.decode(row.topic, row.state)
            if isinstance(event, c.CaseOpened):
                opening = event
            elif row.position > OPENED_BY_INIT and type(event) in _VERB_OF:
                yield _line(row, event, opening, texts)
                opening = None


def _line(row: Row, event: Any, opening: c.CaseOpened | None, texts: dict[str, str | None]) -> str:
    verb = _VERB_OF[type(event)]
    plain = replaced(event, lambda commitment: texts.get(commitment) or ERASED)
    line: dict[str, Any] = {"do": verb.verb, **_target(row, opening)}
    line |= {"by": row.actor, "signed_by": row.signed_by, "for": row.organ}
    line |= {"on": row.effective_on, "at": _instant(row.recorded_at)}
    line["reason"] = texts.get(row.reason) or ERASED
    line["data"] = _typed(plain.details if isinstance(plain, StepTaken) else plain)
    return msgspec.json.encode(line).decode()


def _typed(record: Any) -> dict[str, Any]:
    """What a person may have typed: what the decision fills in is left out, it is filled in again."""
    filled = marked(type(record), "filled_in", "always")
    return {name: each for name, each in structs.asdict(record).items() if name not in filled}


def _target(row: Row, opening: c.CaseOpened | None) -> dict[str, str]:
    if opening is not None:
        return {
            "programme": opening.programme,
            "subject": opening.subject,
            "period": opening.period,
        }
    return {"target": row.stream.partition(":")[2]} if ":" in row.stream else {}


def _instant(recorded_at: str) -> str:
    return datetime.fromisoformat(recorded_at).isoformat()
