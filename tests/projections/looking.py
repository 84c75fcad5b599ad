"""Looking into the tables of the read models, and putting them back to before the first event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from ledger.ledger import Ledger
from projections.cases.case_list import CASES, CaseFilter, order_of, shown
from projections.cases.known_at import cases_known_at
from projections.engine import READ_MODELS
from projections.machinery.listing import in_memory
from projections.machinery.positions import places
from projections.machinery.read_model import ReadModel


def dump(ledger: Ledger, models: Iterable[ReadModel[Any]] = READ_MODELS) -> dict[str, list[Any]]:
    """Every row as it is stored, by read model and stream; the words by which records are found too."""
    with ledger.connection() as connection:
        return {
            name: connection.execute(sa.select(view).order_by(*view.primary_key)).all()
            for model in models
            for name, view in _views(model).items()
        }


def _views(model: ReadModel[Any]) -> dict[str, sa.Table]:
    return {model.name: model.view} | (
        {f"{model.name}_words": model.words} if model.wording else {}
    )


def forget(ledger: Ledger, models: Iterable[ReadModel[Any]] = READ_MODELS) -> None:
    """Empty the tables and put the positions back to 0."""
    with ledger.transaction() as connection:
        generations = {place.name: place.generation for place in places(connection)}
        for model in models:
            tables = [model.table_name(generations[model.name])]
            if model.wording:
                tables.append(model.words_name(generations[model.name]))
            for table in tables:
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 -- our own name
        connection.exec_driver_sql("UPDATE head SET position = 0 WHERE generation > 0")


def stand(ledger: Ledger) -> set[tuple[int, bytes]]:
    """Where the read models stand, and the root they were built from."""
    return {(place.position, place.root) for place in READ_MODELS.places(ledger)}


def listed(ledger: Ledger, on: date, **named: str) -> list[dict[str, Any]]:
    """The list of cases out of the read model: programme, period, stage, unit, case as named."""
    with ledger.connection() as connection:
        found = CASES.page(connection, _wanted(named).criteria(on), order_of("place"))
    return [msgspec.structs.asdict(shown(case, on)) for case in found]


def listed_known_at(
    ledger: Ledger, position: int, on: date, *, as_of: date | None = None, **named: str
) -> list[dict[str, Any]]:
    """The same as known at a position, folded from the log."""
    case = named.get("case", "")
    known = cases_known_at(ledger, position, _wanted(named).criteria(on), as_of=as_of, case=case)
    found = in_memory(known, (), order_of("place"))
    return [msgspec.structs.asdict(shown(case, on)) for case in found]


def _wanted(named: dict[str, str]) -> CaseFilter:
    return CaseFilter(**{f"{name}s": frozenset([value]) for name, value in named.items()})
