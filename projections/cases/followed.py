"""The part of a case's record that follows from other streams: due days, who is waited for, names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from domain.events import unit as u
from domain.events.round import DeadlineExtended, HolidaysDeclared, ProgrammePublished
from projections.cases.case_facts import RecordFacts
from projections.cases.lateness import NO_DAY, late_from
from projections.cases.organs_waited_for import NOBODY, waited_for
from projections.cases.side_tasks import TASKS
from projections.cases.waiting import due_on, ways
from projections.machinery.read_model import Beside, Seen, Touched
from projections.organisation.holidays import HOLIDAYS
from projections.organisation.rounds import ROUNDS
from projections.organisation.units import UNITS
from words.folded import folded

if TYPE_CHECKING:
    from projections.cases.side_tasks import Waiting
    from projections.cases.status import Status


def _complete(case: Status, facts: RecordFacts, touched: bool) -> None:
    case.waiting_for = ways(case, facts).roles
    due = due_on(case, facts)
    case.due_on = due.isoformat() if due else NO_DAY
    case.late_on = late_from(case.taken, due)
    if touched or not case.unit_name:
        case.unit_name = facts.unit_name(case.unit)
        case.unit_folded = folded(case.unit_name)
    _wait(case, facts, touched)


def _wait(case: Status, facts: RecordFacts, touched: bool) -> None:
    beside = facts.waiting(case.stream)
    if beside is not None and not beside.waiting:
        beside = None
    case.open = int(bool(case.waiting_for or beside))
    followed = _followed(case, beside)
    if touched or followed != case.organs_of:
        case.organs_of, waited = followed, NOBODY
        if case.open:
            since = date.fromisoformat(case.since)
            waited = waited_for(case, beside, facts, facts.records, since)
        case.organs, case.around, case.beside_due = waited
    case.task_due = min(case.due_on, case.beside_due)


def _followed(case: Status, beside: Waiting | None) -> str:
    """What of the case itself the organs follow from: as long as it is the same, so are they."""
    own = (case.stage, case.since, case.suspended, case.issuer, case.unit, case.version)
    return "|".join(map(str, (*own, beside.position if beside else 0)))


class _Version(msgspec.Struct, gc=False):
    version: str


_version = msgspec.json.Decoder(_Version).decode
_extended = msgspec.json.Decoder(DeadlineExtended).decode


def _published(row: Seen) -> Touched:
    programme = row.stream.removeprefix("programme:")
    return Touched("programme = ? AND version = ?", (programme, _version(row.state).version))


def _moved(row: Seen) -> Touched:
    _, programme, period = row.stream.split(":")
    subject = _extended(row.state).subject
    where = "open = 1 AND programme = ? AND period = ?"
    if not subject:
        return Touched(where, (programme, period))
    return Touched(f"{where} AND subject = ?", (programme, period, subject))


REORGANISING = (
    u.UnitMoved, u.UnitKindChanged, u.OrganEstablished, u.OrganAbolished, u.UnitMerged,
    u.UnitSplit, u.UnitDissolved,
)  # fmt: skip
_AROUND = "open = 1 AND around LIKE ?"


def _named(row: Seen) -> Touched:
    return Touched("unit = ?", (row.stream.removeprefix("unit:"),))


def _registered(row: Seen) -> Touched:
    code = row.stream.removeprefix("unit:")
    return Touched(f"unit = ? OR ({_AROUND})", (code, f'%"{code}"%'))


def _reorganised(row: Seen) -> Touched:
    """The units that an answer followed from are named in it."""
    return Touched(_AROUND, (f'%"{row.stream.removeprefix("unit:")}"%',))


BESIDE = Beside(
    needs=(UNITS, ROUNDS, HOLIDAYS, TASKS),
    touched={
        ProgrammePublished.TOPIC: _published,
        DeadlineExtended.TOPIC: _moved,
        HolidaysDeclared.TOPIC: lambda _: Touched("open = 1"),
        u.UnitRegistered.TOPIC: _registered,
        u.UnitRenamed.TOPIC: _named,
        **{event.TOPIC: _reorganised for event in REORGANISING},
    },
    facts=RecordFacts,
    complete=_complete,
)
