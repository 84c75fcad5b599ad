"""Bringing read models up to the log: in batches, or within the append itself. Each event counts once.

The first statement of the transaction moves the position of a read model from the beginning of the
batch to its end, and finds nothing if somebody else has moved it; the rows follow in the same
transaction. So any number of processes may do this at once, and be killed at any moment.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ledger.connections import Writing
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.machinery.completing import Touching
from projections.machinery.folding import Folder, seen
from projections.machinery.positions import Claims, Place, places
from projections.machinery.read_model import ReadModel, Seen
from projections.machinery.store import Store
from projections.machinery.write_transaction import writing as write_transaction

BATCH = 10_000
"""Events in one transaction: fewer make more commits, more keep others waiting."""
READ = 500
"""Rows read at once: they are folded while they are still in the processor's cache."""


class CatchingUp:
    """Brings a fixed set of read models up to date; it keeps no state between two calls."""

    def __init__(self, models: Iterable[ReadModel[Any]]) -> None:
        self.models = {model.name: model for model in models}
        self._claims = Claims(self.models.values())

    def inline(self, writing: Writing, rows: Sequence[Row]) -> None:
        """Take in rows just appended, in the transaction that appended them.

        For `then` of an append. A read model that is behind, or that another process is catching
        up just now, is left to the next catch-up.
        """
        span = (rows[0].position - 1, rows[-1].position)
        store = Store.within(writing)
        self._take_in(store, span, [seen(rows)], waiting=False)

    def catch_up(self, ledger: Ledger, limit: int | None = None, batch: int = BATCH) -> int:
        """Take in what the read models lack, `limit` events at most, ended at a commit; tell how many."""
        done = 0
        while limit is None or done < limit:
            begin, end = self._next(ledger, batch if limit is None else min(batch, limit - done))
            if begin == end:
                break
            rows = ledger.scan(Seen, begin, end, READ)
            with write_transaction(ledger) as connection:
                moved = self._take_in(Store.of(connection), (begin, end), rows, waiting=True)
            done += end - begin if moved else 0
        return done

    def _next(self, ledger: Ledger, batch: int) -> tuple[int, int]:
        """The next batch as (before, last): from where the one furthest behind stands, at most to the next one."""
        with ledger.connection() as connection:
            at = sorted({place.position for place in self.current(places(connection))})
        head = ledger.head().position
        if not at or at[0] >= head:
            return head, head
        end = ledger.commit_end(min(at[0] + batch, head))
        return at[0], min([end, *at[1:2]])

    def current(self, known: Iterable[Place]) -> list[Place]:
        """The read models built by this version of the code, as are all that they are completed from."""
        ours = {place.name: place for place in known if self._is_ours(place)}
        return [
            place
            for name, place in ours.items()
            if all(need.name in ours for need in self.models[name].needs)
        ]

    def _is_ours(self, place: Place) -> bool:
        return place.name in self.models and place.schema == self.models[place.name].schema

    def _take_in(
        self,
        store: Store,
        span: tuple[int, int],
        batches: Iterable[Sequence[Seen]],
        *,
        waiting: bool,
    ) -> bool:
        """Take in the rows of a span (before, last) where a read model stands just before it."""
        generations = self._claims.claim(store.asking, span, sqlite=store.sqlite, waiting=waiting)
        if not generations:
            return False
        known = self._with_their_needs(store, generations, span)
        folder = Folder(self.models[name] for name in sorted(generations))
        touching = Touching(folder.models)
        for rows in batches:
            for name, streams in folder.missing(rows).items():
                found = store.load(self.models[name], generations[name], streams)
                folder.states[name].update(found)
            folder.fold(rows)
            touching.see(rows)
        touching.complete(store, folder.states, known)
        for name, states in folder.states.items():
            store.save(self.models[name], generations[name], states.values())
        return True

    def _with_their_needs(
        self, store: Store, claimed: dict[str, int], span: tuple[int, int]
    ) -> dict[str, int]:
        """The tables to complete records from. A read model that needs one which is behind is unclaimed again."""
        needs = {need.name for name in claimed for need in self.models[name].needs}
        if needs <= claimed.keys():
            return claimed
        ahead = self._claims.ahead(store.asking, span[1], sqlite=store.sqlite)
        known = claimed | {name: at for name, at in ahead.items() if name in needs}
        for name in list(claimed):
            if any(need.name not in known for need in self.models[name].needs):
                self._claims.give_back(store.cursor, name, span[0], sqlite=store.sqlite)
                del claimed[name]
        return known
