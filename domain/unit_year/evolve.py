"""How events change a unit's year. It copies; it never refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.events import unit_year as y
from domain.unit_year.state import Fact, UnitYear

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.envelope import Stamp
    from domain.events.base import Event


def evolve(state: UnitYear | None, event: Event, stamp: Stamp) -> UnitYear:
    """Apply an event; raise TypeError for an event that is not one of a unit's year."""
    keep = _KEEP.get(type(event))
    if keep is None:
        raise TypeError(type(event))
    year = state or _of_stream(stamp.stream)
    year.version = stamp.version
    keep(year, Fact(event, stamp.effective_on, stamp.version, stamp.organ))
    return year


def _of_stream(stream: str) -> UnitYear:
    unit, _, year = stream.removeprefix("unit-year:").rpartition(":")
    return UnitYear(unit=unit, year=int(year))


def _meeting(year: UnitYear, fact: Fact[y.MeetingRecorded]) -> None:
    year.meetings[fact.event.meeting] = fact


def _rating(year: UnitYear, fact: Fact[y.MeetingRated]) -> None:
    year.ratings[fact.event.meeting] = fact


def _monthly_report(year: UnitYear, fact: Fact[y.MonthlyReportFiled]) -> None:
    year.monthly_reports[fact.event.programme, fact.event.month] = fact


def _classification(year: UnitYear, fact: Fact[y.ClassificationImported]) -> None:
    year.classifications.setdefault(fact.event.subject, []).append(fact)


def _figure(year: UnitYear, fact: Fact[y.FigureReported]) -> None:
    year.figures.setdefault(fact.event.measure, []).append(fact)


def _fee(year: UnitYear, fact: Fact[y.FeePaid]) -> None:
    year.fees[fact.event.member, fact.event.month] = fact


_KEEP: dict[type[Event], Callable[[UnitYear, Fact[Any]], None]] = {
    y.MeetingRecorded: _meeting,
    y.MeetingRated: _rating,
    y.SessionHeld: lambda year, fact: year.sessions.append(fact),
    y.MonthlyReportFiled: _monthly_report,
    y.PeriodicReportFiled: lambda year, fact: year.periodic_reports.append(fact),
    y.ClassificationImported: _classification,
    y.DisciplineRecorded: lambda year, fact: year.disciplines.append(fact),
    y.BreachRecorded: lambda year, fact: year.breaches.append(fact),
    y.FigureReported: _figure,
    y.FeePaid: _fee,
    y.DisseminationHeld: lambda year, fact: year.disseminations.append(fact),
    y.DutyPerformed: lambda year, fact: year.duties.append(fact),
}
