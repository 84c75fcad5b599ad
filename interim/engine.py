"""Keeping read models up with the log: within the append, by catching up, by rebuilding.

The position moves first and under a guard in SQL, in the transaction of the rows: each event
counts once, with any number of processors and a kill at any point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from interim.model import ReadModel, adapted
from interim.register import REGISTER
from interim.status import STATUS
from interim.units import UNITS

if TYPE_CHECKING:
    from ledger.entry import Row
    from ledger.ledger import Ledger

MODELS: dict[str, ReadModel] = {model.name: model for model in (STATUS, REGISTER, UNITS)}
BATCH = 1_000
"""Events in one transaction of a catch-up."""

_METADATA = sa.MetaData()
PLACES = sa.Table(
    "read_model",
    _METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("generation", sa.BigInteger, nullable=False),
    sa.Column("schema_version", sa.BigInteger, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
)
"""Where each read model stands: position and root of the log it was built from."""

_ROOT = "(SELECT root FROM head)"
_ROOT_AT = "COALESCE((SELECT r.root FROM root r WHERE r.position = ?), read_model.root)"
_MOVE = f"UPDATE read_model SET position = ?, root = {_ROOT} WHERE position = ? RETURNING name, generation"  # noqa: S608 -- no input
_CLAIM = "UPDATE read_model SET position = ? WHERE name = ? AND position = ? RETURNING generation"


def prepare(ledger: Ledger) -> None:
    """Make the tables that are missing; a model of an older schema is rebuilt."""
    with ledger.connection() as connection:
        known = _known(connection)
    missing = [model for model in MODELS.values() if known.get(model.name) is None]
    if missing:
        _create(ledger, missing)
    for model in MODELS.values():
        if known.get(model.name, model.schema) != model.schema:
            rebuild(ledger, model.name)


def _known(connection: sa.Connection) -> dict[str, int]:
    if not sa.inspect(connection).has_table(PLACES.name):
        return {}
    places = sa.select(PLACES.c.name, PLACES.c.schema_version)
    return {row.name: row.schema_version for row in connection.execute(places)}


def _create(ledger: Ledger, models: list[ReadModel]) -> None:
    with ledger.transaction() as connection:
        _METADATA.create_all(connection)
        for model in models:
            model.table(1).create(connection, checkfirst=True)
            connection.execute(
                PLACES.insert().values(
                    name=model.name,
                    generation=1,
                    schema_version=model.schema,
                    position=0,
                    root=b"",
                )
            )


def inline(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Apply rows in the transaction that appends them, for models that stand just before them.

    A model that is behind is left alone; the next catch-up brings it up.
    """
    moved = connection.exec_driver_sql(
        adapted(_MOVE, connection), (rows[-1].position, rows[0].position - 1)
    ).all()
    for name, generation in moved:
        if name in MODELS:
            _apply(connection, MODELS[name], generation, rows)


def _apply(
    connection: sa.Connection, model: ReadModel, generation: int, rows: Iterable[Row]
) -> None:
    states: dict[str, Any] = {}
    for row in rows:
        decode = model.decoders.get(row.topic)
        if decode is None:
            continue
        if row.stream not in states:
            states[row.stream] = _read(connection, model, generation, row.stream)
        states[row.stream] = model.fold(states[row.stream], decode(row.state), row)
    if states:
        values = [msgspec.structs.astuple(state) for state in states.values()]
        connection.exec_driver_sql(model.upsert(connection, generation), values)


def _read(connection: sa.Connection, model: ReadModel, generation: int, stream: str) -> Any:
    found = connection.exec_driver_sql(model.select(connection, generation), (stream,)).first()
    return None if found is None else model.state(*found)


def positions(ledger: Ledger) -> list[tuple[str, int]]:
    """Where each read model stands."""
    with ledger.connection() as connection:
        rows = connection.execute(sa.select(PLACES.c.name, PLACES.c.position).order_by("name"))
        return [(name, position) for name, position in rows]


def catch_up(ledger: Ledger, limit: int | None = None) -> int:
    """Bring every read model up to the log, at most `limit` events each; answer how many counted."""
    head = ledger.head().position
    counted = 0
    for name, position in positions(ledger):
        if name in MODELS and position < head:
            end = head if limit is None else min(head, position + limit)
            counted += _catch_up(ledger, MODELS[name], position, end)
    return counted


