"""Making the tables of read models: the first ones, and a new generation beside the old."""

import re
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ledger.ledger import Ledger
from ledger.schema import head
from ledger.tree import EMPTY_ROOT
from projections.machinery.positions import places
from projections.machinery.read_model import ReadModel
from projections.machinery.word_table import words_table

FIRST = 1


def make_missing(ledger: Ledger, models: Iterable[ReadModel[Any]]) -> list[str]:
    """Make the tables of read models that a log does not have yet; they stand before its first event."""
    wanted = list(models)
    with ledger.connection() as connection:
        if not _missing(connection, wanted) and not _has_places_apart(connection):
            return []
    with ledger.locked() as locked:
        connection = locked.connection
        _bring_places_together(connection)
        missing = _missing(connection, wanted)
        for model in missing:
            make_indexes(connection, model, make_table(connection, model, FIRST))
            show(connection, model, FIRST)
            place = {"name": model.name, "schema": model.schema, "generation": FIRST}
            values = {**place, "position": 0, "root": EMPTY_ROOT}
            connection.execute(head.insert().values(values))
    return [model.name for model in missing]


def make_table(connection: sa.Connection, model: ReadModel[Any], generation: int) -> sa.Table:
    """An empty table, in place of what a rebuild that never ended may have left; that of its words too."""
    table = model.table(model.table_name(generation))
    of_words = [words_table(model.words_name(generation))] if model.wording else []
    for each in (table, *of_words):
        connection.execute(sa.schema.DropTable(each, if_exists=True))
        each.create(connection)
    return table


def make_indexes(connection: sa.Connection, model: ReadModel[Any], table: sa.Table) -> None:
    for number, (columns, where) in enumerate(model.indexes, 1):
        only = sa.text(where) if where else None
        sa.Index(
            f"{table.name}_{number}",
            *(table.c[column] for column in columns),
            sqlite_where=only,
            postgresql_where=only,
        ).create(connection)


def show(connection: sa.Connection, model: ReadModel[Any], generation: int) -> None:
    """Let questions read this generation from now on."""
    shown = {model.view.name: model.table_name(generation)}
    if model.wording:
        shown[model.words.name] = model.words_name(generation)
    for view, table in shown.items():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view}")
        connection.exec_driver_sql(f"CREATE VIEW {view} AS SELECT * FROM {table}")  # noqa: S608 -- our names


def drop_others(connection: sa.Connection, model: ReadModel[Any], generation: int) -> None:
    """Drop the tables of every other generation."""
    kept = {model.table_name(generation), model.words_name(generation)}
    ours = re.compile(rf"read_{model.name}_(words_)?\d+")
    for name in sa.inspect(connection).get_table_names():
        if ours.fullmatch(name) and name not in kept:
            connection.exec_driver_sql(f"DROP TABLE {name}")


def _missing(connection: sa.Connection, models: Iterable[ReadModel[Any]]) -> list[ReadModel[Any]]:
    known = {place.name for place in places(connection)}
    return [model for model in models if model.name not in known]


def _has_places_apart(connection: sa.Connection) -> bool:
    """Whether read models stand in a table of their own, as in logs of the first schema."""
    return sa.inspect(connection).has_table("read_model")


def _bring_places_together(connection: sa.Connection) -> None:
    if _has_places_apart(connection):
        connection.exec_driver_sql(
            "INSERT INTO head (name, schema, generation, position, root)"
            " SELECT name, schema, generation, position, root FROM read_model"
        )
        connection.exec_driver_sql("DROP TABLE read_model")
