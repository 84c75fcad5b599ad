"""What is wrong with reports, classifications, figures, fees and what is recorded of members."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from domain.unit_year.dates import place_of
from domain.unit_year.owed import form_refusals, monthly_programme, monthly_programme_refusals
from domain.unit_year.recognised import against_recognitions
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.events import unit_year as y
    from domain.unit_year.state import UnitYear
    from domain.world import World


def monthly_report_refusals(
    state: UnitYear | None, command: Command, world: World
) -> list[Refusal]:
    """Refuse a second report for a month that is no correction, one before its month, one of no programme."""
    report: y.MonthlyReportFiled = command.payload
    if not 1 <= report.month <= 12:
        return [refusal("month_unreadable", month=kinds.ordinal(report.month))]
    reasons = [*monthly_programme_refusals(command, world), *form_refusals(command, world)]
    if _filed(state, command, world) and not report.corrects:
        reasons.append(refusal("report_twice", month=kinds.ordinal(report.month)))
    if command.effective_on < date(place_of(command.stream).year, report.month, 1):
        reasons.append(
            refusal(
                "report_before_month",
                month=kinds.ordinal(report.month),
                on=command.effective_on,
            )
        )
    return reasons


def _filed(state: UnitYear | None, command: Command, world: World) -> bool:
    """Whether there is a report of the month under the programme; one that names none is of every programme."""
    programme = monthly_programme(command, world)
    return any(
        month == command.payload.month and (not programme or of in {"", programme})
        for of, month in (state.monthly_reports if state else ())
    )


def classification_refusals(
    state: UnitYear | None, command: Command, world: World
) -> list[Refusal]:
    """Refuse an unknown subject, a provisional level after a final one, and one against recognitions (D-20)."""
    imported: y.ClassificationImported = command.payload
    year = place_of(command.stream).year
    reasons = [*_unknown(imported.subject, world), *against_recognitions(imported, year, world)]
    standing = state.classification(imported.subject) if state else None
    if standing is not None and standing.event.final and not imported.final:
        reasons.append(
            refusal(
                "classification_final",
                subject=kinds.subject(imported.subject),
                on=kinds.day(standing.on),
            )
        )
    if imported.final and not imported.instrument.strip():
        reasons.append(refusal("instrument_missing"))
    return reasons


def discipline_refusals(_state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """Refuse discipline of nobody known, or without its instrument."""
    recorded: y.DisciplineRecorded = command.payload
    kind = "unit" if recorded.against == "organisation" else "member"
    name = recorded.subject.removeprefix(f"{kind}:")
    return [*_unknown(f"{kind}:{name}", world), *_instrument(recorded.instrument)]


def breach_refusals(_state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """Refuse a breach by nobody known, or without its instrument."""
    recorded: y.BreachRecorded = command.payload
    name = recorded.member.removeprefix("member:")
    return [*_unknown(f"member:{name}", world), *_instrument(recorded.instrument)]


def figure_refusals(_state: UnitYear | None, command: Command, _world: World) -> list[Refusal]:
    """Refuse a figure of nothing, and a negative one."""
    figure: y.FigureReported = command.payload
    reasons = [] if figure.measure.strip() else [refusal("figure_nameless")]
    if figure.value < 0 or (figure.target or 0) < 0:
        reasons.append(refusal("figure_negative", measure=kinds.of("measure", figure.measure)))
    return reasons


def fee_refusals(state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """Refuse a fee of nobody known, of no month, or paid already."""
    fee: y.FeePaid = command.payload
    if not 1 <= fee.month <= 12:
        return [refusal("month_unreadable", month=kinds.ordinal(fee.month))]
    reasons = _unknown(f"member:{fee.member}", world)
    if state is not None and (fee.member, fee.month) in state.fees:
        reasons.append(
            refusal(
                "fee_twice",
                member=kinds.person(fee.member),
                month=kinds.ordinal(fee.month),
            )
        )
    return reasons


def _unknown(subject: str, world: World) -> list[Refusal]:
    kind, _, name = subject.partition(":")
    if kind == "unit":
        return [] if world.unit(name) else [refusal("unit_unknown", unit=kinds.unit(name))]
    if kind == "member":
        return [] if world.person(name) else [refusal("person_unknown", person=kinds.person(name))]
    return [refusal("subject_unreadable", subject=kinds.subject(subject))]


def _instrument(instrument: str) -> list[Refusal]:
    return [] if instrument.strip() else [refusal("instrument_missing")]
