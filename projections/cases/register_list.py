"""The register as a list: its rows, what it is narrowed down by and sorted by, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec
import sqlalchemy as sa

from projections.cases.register import PLACE, RECOGNISED, REGISTER, UPSET, Recognition, rows_of
from projections.machinery.criteria import Among, AnyOf, AtLeast, Criterion
from projections.machinery.listing import Half, Key, Lists, Order, in_memory

Names = frozenset[str]
NONE: Names = frozenset()


class RegisterRow(msgspec.Struct, kw_only=True):
    """A decision to recognise as `register --json` prints it."""

    case: str
    subject: str
    title: str
    period: str
    decision_number: str
    decided_on: date
    effective_on: date
    decided_by: str
    standing: bool
    revoked_on: date | None
    revocation_effect: str | None


class RegisterFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What the recognitions listed have: one of the values of each set that names any.

    `standing` is as of the day asked about; `found` are streams, units and subjects of a search,
    `periods_found` periods among its words. Recognitions of members are those of the units `members_of` and of
    `reader`; of every unit where it is None.
    """

    programmes: Names = NONE
    periods: Names = NONE
    units: Names | None = None
    subjects: Names = NONE
    standing: bool | None = None
    found: tuple[Names, Names, Names] | None = None
    periods_found: Names = NONE
    members_of: Names | None = None
    reader: str = ""

    def criteria(self) -> list[Criterion]:
        """The same as conditions on the records of the read model; `standing` is left to the rows."""
        sets = {"programme": self.programmes, "period": self.periods, "subject": self.subjects}
        upset = [AtLeast("upset", 1, UPSET)] if self.standing is False else []
        return [
            *(Among(column, values) for column, values in sets.items() if values),
            *([] if self.units is None else [Among("unit", self.units)]),
            *upset,
            *([] if self.found is None else [_found(*self.found)]),
            *([Among("period", self.periods_found)] if self.periods_found else []),
            *([] if self.members_of is None else [_seen(self.members_of, self.reader)]),
        ]


def _seen(units: Names, reader: str) -> Criterion:
    """About a unit, a member of some units, or whoever reads: subjects of units sort behind those of members."""
    own = Among("subject", frozenset({f"member:{reader}"}))
    return AnyOf((AtLeast("subject", "unit:"), Among("unit", units), own))


def _found(streams: Names, units: Names, subjects: Names) -> Criterion:
    return AnyOf((Among("stream", streams), Among("unit", units), Among("subject", subjects)))


ORDERS = {"place": (*PLACE, "stream"), "decided_on": ("decided_on", "stream")}
"""By what the register is sorted; `place` is by programme, period and subject as it was opened for."""
RECOGNITIONS = Lists(
    REGISTER, halves=(Half(RECOGNISED),), rare=frozenset({"stream", "unit", "subject", "upset"})
)
Ask = Callable[[Key | None, int | None], Sequence[Recognition]]
"""Records after a key, so many at most."""


def from_database(connection: sa.Connection, wanted: RegisterFilter, order: Order) -> Ask:
    return lambda after, size: RECOGNITIONS.page(connection, wanted.criteria(), order, after, size)


def from_records(records: Iterable[Recognition], wanted: RegisterFilter, order: Order) -> Ask:
    known = in_memory([each for each in records if each.recognised], wanted.criteria(), order)
    return lambda after, size: in_memory(known, (), order, after, size)


def rows_on(
    ask: Ask, wanted: RegisterFilter, order: Order, on: date, after: Key | None, size: int | None
) -> tuple[list[RegisterRow], Key | None]:
    """Rows on a day and the key after which there are more; all the rows of a case are on one page."""
    rows: list[RegisterRow] = []
    while found := ask(after, size):
        for case in found:
            if size is not None and len(rows) >= size:
                return rows, after
            after = order.key(case)
            rows += _shown(case, wanted, on)
        if size is None or len(found) < size:
            break
    return rows, None


def _shown(case: Recognition, wanted: RegisterFilter, on: date) -> list[RegisterRow]:
    shown = [RegisterRow(**row) for row in rows_of(case, on.isoformat())]
    if wanted.standing is None:
        return shown
    return [row for row in shown if row.standing == wanted.standing]
