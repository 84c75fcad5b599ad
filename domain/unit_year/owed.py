"""Whether a duty or a report that is recorded is one that a programme knows, by who owes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.authority.bounds import body_on, bounds_refusals
from domain.authority.resolve import resolve, resolve_on_round
from domain.authority.subjects import kinds_of_unit
from domain.programme.basis import basis_of
from domain.refusal import Refusal, refusal
from domain.refusal_basis import rested, resting
from domain.streams import split_organ, unit_case_tag
from domain.unit_year.dates import place_of
from words import kinds
from words.kinds import Said

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.events import unit_year as y
    from domain.programme.edition import Edition
    from domain.programme.model import Programme
    from domain.programme.oversight import Duty, Report
    from domain.unit_year.state import UnitYear
    from domain.world import World

PERFORMED = "perform-duty"


def programme_refusals(_state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """Refuse what is recorded for a programme that was never published, or of a unit outside its bounds."""
    edition = world.edition(command.payload.programme)
    if edition is None:
        said = kinds.programme(command.payload.programme)
        return [refusal("version_unknown", programme=said)]
    return _outside(edition, command, world)


def duty_refusals(state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """Refuse a duty that the programme does not know, and one that another organ owes."""
    reasons = programme_refusals(state, command, world)
    edition = world.edition(command.payload.programme)
    if edition is None:
        return reasons
    duties = {duty.code: duty for duty in edition.programme.duties if duty.held_by == PERFORMED}
    named: y.DutyPerformed = command.payload
    duty = duties.get(named.duty)
    if duty is None:
        known = Said(
            "list", tuple(kinds.as_typed(code, (each.vi, each.en)) for code, each in duties.items())
        )
        return [*reasons, refusal("duty_unknown", duty=named.duty, known=known)]
    return [*reasons, *_owed_by_another(edition.programme, duty, command)]


def report_refusals(_state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """Refuse a report that the programme does not know, and one that another organ owes."""
    report: y.PeriodicReportFiled = command.payload
    if not report.report.strip():
        return [refusal("report_nameless")]
    code = report.programme or programme_of(command, world)
    edition = world.edition(code) if code else None
    if edition is None:
        said = kinds.programme(code)
        return [refusal("version_unknown", programme=said)] if code else [refusal("report_of_what")]
    programme = edition.programme
    known = programme.reports.get(report.report)
    if known is None:
        listed = tuple(
            kinds.as_typed(key, (each.vi, each.en)) for key, each in programme.reports.items()
        )
        of = {"report": kinds.text(report.report), "known": Said("list", listed)}
        return [refusal("report_not_owed", **of)]
    return [
        *_outside(edition, command, world), *_owed_by_another(programme, known, command)
    ]  # fmt: skip


def monthly_programme_refusals(command: Command, world: World) -> list[Refusal]:
    """Refuse a monthly report of a programme that asks for none, and one that may be of several (SL-TIM-4)."""
    named: str = command.payload.programme
    if not named:
        return [refusal("report_of_what")] if len(_with_months(command, world)) > 1 else []
    edition = world.edition(named)
    if edition is None:
        return [refusal("version_unknown", programme=kinds.programme(named))]
    if not _asks_for_months(edition.programme):
        return [
            refusal("months_not_owed", programme=kinds.programme(named, edition.programme.name))
        ]
    return _outside(edition, command, world)


def form_refusals(command: Command, world: World) -> list[Refusal]:
    """Refuse a monthly report in a form that the programme does not take (D-56)."""
    edition = world.edition(monthly_programme(command, world))
    reports = edition.programme.reports.values() if edition else ()
    taken = [form for each in reports if each.every == "month" for form in each.forms]
    form = command.payload.form
    if not taken or form in taken:
        return []
    known = [kinds.of("choice", f"form.{each}") for each in taken]
    return [refusal("report_form", form=kinds.of("choice", f"form.{form}"), known=known)]


def monthly_programme(command: Command, world: World) -> str:
    """The programme of a monthly report: the one that it names, else the only one of the unit's cases; or empty."""
    named: str = command.payload.programme
    found = _with_months(command, world)
    return named or (found[0] if len(found) == 1 else "")


def _with_months(command: Command, world: World) -> list[str]:
    """The programmes of the unit's cases that ask for a report every month."""
    found = ((code, world.edition(code)) for code in _codes(command, world))
    return sorted(code for code, each in found if each and _asks_for_months(each.programme))


def _asks_for_months(programme: Programme) -> bool:
    return any(report.every == "month" for report in programme.reports.values())


def _codes(command: Command, world: World) -> set[str]:
    """The programmes of the unit's cases."""
    cases = map(world.case, world.tagged(unit_case_tag(place_of(command.stream).unit)))
    return {case.opened.programme for case in cases if case is not None}


def with_programme(command: Command, world: World) -> y.PeriodicReportFiled:
    """The report with its programme, where that was left out, and with those to whom that has it sent (PW-REP-2)."""
    report: y.PeriodicReportFiled = command.payload
    code = report.programme or programme_of(command, world)
    edition = world.edition(code) if code else None
    known = edition.programme.reports.get(report.report) if edition else None
    to = _recipients(edition.programme, known, command, world) if edition and known else []
    return replace(report, programme=code, to=to)


def _recipients(programme: Programme, report: Report, command: Command, world: World) -> list[str]:
    """The organs of the role to which a unit's report goes on the day."""
    unit, on = world.unit(place_of(command.stream).unit), command.effective_on
    role = programme.roles.get(report.to)
    if unit is None or role is None:
        return []
    fitting = sorted(kinds_of_unit(programme, unit, on, world))
    own = [each for kind in fitting for each in resolve(role, kind, unit.code, "", on, world)]
    body = body_on(programme, on, world)
    return list(dict.fromkeys(own or (resolve_on_round(role, body, on, world) if body else [])))


def programme_of(command: Command, world: World) -> str:
    """The only programme of the unit's cases that has the report; empty where there is none, or several."""
    codes = _codes(command, world)
    having = sorted(code for code in codes if _has(code, command.payload.report, world))
    return having[0] if len(having) == 1 else ""


def _has(code: str, report: str, world: World) -> bool:
    edition = world.edition(code)
    return edition is not None and report in edition.programme.reports


def _outside(edition: Edition, command: Command, world: World) -> list[Refusal]:
    """The body's own superiors are no subjects of the guideline; some still have a duty under it."""
    programme, unit = edition.programme, place_of(command.stream).unit
    named = {
        selector.of.removeprefix("unit:")
        for role in programme.roles.values()
        for rule in role.rules
        for selector in rule.organs
    }
    if unit in named:
        return []
    return rested(bounds_refusals(programme, unit, command.effective_on, world), edition)


def _owed_by_another(programme: Programme, owed: Duty | Report, command: Command) -> list[Refusal]:
    """What is owed by a role is recorded for an organ of its name; who that may be follows from the unit."""
    rules = programme.roles[owed.by].rules if owed.by in programme.roles else []
    names = {selector.organ for rule in rules for selector in rule.organs}
    if not command.organ or split_organ(command.organ)[1] in names:
        return []
    organs = kinds.many("organ", sorted(names))
    reason = refusal("owed_by_another", organ=kinds.organ(command.organ), organs=organs)
    return [resting(reason, basis_of(owed))]
