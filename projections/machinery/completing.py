"""Filling in the columns of a record that follow from other streams, after any kind of fold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from projections.machinery.read_model import ReadModel, S, Seen, Touched
from projections.machinery.store import Store


def with_needs(models: Iterable[ReadModel[Any]]) -> tuple[ReadModel[Any], ...]:
    """Read models together with those that they are completed from, each once."""
    wanted = list(models)
    return tuple(dict.fromkeys([*wanted, *(need for model in wanted for need in model.needs)]))


class Beside:
    """What is known at the end of a fold: the records folded, else those in the tables, else nothing.

    Without `generations` the tables are not asked: the fold began with the log.
    """

    def __init__(
        self,
        store: Store,
        states: Mapping[str, Mapping[str, Any]],
        generations: Mapping[str, int] | None = None,
    ) -> None:
        self._store = store
        self._states = states
        self._generations = generations
        self._found: dict[tuple[str, str], Any] = {}

    def record(self, model: ReadModel[S], stream: str) -> S | None:
        folded: S | None = self._states.get(model.name, {}).get(stream)
        if folded is not None or self._generations is None:
            return folded
        key = (model.name, stream)
        if key not in self._found:
            loaded = self._store.load(model, self._generations[model.name], [stream])
            self._found[key] = loaded.get(stream)
        found: S | None = self._found[key]
        return found

    def events(self, stream: str) -> list[bytes]:
        return self._store.events(stream)

    def text(self, position: int, commitment: str) -> str | None:
        return self._store.text(position, commitment)


def complete_all(store: Store, models: Iterable[ReadModel[Any]], states: Mapping[str, Any]) -> None:
    """Complete what was folded from the beginning of the log."""
    for model in models:
        if model.beside:
            _complete(model, states[model.name], Beside(store, states))


class Touching:
    """Finds the records that events of other streams concern: their columns have to be filled in again."""

    def __init__(self, models: Iterable[ReadModel[Any]]) -> None:
        self._by_model = [(model, model.beside) for model in models if model.beside]
        self._touched: dict[str, dict[Touched, None]] = {}

    def see(self, rows: Sequence[Seen]) -> None:
        for model, beside in self._by_model:
            for row in rows:
                if row.topic in beside.touched:
                    touched = beside.touched[row.topic](row)
                    self._touched.setdefault(model.name, {})[touched] = None

    def complete(
        self, store: Store, states: Mapping[str, Any], generations: Mapping[str, int]
    ) -> None:
        """Load the records concerned, and fill in their columns and those of the folded ones."""
        for model, _ in self._by_model:
            own, concerned = states[model.name], set[str]()
            for touched in self._touched.get(model.name, ()):
                found = store.find(model, generations[model.name], touched)
                concerned.update(found)
                for stream, record in found.items():
                    own.setdefault(stream, record)
            if own:
                _complete(model, own, Beside(store, states, generations), concerned)


def _complete(
    model: ReadModel[Any],
    records: Mapping[str, Any],
    beside: Beside,
    touched: Collection[str] = frozenset(),
) -> None:
    if model.beside is None:
        return
    facts, complete = model.beside.facts(beside), model.beside.complete
    for stream, record in records.items():
        complete(record, facts, stream in touched)
