"""Every duty, review and report of a programme in one round: who owes it, when it is due, when it was done.

Where a role leads to several organs of one unit, any of them does it for the unit.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from domain.owing.done import done_on, filed_on, reported_on, reviewed_on
from domain.owing.owers import owers
from domain.periods import first_day, last_day, year_of
from domain.streams import split_organ
from workflow.deadline import due_on as deadline_due_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.programme.labels import Labelled
    from domain.programme.model import Programme
    from domain.programme.oversight import Duty, Report, ReviewConference
    from domain.round.state import Round
    from domain.world import World


class Owed(NamedTuple):
    """One thing that a unit owes, by any of its `organs`. `month` is that of a monthly report, else 0.

    `role` is by which they owe it, `verbs` are the commands that record it. `due_on` is None where the guideline gives
    no day, `done_on` where it is still open; a monthly report is `missing` when its month is over (D-56).
    """

    code: str
    label: Labelled
    unit: str
    organs: list[str]
    role: str
    verbs: list[str]
    month: int = 0
    due_on: date | None = None
    done_on: date | None = None
    missing: bool = False

    def state_on(self, on: date) -> str:
        """`open`, `done`, `late`, `done_late` or `missing` on a day."""
        late = self.late_on(on)
        if self.done_on:
            return "done_late" if late else "done"
        if self.missing:
            return "missing"
        return "late" if late else "open"

    def late_on(self, on: date) -> bool:
        """Whether it was done after its day, or is open when that day is over."""
        return self.due_on is not None and (self.done_on or on) > self.due_on


class Asked(NamedTuple):
    """A round of a programme, looked at on a day; with `by` only what one of these organs owes."""

    programme: Programme
    round: Round
    on: date
    world: World
    by: frozenset[str] | None = None


def owed(asked: Asked) -> list[Owed]:
    """List what is owed in a round: duties, reviews, reports, each by the units that owe it."""
    found = [each for duty in asked.programme.duties for each in _duty(duty, asked)]
    for code, review in asked.programme.reviews.items():
        found.extend(_review(code, review, asked))
    for code, report in asked.programme.reports.items():
        found.extend(_report(code, report, asked))
    return found


def _owers(what: Duty | ReviewConference | Report, asked: Asked) -> dict[str, list[str]]:
    """By unit the organs that owe something; of the units whose organs are asked about, where some are."""
    programme, by = asked.programme, asked.by
    if by is not None and not _names(what.by, programme) & {split_organ(each)[1] for each in by}:
        return {}
    found = owers(what, programme, asked.on, asked.world)
    return {
        unit: organs for unit, organs in found.items() if by is None or not by.isdisjoint(organs)
    }


def _names(role: str, programme: Programme) -> set[str]:
    """What the organs that can hold a role are called."""
    rules = programme.roles[role].rules if role in programme.roles else []
    return {selector.organ for rule in rules for selector in rule.organs}


def _duty(duty: Duty, asked: Asked) -> Iterator[Owed]:
    if not _is_meant(duty, asked):
        return
    verbs = [duty.held_by] if duty.held_by else []
    for unit, organs in _owers(duty, asked).items():
        due_on = _due_on(duty, unit, asked)
        done = done_on(duty, unit, organs, asked)
        yield Owed(duty.code, duty, unit, organs, duty.by, verbs, due_on=due_on, done_on=done)


def _is_meant(duty: Duty, asked: Asked) -> bool:
    """A duty with a day is owed in the years for which the day is meant."""
    deadline = asked.programme.deadlines.get(duty.deadline)
    year = year_of(asked.round.period)
    return deadline is None or deadline_due_on(deadline, year, {}) is not None


def _due_on(duty: Duty, unit: str, asked: Asked) -> date | None:
    deadline = asked.programme.deadlines.get(duty.deadline)
    if deadline is None:
        return None
    moved = asked.round.extended(duty.deadline, f"unit:{unit}")
    year, holidays = year_of(asked.round.period), asked.world.holidays()
    return moved or deadline_due_on(deadline, year, {}, holidays)


def _review(code: str, review: ReviewConference, asked: Asked) -> Iterator[Owed]:
    if review.periods and asked.round.period not in review.periods:
        return
    for unit, organs in _owers(review, asked).items():
        done = reviewed_on(code, organs, asked)
        yield Owed(code, review, unit, organs, review.by, ["hold-review"], done_on=done)


def _report(code: str, report: Report, asked: Asked) -> Iterator[Owed]:
    if report.every == "occasion":
        return
    verbs = ["file-report", "file-round-report"]
    for unit, organs in _owers(report, asked).items():
        if report.every == "month":
            yield from _monthly(code, report, unit, organs, asked)
        else:
            done = reported_on(code, unit, organs, asked)
            yield Owed(code, report, unit, organs, report.by, verbs, done_on=done)


def _monthly(
    code: str, report: Report, unit: str, organs: list[str], asked: Asked
) -> Iterator[Owed]:
    """One for each month of the period that has begun, from the month in which the programme begins."""
    year = year_of(asked.round.period)
    months = range(first_day(asked.round.period).month, last_day(asked.round.period).month + 1)
    for month in months:
        last = date(year, month, monthrange(year, month)[1])
        if last >= asked.programme.span.valid_from and date(year, month, 1) <= asked.on:
            done = filed_on(month, unit, asked)
            yield Owed(
                code,
                report,
                unit,
                organs,
                report.by,
                ["file-monthly-report"],
                month,
                done_on=done,
                missing=not done and last < asked.on,
            )
