"""Looking into the tables of the read models, and putting them back to before the first event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ledger.ledger import Ledger
from projections.engine import READ_MODELS
from projections.machinery.positions import places
from projections.machinery.read_model import ReadModel


def dump(ledger: Ledger, models: Iterable[ReadModel[Any]] = READ_MODELS) -> dict[str, list[Any]]:
    """Every row as it is stored, by read model and stream."""
    with ledger.connection() as connection:
        return {
            model.name: connection.exec_driver_sql(
                f"SELECT * FROM {model.view.name} ORDER BY stream"  # noqa: S608 -- our own name
            ).all()
            for model in models
        }


def forget(ledger: Ledger, models: Iterable[ReadModel[Any]] = READ_MODELS) -> None:
    """Empty the tables and put the positions back to 0."""
    with ledger.transaction() as connection:
        generations = {place.name: place.generation for place in places(connection)}
        for model in models:
            table = model.table_name(generations[model.name])
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 -- our own name
        connection.exec_driver_sql("UPDATE read_model SET position = 0")


def stand(ledger: Ledger) -> set[tuple[int, bytes]]:
    """Where the read models stand, and the root they were built from."""
    return {(place.position, place.root) for place in READ_MODELS.places(ledger)}
