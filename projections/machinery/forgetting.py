"""What read models know of a text goes when the text is erased, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ledger.connections import Writing
from ledger.schema import head
from projections.machinery.building import drop_others
from projections.machinery.completing import Beside
from projections.machinery.read_model import ReadModel, Touched
from projections.machinery.store import Store


def is_erasable(model: ReadModel[Any]) -> bool:
    """Whether its records follow from texts that may be erased."""
    return bool(model.beside and model.beside.erasable)


def forget(writing: Writing, commitment: str, models: Iterable[ReadModel[Any]]) -> None:
    """Complete again the records that follow from a text, which is erased already.

    Waits for a rebuild or a catch-up under way; tables that a rebuild could not drop are dropped now.
    """
    for model in models:
        if is_erasable(model):
            _forget(writing, commitment, model)


def _forget(writing: Writing, commitment: str, model: ReadModel[Any]) -> None:
    beside, connection = model.beside, writing.connection
    locked = sa.select(head.c.generation).where(head.c.name == model.name).with_for_update()
    generation = connection.execute(locked).scalar_one_or_none()
    if beside is None or generation is None:
        return
    drop_others(connection, model, generation)
    store = Store.within(writing)
    found = store.find(model, generation, Touched(f"{beside.erasable} = ?", (commitment,)))
    facts = beside.facts(Beside(store, {}))
    for record in found.values():
        beside.complete(record, facts, True)
    store.save(model, generation, found.values())
