"""The read models as a whole: making them, catching up, rebuilding, where they stand."""

from collections.abc import Iterator, Sequence
from typing import Any

from ledger.connections import Writing
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.cases.register import REGISTER
from projections.cases.side_tasks import TASKS
from projections.cases.status import STATUS
from projections.machinery.building import make_missing
from projections.machinery.catching_up import CatchingUp
from projections.machinery.checking import Differs
from projections.machinery.checking import differing as differing_from_log
from projections.machinery.errors import NoSuchReadModelError
from projections.machinery.forgetting import forget
from projections.machinery.positions import Place, places
from projections.machinery.read_model import ReadModel
from projections.machinery.rebuilding import Progress, rebuild_from_log
from projections.organisation.holidays import HOLIDAYS
from projections.organisation.persons import PERSONS
from projections.organisation.rounds import ROUNDS
from projections.organisation.units import UNITS


class ReadModels:
    """Every read model by name."""

    def __init__(self, *models: ReadModel[Any]) -> None:
        self.by_name = {model.name: model for model in models}

    def __iter__(self) -> Iterator[ReadModel[Any]]:
        return iter(self.by_name.values())

    def named(self, name: str) -> ReadModel[Any]:
        """Raises NoSuchReadModelError."""
        if name not in self.by_name:
            raise NoSuchReadModelError(name)
        return self.by_name[name]

    def places(self, ledger: Ledger) -> list[Place]:
        """Where each stands: position, root, schema and generation, by name."""
        with ledger.connection() as connection:
            return [place for place in places(connection) if place.name in self.by_name]

    def positions(self, ledger: Ledger) -> list[tuple[str, int]]:
        return [(place.name, place.position) for place in self.places(ledger)]

    def outdated(self, ledger: Ledger) -> list[str]:
        """Those built by another version of the code: they ask to be rebuilt, and move no more."""
        return [
            place.name
            for place in self.places(ledger)
            if place.schema != self.by_name[place.name].schema
        ]

    def older(self, ledger: Ledger) -> list[str]:
        """Those built by an older version of the code."""
        places = self.places(ledger)
        return [place.name for place in places if place.schema < self.by_name[place.name].schema]


READ_MODELS = ReadModels(STATUS, REGISTER, TASKS, UNITS, PERSONS, ROUNDS, HOLIDAYS)
_CATCHING_UP = CatchingUp(READ_MODELS)


def prepare(ledger: Ledger, progress: Progress | None = None) -> list[str]:
    """Make the read models that a log does not have yet, build anew those that an older version built.

    Tells which were built; quick where there are none. `progress(done, of)`. From now on they forget
    what is erased through this ledger.
    """
    ledger.on_erasure = _forget
    made = make_missing(ledger, READ_MODELS)
    lacking = {*READ_MODELS.older(ledger), *(made if ledger.head().position else ())}
    wanted = [model for model in READ_MODELS if model.name in lacking]
    return rebuild_from_log(ledger, wanted, progress) if wanted else []


def _forget(writing: Writing, commitment: str) -> None:
    forget(writing, commitment, READ_MODELS)


def inline(writing: Writing, rows: Sequence[Row]) -> None:
    """Take rows in as they are appended: `ledger.append(commit, then=inline)`."""
    _CATCHING_UP.inline(writing, rows)


def catch_up(ledger: Ledger, limit: int | None = None) -> int:
    """Take in what the read models lack, `limit` events at most; tell how many. Quick when none."""
    return _CATCHING_UP.catch_up(ledger, limit)


def differing(ledger: Ledger, progress: Progress | None = None) -> list[Differs]:
    """Read models that do not say what the log says, each with the first record that is otherwise."""
    catch_up(ledger)
    return differing_from_log(ledger, READ_MODELS, progress)


def rebuild(ledger: Ledger, name: str | None = None, progress: Progress | None = None) -> list[str]:
    """Build one read model or all of them anew, then catch up; tell which. `progress(done, of)`.

    Raises NoSuchReadModelError.
    """
    chosen = [READ_MODELS.named(name)] if name else list(READ_MODELS)
    rebuilt = rebuild_from_log(ledger, chosen, progress)
    catch_up(ledger)
    return rebuilt
