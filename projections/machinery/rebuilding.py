"""Building read models anew from the whole log: folded in memory, inserted once, then shown."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from ledger.errors import DatabaseLockedError
from ledger.ledger import Ledger
from ledger.schema import head
from projections.machinery.building import drop_others, make_indexes, make_table, show
from projections.machinery.completing import complete_all, with_needs
from projections.machinery.folding import Folder
from projections.machinery.forgetting import is_erasable
from projections.machinery.positions import places, root_at
from projections.machinery.read_model import ReadModel, Seen
from projections.machinery.store import Store
from projections.machinery.write_transaction import writing

READ = 500
Progress = Callable[[int, int], object]


def rebuild_from_log(
    ledger: Ledger, models: Iterable[ReadModel[Any]], progress: Progress | None = None
) -> list[str]:
    """Build read models anew and answer those switched; the old tables answer until then.

    One that somebody else has rebuilt meanwhile is left to them. The models stand where the log
    ended; what is appended meanwhile is for the next catch-up. `progress(events done, events known)`.
    """
    with ledger.connection() as connection:
        generations = {place.name: place.generation for place in places(connection)}
    wanted = tuple(models)
    folder = Folder(with_needs(wanted))
    end = _fold_all(ledger, folder, progress)
    with ledger.connection() as connection:
        lasting = [model for model in wanted if not is_erasable(model)]
        complete_all(Store.of(connection), lasting, folder.states)
    with writing(ledger) as connection:
        # By name, as a catch-up locks them: neither may hold what the other waits for.
        switched = {
            model.name
            for model in sorted(wanted, key=attrgetter("name"))
            if _switch(connection, model, generations[model.name], folder, end)
        }
    rebuilt = [model for model in wanted if model.name in switched]
    for model in rebuilt:
        # Somebody may still be reading the old table: then the next rebuild drops it.
        with suppress(DatabaseLockedError), writing(ledger) as connection:
            drop_others(connection, model, generations[model.name] + 1)
    return [model.name for model in rebuilt]


def _fold_all(ledger: Ledger, folder: Folder, progress: Progress | None) -> int:
    """Fold the log to its end; the scan stops at the end of a commit."""
    position, head = 0, ledger.head().position
    for rows in ledger.scan(Seen, batch=READ):
        folder.fold(rows)
        position = rows[-1].position
        if progress is not None:
            progress(position, max(position, head))
    return position


def _switch(
    connection: sa.Connection, model: ReadModel[Any], before: int, folder: Folder, end: int
) -> bool:
    moved = connection.execute(
        sa.update(head)
        .where(head.c.name == model.name, head.c.generation == before)
        .values(
            generation=before + 1,
            schema=model.schema,
            position=end,
            root=root_at(connection, end),
        )
    )
    if moved.rowcount == 0:
        return False
    table = make_table(connection, model, before + 1)
    states, store = folder.states[model.name], Store.of(connection)
    if is_erasable(model):
        # Whoever erases a text waits for this transaction, or has ended before it.
        complete_all(store, [model], folder.states)
    store.fill(model, before + 1, (states[stream] for stream in sorted(states)))
    make_indexes(connection, model, table)
    show(connection, model, before + 1)
    return True
