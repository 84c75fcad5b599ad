"""The register of recognitions: one row a case, with every decision to recognise, and the register as of a date."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec
import sqlalchemy as sa

from domain.case.correction import day_text
from domain.case.ruling import Ruling
from domain.events import case as c
from projections.cases.event_slices import CorrectionStep, Step, Successor
from projections.machinery.read_model import Fold, Index, ReadModel, Seen
from projections.machinery.schema_guard import require
from projections.machinery.word_table import Called, Wording


class Succession(msgspec.Struct, gc=False):
    """The subject's unit was succeeded by another on a day."""

    unit: str
    on: str
    position: int


class Recognition(msgspec.Struct, gc=False):
    """A case with its decisions, oldest first; `recognised` counts those to recognise.

    `subject` is the one it was opened for. Most cases have one decision and no succession,
    so both are tuples: making two lists for every case would take most of the time of a register.
    `decided_on` is the day of the newest of those to recognise; `upset` says whether one of them may not
    stand, being revoked or followed by another.
    """

    stream: str
    programme: str
    subject: str
    period: str
    title: str
    position: int
    recognised: int = 0
    decisions: tuple[Ruling, ...] = ()
    successions: tuple[Succession, ...] = ()
    unit: str = ""
    decided_on: str = ""
    upset: int = 0


class _Decided(msgspec.Struct, gc=False):
    level: str
    number: str


class _DecisionStep(msgspec.Struct, gc=False):
    details: _Decided


class _Revoked(msgspec.Struct, gc=False):
    number: str
    effect: str
    effect_on: str | None = None


class _RevocationStep(msgspec.Struct, gc=False):
    details: _Revoked


class _Opened(msgspec.Struct, gc=False):
    programme: str
    period: str
    subject: str
    title: str
    unit: str


class _SuccessionStep(msgspec.Struct, gc=False):
    details: Successor


def _open(_new: Recognition | None, event: _Opened, row: Seen) -> Recognition:
    position, stream, _, _, _, _ = row
    return Recognition(
        stream, event.programme, event.subject, event.period, event.title, position, unit=event.unit
    )


def _noted(case: Recognition, position: int) -> Recognition:
    """The columns that lists look for, after the decisions have changed."""
    case.position = position
    days = [decision.on for decision in case.decisions if decision.level == "PASS"]
    case.decided_on = max(days, default="")
    case.upset = int(len(case.decisions) > 1 or any(d.revoked_at for d in case.decisions))
    return case


def _decide(case: Recognition, event: _DecisionStep, row: Seen) -> Recognition:
    position, _, _, _, on, organ = row
    level = event.details.level
    decision = Ruling(level, event.details.number, position, on, organ)
    if case.decisions:
        case.upset = 1
    case.decisions = (*case.decisions, decision)
    if level == "PASS":
        case.recognised += 1
        case.decided_on = max(case.decided_on, on)
    case.position = position
    return case


def _revoke(case: Recognition, event: _RevocationStep, row: Seen) -> Recognition:
    terms = event.details
    ruling = case.decisions[-1]
    ruling.revoke(row.position, row.effective_on, terms.effect, terms.effect_on, terms.number)
    return _noted(case, row.position)


def _restore(case: Recognition, _: Step, row: Seen) -> Recognition:
    case.decisions[-1].restore()
    return _noted(case, row.position)


def _correct(case: Recognition, event: CorrectionStep, row: Seen) -> Recognition:
    correction = event.details
    for decision in case.decisions:
        decision.correct(correction)
    for each in case.successions:
        if each.position == correction.of_position and correction.field == "effective_on":
            each.on = day_text(correction.value)
    return _noted(case, row.position)


def _succeed(case: Recognition, event: _SuccessionStep, row: Seen) -> Recognition:
    if case.subject.startswith("unit:"):
        succession = Succession(event.details.successor, row.effective_on, row.position)
        case.successions = (*case.successions, succession)
    case.unit, case.position = event.details.successor, row.position
    return case


