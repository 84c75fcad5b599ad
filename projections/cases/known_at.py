"""The case list and the register as the log knew them at a position, folded from the log itself."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from domain.events import case as c
from domain.streams import LOG, round_stream, unit_stream
from ledger.ledger import Ledger
from projections.cases import status
from projections.cases.as_of import known_of, known_of_log, rows_as_of
from projections.cases.case_facts import FoldedFacts
from projections.cases.register import REGISTER, listing
from projections.cases.status import STATUS
from projections.machinery.folding import Folder, States, seen
from projections.machinery.read_model import ReadModel, Seen
from projections.machinery.without_gc import no_cycles_sought
from projections.organisation.holidays import HOLIDAYS
from projections.organisation.rounds import ROUNDS
from projections.organisation.units import UNITS

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
    folder, end = Folder(models), ledger.commit_end(position)
    for rows in ledger.scan(Seen, 0, end, READ):
        folder.fold(rows)
    return folder.states


def fold_as_of(
    ledger: Ledger, position: int, on: date, *models: ReadModel[Any]
) -> dict[str, States]:
    """As `fold_known_at`, of what was in effect by a day, as corrected since."""
    folder, end = Folder(models), ledger.commit_end(position)
    known = known_of_log(ledger, end)
    rows = (row for batch in ledger.scan(Seen, 0, end, READ) for row in batch)
    folder.fold(rows_as_of(rows, known, on))
    return folder.states


def cases_known_at(
    ledger: Ledger, position: int, *, on: date, as_of: date | None = None, **named: str
) -> list[dict[str, Any]]:
    """As `status.cases`, known at a position; `named` are programme, period, stage, unit, case.

    With `as_of`, of what was in effect by that day. `on` is the day of which `late` speaks.
    """
    wanted = {name: value for name, value in named.items() if value}
    states = _states(ledger, position, as_of, wanted.get("case", ""))
    found = [
        each
        for each in states[STATUS.name].values()
        if all(getattr(each, name) == value for name, value in wanted.items())
    ]
    found.sort(key=attrgetter(*status.ORDER))
    names = {row.code: row.name for row in states[UNITS.name].values()}
    with ledger.connection() as connection:
        facts = FoldedFacts(connection, states)
        return [status.listed(each, names.get(each.unit, ""), facts, on) for each in found]


_MODELS = (STATUS, UNITS, ROUNDS, HOLIDAYS)


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
    return folder.states


def register_known_at(ledger: Ledger, position: int, as_of: date) -> list[dict[str, Any]]:
    """As `register.register`, known at a position; reads only the topics that matter."""
    folder, end = Folder([REGISTER]), ledger.commit_end(position)
    with no_cycles_sought():
        for after in range(0, end, WINDOW):
            for topic, rows in _runs(ledger, after, min(after + WINDOW, end)):
                folder.fold_run(topic, rows)
        found = folder.states[REGISTER.name].values()
        return listing((case for case in found if case.recognised), as_of)


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
