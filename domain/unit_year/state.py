"""What is known of a unit in a year. Dates are ISO text; lists are in order of position."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from domain.events import unit_year as y
from domain.events.base import Event

Recorded = TypeVar("Recorded", bound=Event)


class Fact(msgspec.Struct, Generic[Recorded], frozen=True):
    """An event with the date it holds from, the stream's version, the organ that recorded it."""

    event: Recorded
    on: str
    version: int
    organ: str = ""


class UnitYear(msgspec.Struct):
    """A unit's year as folded from its events.

    `meetings` holds the newest record of each meeting, `ratings` its newest rating,
    `monthly_reports` the newest by programme (empty where none was named) and month,
    `classifications` every record by subject, `figures` every report by measure, `fees` the
    payments by member and month.
    """

    unit: str
    year: int
    version: int = 0
    meetings: dict[str, Fact[y.MeetingRecorded]] = {}
    ratings: dict[str, Fact[y.MeetingRated]] = {}
    sessions: list[Fact[y.SessionHeld]] = []
    monthly_reports: dict[tuple[str, int], Fact[y.MonthlyReportFiled]] = {}
    periodic_reports: list[Fact[y.PeriodicReportFiled]] = []
    classifications: dict[str, list[Fact[y.ClassificationImported]]] = {}
    disciplines: list[Fact[y.DisciplineRecorded]] = []
    breaches: list[Fact[y.BreachRecorded]] = []
    figures: dict[str, list[Fact[y.FigureReported]]] = {}
    fees: dict[tuple[str, int], Fact[y.FeePaid]] = {}
    disseminations: list[Fact[y.DisseminationHeld]] = []
    duties: list[Fact[y.DutyPerformed]] = []

    def meetings_in_order(self, kind: str = "") -> list[Fact[y.MeetingRecorded]]:
        """Answer the meetings of a kind (of every kind where none is named) by their dates."""
        meetings = [each for each in self.meetings.values() if kind in {"", each.event.kind}]
        return sorted(meetings, key=lambda each: (each.on, each.version))

    def monthly_report(self, programme: str, month: int) -> Fact[y.MonthlyReportFiled] | None:
        """Answer the report of a month under a programme, or the one that names none."""
        reports = self.monthly_reports
        return reports.get((programme, month)) or reports.get(("", month))

    def classification(self, subject: str) -> Fact[y.ClassificationImported] | None:
        """Answer the record that counts for a subject: the latest final one, else the latest."""
        facts = sorted(
            self.classifications.get(subject, []), key=lambda each: (each.on, each.version)
        )
        final = [each for each in facts if each.event.final]
        return next(iter((final or facts)[-1:]), None)

    def figure(self, measure: str) -> Fact[y.FigureReported] | None:
        """Answer the figure that counts: the one of the latest date, of the latest record."""
        facts = self.figures.get(measure, [])
        return max(facts, key=lambda each: (each.on, each.version), default=None)
