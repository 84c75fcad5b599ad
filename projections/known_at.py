"""The case list and the register as the log knew them at a position, folded from the log itself."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any

import sqlalchemy as sa

from ledger.ledger import Ledger
from projections import register as registered
from projections import status
from projections.as_of import corrections_known, rows_as_of
from projections.facts import FoldedFacts
from projections.folding import Folder, States
from projections.holidays import HOLIDAYS
from projections.read_model import ReadModel, Seen
from projections.register import REGISTER
from projections.rounds import ROUNDS
from projections.status import STATUS
from projections.units import UNITS

READ = 500
WINDOW = 10_000
"""Positions looked through at once for a few topics: few enough to stay in the processor's cache."""

_OF_TOPIC = (
    "SELECT position, stream, topic, state, effective_on, organ FROM event"
    " WHERE topic = ? AND position > ? AND position <= ? ORDER BY position"
)
_SEEN: Callable[[tuple[Any, ...]], Seen] = partial(tuple.__new__, Seen)


def fold_known_at(ledger: Ledger, position: int, *models: ReadModel[Any]) -> dict[str, States]:
    """Records by read model and stream, as known at the end of the commit that a position is in.

    Raises PositionNotFoundError.
    """
    folder, end = Folder(models), ledger.commit_end(position)
    for rows in ledger.scan(Seen, 0, end, READ):
        folder.fold(rows)
    return folder.states


def fold_as_of(
    ledger: Ledger, position: int, on: date, *models: ReadModel[Any]
) -> dict[str, States]:
    """As `fold_known_at`, of what was in effect by a day, as corrected since."""
    folder, end = Folder(models), ledger.commit_end(position)
    corrections = corrections_known(ledger, end)
    rows = (row for batch in ledger.scan(Seen, 0, end, READ) for row in batch)
    folder.fold(rows_as_of(rows, corrections, on))
    return folder.states


def cases_known_at(
    ledger: Ledger, position: int, *, on: date, as_of: date | None = None, **named: str
) -> list[dict[str, Any]]:
    """As `status.cases`, known at a position; `named` are programme, period, stage, unit, case.

    With `as_of`, of what was in effect by that day. `on` is the day of which `late` speaks.
    """
    models = (STATUS, UNITS, ROUNDS, HOLIDAYS)
    states = (
        fold_known_at(ledger, position, *models)
        if as_of is None
        else fold_as_of(ledger, position, as_of, *models)
    )
    wanted = {name: value for name, value in named.items() if value}
    found = [
        each
        for each in states[STATUS.name].values()
        if all(getattr(each, name) == value for name, value in wanted.items())
    ]
    found.sort(key=attrgetter(*status.ORDER))
    names = {row.code: row.name for row in states[UNITS.name].values()}
    with ledger.connection() as connection:
        facts = FoldedFacts(connection, states)
        return [status.listed(each, names.get(each.unit, ""), facts, on) for each in found]


def register_known_at(ledger: Ledger, position: int, as_of: date) -> list[dict[str, Any]]:
    """As `register.register`, known at a position; reads only the topics that matter."""
    folder, end = Folder([REGISTER]), ledger.commit_end(position)
    with ledger.connection() as connection:
        for begin in range(0, end, WINDOW):
            window = (begin, min(begin + WINDOW, end))
            folder.fold(_of_topics(connection, REGISTER.folds, window))
    found = [case for case in folder.states[REGISTER.name].values() if case.recognised]
    found.sort(key=attrgetter(*registered.ORDER))
    return [row for case in found for row in registered.listed(case, as_of)]


def _of_topics(
    connection: sa.Connection, topics: Iterable[str], window: tuple[int, int]
) -> Iterable[Seen]:
    """Rows after one position up to another, found by the index on topics, in order of position."""
    handle: Any = connection.connection.driver_connection
    sqlite = connection.dialect.name == "sqlite"
    sql = _OF_TOPIC if sqlite else _OF_TOPIC.replace("?", "%s")
    cursor, rows = handle.cursor(), []
    for topic in topics:
        rows += cursor.execute(sql, (topic, *window)).fetchall()
    rows.sort(key=itemgetter(0))
    return map(_SEEN, rows)