def _catch_up(ledger: Ledger, model: ReadModel, position: int, end: int) -> int:
    counted = 0
    for rows in ledger.read(position, end, BATCH):
        if not _count(ledger, model, rows):
            break
        counted += len(rows)
    return counted


def _count(ledger: Ledger, model: ReadModel, rows: list[Row]) -> bool:
    """Count a batch, unless another processor has counted it meanwhile."""
    before, last = rows[0].position - 1, rows[-1].position
    with ledger.transaction() as connection:
        claimed = connection.exec_driver_sql(
            adapted(_CLAIM, connection), (last, model.name, before)
        ).first()
        if claimed is None:
            return False
        _apply(connection, model, claimed[0], rows)
        _note_root(connection, model.name, last)
    return True


def _note_root(connection: sa.Connection, name: str, position: int) -> None:
    """The root at a position inside a commit is that of the commit's end, noted when it is reached."""
    sql = f"UPDATE read_model SET root = {_ROOT_AT} WHERE name = ?"  # noqa: S608 -- no input
    connection.exec_driver_sql(adapted(sql, connection), (position, name))


def rebuild(
    ledger: Ledger, name: str | None = None, progress: Callable[[int, int], None] | None = None
) -> list[str]:
    """Fold the whole log into new tables beside the old ones, then switch and drop the old.

    Raises KeyError for an unknown name. People work on meanwhile; what is appended during the
    rebuild is caught up afterwards.
    """
    models = [MODELS[name]] if name else list(MODELS.values())
    folded, position = fold_all(ledger, models, progress)
    for model, states in zip(models, folded, strict=True):
        _switch(ledger, model, list(states.values()), position)
    catch_up(ledger)
    return [model.name for model in models]


def fold_all(
    ledger: Ledger,
    models: Sequence[ReadModel],
    progress: Callable[[int, int], None] | None = None,
    upto: int | None = None,
) -> tuple[list[dict[str, Any]], int]:
    """Fold the log as known at a position; answer states by stream for each model, and how far."""
    end = ledger.head().position if upto is None else upto
    folded: list[dict[str, Any]] = [{} for _ in models]
    topics = sorted({topic for model in models for topic in model.decoders})
    for rows in ledger.read(0, end, 5_000, topics):
        for model, states in zip(models, folded, strict=True):
            fold_rows(model, states, rows)
        if progress:
            progress(rows[-1].position, end)
    return folded, end


def fold_rows(model: ReadModel, states: dict[str, Any], rows: Iterable[Any]) -> None:
    """Fold rows into states by stream."""
    decoders, fold = model.decoders, model.fold
    for row in rows:
        decode = decoders.get(row.topic)
        if decode is not None:
            states[row.stream] = fold(states.get(row.stream), decode(row.state), row)


def _switch(ledger: Ledger, model: ReadModel, states: list[Any], position: int) -> None:
    with ledger.transaction() as connection:
        place = connection.execute(sa.select(PLACES).where(PLACES.c.name == model.name)).one()
        fresh = model.table(place.generation + 1)
        fresh.drop(connection, checkfirst=True)
        fresh.create(connection)
        values = [msgspec.structs.astuple(state) for state in states]
        if values:
            connection.exec_driver_sql(model.upsert(connection, place.generation + 1), values)
        connection.execute(
            PLACES.update()
            .where(PLACES.c.name == model.name)
            .values(generation=place.generation + 1, schema_version=model.schema, position=position)
        )
        _note_root(connection, model.name, position)
        model.table(place.generation).drop(connection, checkfirst=True)


def rows_of(ledger: Ledger, name: str) -> list[Any]:
    """Every row of a read model as it stands, caught up, in order of stream."""
    catch_up(ledger)
    model = MODELS[name]
    with ledger.connection() as connection:
        generation = connection.execute(
            sa.select(PLACES.c.generation).where(PLACES.c.name == name)
        ).scalar_one()
        table = model.table(generation)
        return [
            model.state(*row) for row in connection.execute(sa.select(table).order_by("stream"))
        ]


def rows_known_at(ledger: Ledger, name: str, position: int) -> list[Any]:
    """Every row of a read model as the log knew it at a position, folded from the log."""
    folded, _ = fold_all(ledger, [MODELS[name]], upto=position)
    return [state for _, state in sorted(folded[0].items())]
