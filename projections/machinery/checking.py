"""Whether read models say what the log says: folded anew and compared row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger.ledger import Ledger
from ledger.schema import head
from projections.machinery.completing import complete_all, with_needs
from projections.machinery.folding import Folder
from projections.machinery.read_model import ReadModel, Seen
from projections.machinery.rebuilding import READ, Progress
from projections.machinery.store import Store
from projections.machinery.word_table import all_rows


class Differs(NamedTuple):
    """A read model and the first record that is otherwise than the log has it; empty: where it stands."""

    model: str
    record: str


def differing(
    ledger: Ledger, models: Iterable[ReadModel[Any]], progress: Progress | None = None
) -> list[Differs]:
    """Every read model with the first record in which it differs from the log; none where all is as it should be.

    They are caught up already. Nobody writes while the rows are compared. `progress(events done, events known)`.
    """
    wanted = tuple(models)
    folder = Folder(with_needs(wanted))
    end = _fold(ledger, folder, 0, progress)
    with ledger.locked() as writing:
        connection = writing.connection
        _fold(ledger, folder, end, None)
        complete_all(Store.of(connection), wanted, folder.states)
        places = _places(connection)
        return [
            differs
            for model in wanted
            if (differs := _of_model(connection, model, folder.states[model.name], places))
        ]


def _fold(ledger: Ledger, folder: Folder, after: int, progress: Progress | None) -> int:
    last, known = after, ledger.head().position
    for rows in ledger.scan(Seen, after, batch=READ):
        folder.fold(rows)
        last = rows[-1].position
        if progress is not None:
            progress(last, max(last, known))
    return last


def _places(connection: sa.Connection) -> dict[str, int]:
    rows = connection.execute(sa.select(head.c.name, head.c.position)).all()
    found: dict[str, int] = dict(rows)
    return found


def _of_model(
    connection: sa.Connection, model: ReadModel[Any], states: dict[str, Any], places: dict[str, int]
) -> Differs | None:
    if places.get(model.name) != places["log"]:
        return Differs(model.name, "")
    expected = [tuple(model.pack(states[stream])) for stream in sorted(states)]
    other = _other(expected, _kept(connection, model.view, model.columns))
    if other:
        return Differs(model.name, str(other[0]))
    if model.wording is not None:
        named = ((str(row[0]), model.unpack(row)) for row in expected)
        words = list(all_rows(model.wording, named))
        other = _other(words, _kept(connection, model.words, ("word", "place", "stream")))
    return Differs(model.name, str(other[-1])) if other else None


def _kept(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    rows = connection.execute(sa.select(*(table.c[column] for column in columns)))
    return sorted(tuple(row) for row in rows)


def _other(
    expected: Sequence[tuple[Any, ...]], kept: Sequence[tuple[Any, ...]]
) -> tuple[Any, ...] | None:
    """The first row that one of the two has and the other has not."""
    return min(set(expected) ^ set(kept), default=None)
