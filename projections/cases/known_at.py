"""The case list and the register as the log knew them at a position, folded from the log itself."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from domain.events import case as c
from domain.streams import LOG, round_stream, unit_stream
from ledger.ledger import Ledger
from projections.cases.as_of import known_of, known_of_log, rows_as_of
from projections.cases.register import REGISTER, Recognition, listing
from projections.cases.status import STATUS, Status
from projections.machinery.completing import complete_all, with_needs
from projections.machinery.criteria import Criterion
from projections.machinery.folding import Folder, States, seen
from projections.machinery.read_model import ReadModel, Seen
from projections.machinery.store import Store
from projections.machinery.without_gc import no_cycles_sought

READ = 500
WINDOW = 4_000
"""Positions looked through at once for a few topics: their pages stay in the database's own cache."""

_OPENED = c.CaseOpened.TOPIC
_DECIDED = c.DecisionIssued.TOPIC
_RARE = tuple(topic for topic in REGISTER.folds if topic not in {_OPENED, _DECIDED})
_SEEN: Callable[[tuple[Any, ...]], Seen] = partial(tuple.__new__, Seen)


def fold_known_at(ledger: Ledger, position: int, *models: ReadModel[Any]) -> dict[str, States]:
    """Records by read model and stream, as known at the end of the commit that a position is in.

    Raises PositionNotFoundError.
    """
    folder, end = Folder(with_needs(models)), ledger.commit_end(position)
    for rows in ledger.scan(Seen, 0, end, READ):
        folder.fold(rows)
    return _completed(ledger, folder)


def _completed(ledger: Ledger, folder: Folder) -> dict[str, States]:
    with ledger.connection() as connection:
        complete_all(Store.of(connection), folder.models, folder.states)
    return folder.states


def fold_as_of(
    ledger: Ledger, position: int, on: date, *models: ReadModel[Any]
) -> dict[str, States]:
    """As `fold_known_at`, of what was in effect by a day, as corrected since."""
    folder, end = Folder(with_needs(models)), ledger.commit_end(position)
    known = known_of_log(ledger, end)
    rows = (row for batch in ledger.scan(Seen, 0, end, READ) for row in batch)
    folder.fold(rows_as_of(rows, known, on))
    return _completed(ledger, folder)


def cases_known_at(
    ledger: Ledger,
    position: int,
    criteria: Sequence[Criterion] = (),
    *,
    as_of: date | None = None,
    case: str = "",
) -> list[Status]:
    """The cases that fit as they were known at a position, in no order; with `as_of`, as in effect by that day.

    Where one `case` is named, an id without the kind of stream, only what it needs is read.
    """
    states = _states(ledger, position, as_of, case)
    return [
        each
        for each in states[STATUS.name].values()
        if all(criterion.keeps(each) for criterion in criteria)
    ]


_MODELS = with_needs([STATUS])


def _states(ledger: Ledger, position: int, as_of: date | None, case: str) -> dict[str, States]:
    if case:
        return _states_of_one(ledger, f"case:{case}", ledger.commit_end(position), as_of)
    if as_of is None:
        return fold_known_at(ledger, position, *_MODELS)
    return fold_as_of(ledger, position, as_of, *_MODELS)


def _states_of_one(ledger: Ledger, stream: str, end: int, as_of: date | None) -> dict[str, States]:
    """The case and what is looked up beside it, each from its own stream."""
    folder = Folder(_MODELS)

    def take(stream: str) -> None:
        rows = seen(ledger.stream(stream, end))
        folder.fold(rows if as_of is None else rows_as_of(rows, known_of(rows), as_of))

    take(stream)
    for case in list(folder.states[STATUS.name].values()):
        beside = (unit_stream(case.unit), round_stream(case.programme, case.period), LOG)
        for each in beside:
            take(each)
    return _completed(ledger, folder)


def register_known_at(ledger: Ledger, position: int, as_of: date) -> list[dict[str, Any]]:
    """As `register.register`, known at a position; reads only the topics that matter."""
    with no_cycles_sought():
        return listing(recognitions_known_at(ledger, position), as_of)


def recognitions_known_at(ledger: Ledger, position: int) -> list[Recognition]:
    """The cases that have ever been recognised, as known at a position."""
    folder, end = Folder([REGISTER]), ledger.commit_end(position)
    with no_cycles_sought():
        for after in range(0, end, WINDOW):
            for topic, rows in _runs(ledger, after, min(after + WINDOW, end)):
                folder.fold_run(topic, rows)
        return [case for case in folder.states[REGISTER.name].values() if case.recognised]


def _runs(ledger: Ledger, after: int, upto: int) -> Iterator[tuple[str, list[Any]]]:
    """Rows after one position up to another in runs of one topic, found by the index on topics.

    In order of position, but for the openings: they come first, as they do in each case. Plain tuples
    where nearly all the rows are, as their folds take them apart at once.
    """
    yield _OPENED, ledger.of_topics(Seen, (_OPENED,), after, upto)
    decided = ledger.of_topics(Seen, (_DECIDED,), after, upto)
    rare = ledger.of_topics(Seen, _RARE, after, upto)
    if not rare:
        yield _DECIDED, decided
        return
    rows = sorted([*decided, *map(_SEEN, rare)], key=itemgetter(0))
    for topic, run in groupby(rows, key=itemgetter(2)):
        yield topic, list(run)
