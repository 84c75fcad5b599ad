"""The list of cases: its rows, what it is narrowed down by and sorted by, from the read model or from memory."""

from __future__ import annotations

from datetime import date

import msgspec

from projections.cases.lateness import NO_DAY
from projections.cases.status import PLACE, STATUS, WAS_LATE, Status
from projections.machinery.criteria import Among, AnyOf, AtLeast, Below, Criterion, Holds
from projections.machinery.listing import Half, Lists, Order

Names = frozenset[str]
NONE: Names = frozenset()


class CaseRow(msgspec.Struct, kw_only=True):
    """A case as `cases list --json` prints it."""

    case: str
    programme: str
    programme_version: str
    subject: str
    unit: str
    unit_name: str
    period: str
    subject_kind: str
    stage: str
    outcome: str
    claimed: str
    waiting_for: list[str]
    since: date
    due_on: date | None
    late: bool


class CaseFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What the cases listed have: one of the values of each set that names any.

    `cases` are ids without the kind of stream, `subjects` are as `unit:…` or `member:…`. `late` is as
    of the day asked about, `due_before` a day that is not included. `found` are streams, units and
    subjects that a search came upon: one of them is enough; `periods_found` are periods among its words.
    `organs` must act on the case, today or once a change of units or rules that is known has come.
    """

    cases: Names = NONE
    programmes: Names = NONE
    periods: Names = NONE
    stages: Names = NONE
    outcomes: Names = NONE
    units: Names | None = None
    organs: Names = NONE
    subjects: Names = NONE
    late: bool | None = None
    due_before: date | None = None
    found: tuple[Names, Names, Names] | None = None
    periods_found: Names = NONE

    def criteria(self, on: date) -> list[Criterion]:
        """The same as conditions on the records of the read model, on a day."""
        sets = {
            "stream": frozenset(f"case:{case}" for case in self.cases),
            "programme": self.programmes,
            "period": self.periods,
            "stage": self.stages,
            "outcome": self.outcomes,
            "subject": self.subjects,
        }
        return [
            *(Among(column, values) for column, values in sets.items() if values),
            *([] if self.units is None else [Among("unit", self.units)]),
            *(
                [AnyOf(tuple(Holds("organs", o) for o in sorted(self.organs)))]
                if self.organs
                else []
            ),
            *self._days(on),
            *([] if self.found is None else [self._found(*self.found)]),
            *([Among("period", self.periods_found)] if self.periods_found else []),
        ]

    def _days(self, on: date) -> list[Criterion]:
        tomorrow = date.fromordinal(on.toordinal() + 1).isoformat()
        late: list[Criterion] = [AtLeast("late_on", tomorrow), Below("late_on", tomorrow, WAS_LATE)]
        return [
            *([] if self.late is None else [late[self.late]]),
            *([Below("due_on", self.due_before.isoformat())] if self.due_before else []),
        ]

    def _found(self, streams: Names, units: Names, subjects: Names) -> Criterion:
        return AnyOf((Among("stream", streams), Among("unit", units), Among("subject", subjects)))


ORDERS = {
    "place": (*PLACE, "stream"),
    "due_on": ("due_on", *PLACE, "stream"),
    "since": ("since", "stream"),
    "stage": ("stage", *PLACE, "stream"),
    "unit_name": ("unit_folded", "unit", "stream"),
}
"""By what cases are sorted; `place` is by programme, period, unit and subject."""
CASES = Lists(
    STATUS,
    halves=(Half("open = 1"), Half("open = 0", {"due_on": NO_DAY, "organs": ""})),
    apart=frozenset({"stage", "outcome"}),
    rare=frozenset({"stream", "unit", "subject", "late_on"}),
    placed=frozenset(PLACE[:1]),
)


def order_of(name: str, *, descending: bool = False) -> Order:
    """Raises KeyError for a name that is none of ORDERS."""
    return Order(ORDERS[name], descending)


def shown(case: Status, on: date) -> CaseRow:
    """A case as the list shows it on a day."""
    return CaseRow(
        case=case.case,
        programme=case.programme,
        programme_version=case.version,
        subject=case.subject,
        unit=case.unit,
        unit_name=case.unit_name,
        period=case.period,
        subject_kind=case.subject_kind,
        stage=case.stage,
        outcome=case.outcome,
        claimed=case.claimed,
        waiting_for=case.waiting_for,
        since=date.fromisoformat(case.since),
        due_on=None if case.due_on == NO_DAY else date.fromisoformat(case.due_on),
        late=case.late_on <= on.isoformat(),
    )