def _numbered(case: Recognition) -> Iterator[Called]:
    """Every decision there ever was, to recognise, not to, or to revoke, by its number as corrected."""
    return (Called("", number) for each in case.decisions for number in each.numbers)


PLACE = ("programme", "period", "subject")
RECOGNISED = "recognised > 0"
UPSET = "upset = 1"
REGISTER = ReadModel(
    name="register",
    schema=6,
    record=Recognition,
    folds={
        c.CaseOpened.TOPIC: Fold(_Opened, _open),
        c.DecisionIssued.TOPIC: Fold(_DecisionStep, _decide),
        c.DecisionSuperseded.TOPIC: Fold(_DecisionStep, _decide),
        c.RecognitionRevoked.TOPIC: Fold(_RevocationStep, _revoke),
        c.RecognitionRestored.TOPIC: Fold(Step, _restore),
        c.CorrectionRecorded.TOPIC: Fold(CorrectionStep, _correct),
        c.SubjectSucceeded.TOPIC: Fold(_SuccessionStep, _succeed),
    },
    indexes=[
        Index([*PLACE, "stream"], RECOGNISED),
        Index(["upset", *PLACE, "stream"], f"{RECOGNISED} AND {UPSET}"),
        Index(["decided_on", "stream", "programme", "period"], RECOGNISED),
        Index(["subject"], RECOGNISED),
        Index(["unit"], RECOGNISED),
    ],
    wording=Wording(_numbered, by_number=True),
)


def register(connection: sa.Connection, as_of: date) -> list[dict[str, Any]]:
    """The recognitions decided by a date, by programme, period, subject and date.

    `standing` is as of that date. A revocation shows as soon as it is known, whenever it begins.
    """
    require(connection, REGISTER)
    view = REGISTER.view
    found = connection.execute(sa.select(view).where(sa.text(RECOGNISED)))
    return listing(map(REGISTER.unpack, found), as_of)


def listing(cases: Iterable[Recognition], as_of: date) -> list[dict[str, Any]]:
    """The cases that have ever been recognised, as the register shows them on a day."""
    on = as_of.isoformat()
    ordered = sorted(cases, key=attrgetter(*PLACE, "stream"))
    return [row for case in ordered for row in rows_of(case, on)]


def rows_of(case: Recognition, on: str) -> list[dict[str, Any]]:
    """The rows of one case on a day, the subject as it was called on it."""
    return _listed(_called_on(case, on) if case.successions else case, on)


def _called_on(case: Recognition, on: str) -> Recognition:
    """A case with its subject as it was called on a day: its unit may have been succeeded since."""
    of = [each.unit for each in case.successions if each.on <= on]
    return msgspec.structs.replace(case, subject=f"unit:{of[-1]}") if of else case


def _listed(case: Recognition, on: str) -> list[dict[str, Any]]:
    """The decisions of a case to recognise by a day; a later decision replaces one."""
    decisions = case.decisions
    if len(decisions) == 1 and decisions[0].on <= on and decisions[0].level == "PASS":
        return [_shown(case, decisions[0], decisions[0].stands(on))]
    decided = [decision for decision in decisions if decision.on <= on]
    return [
        _shown(case, decision, decision is decided[-1] and decision.stands(on))
        for decision in decided
        if decision.level == "PASS"
    ]


_day = lru_cache(maxsize=4096)(date.fromisoformat)


def _shown(case: Recognition, decision: Ruling, stands: bool) -> dict[str, Any]:
    decided_on = _day(decision.on)
    return {
        "case": case.stream.removeprefix("case:"),
        "subject": case.subject,
        "title": case.title,
        "period": case.period,
        "decision_number": decision.number,
        "decided_on": decided_on,
        "effective_on": decided_on,
        "decided_by": decision.organ,
        "standing": stands,
        "revoked_on": _day(decision.revoked_on) if decision.revoked_on else None,
        "revocation_effect": decision.effect or None,
    }
