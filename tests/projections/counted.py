"""A read model that only counts: an event taken in twice shows. And a processor that counts wrongly."""

from __future__ import annotations

import time
from typing import Any

import msgspec

from domain.events import case as c
from ledger.ledger import Ledger
from projections.machinery.building import make_missing
from projections.machinery.catching_up import CatchingUp
from projections.machinery.folding import Folder
from projections.machinery.positions import places
from projections.machinery.read_model import Fold, ReadModel, Seen
from projections.machinery.store import Store


class Counted(msgspec.Struct):
    stream: str
    events: int = 0


class _Any(msgspec.Struct):
    pass


def _count(state: Counted | None, _: _Any, row: Seen) -> Counted:
    state = state or Counted(row.stream)
    state.events += 1
    return state


COUNTED = ReadModel(
    name="counted",
    schema=1,
    record=Counted,
    folds={topic: Fold(_Any, _count) for topic in (c.CaseOpened.TOPIC, c.DirectlyOpened.TOPIC)},
)
BATCH = 4


def prepare_counting(ledger: Ledger) -> None:
    make_missing(ledger, [COUNTED])


def counted(ledger: Ledger) -> int:
    with ledger.connection() as connection:
        found = connection.exec_driver_sql("SELECT coalesce(sum(events), 0) FROM read_counted")
        return int(found.scalar_one())


def count_together(ledger: Ledger) -> int:
    """As the read models are brought up to date."""
    return CatchingUp([COUNTED]).catch_up(ledger, batch=BATCH)


GAP = 0.005
"""Seconds between the two transactions that should be one: wide enough to be hit on any machine."""


def count_apart(ledger: Ledger) -> int:
    """What must not be done: rows in one transaction, the position in another."""
    done = 0
    while True:
        with ledger.connection() as connection:
            place = next(place for place in places(connection) if place.name == COUNTED.name)
        end = min(place.position + BATCH, ledger.head().position)
        if place.position >= end:
            return done
        with ledger.transaction() as connection:
            _write(Store.of(connection), place.generation, _rows(ledger, place.position, end))
        time.sleep(GAP)
        with ledger.transaction() as connection:
            connection.exec_driver_sql(
                f"UPDATE head SET position = {end} WHERE name = 'counted'"  # noqa: S608 -- a number
            )
        done += end - place.position


def _rows(ledger: Ledger, begin: int, end: int) -> list[Any]:
    return [row for rows in ledger.scan(Seen, begin, end) for row in rows]


def _write(store: Store, generation: int, rows: list[Any]) -> None:
    folder = Folder([COUNTED])
    for streams in folder.missing(rows).values():
        folder.states[COUNTED.name].update(store.load(COUNTED, generation, streams))
    folder.fold(rows)
    store.save(COUNTED, generation, folder.states[COUNTED.name].values())
