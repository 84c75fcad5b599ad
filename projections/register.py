"""The register of recognitions: one row a case, with every decision to recognise, and the register as of a date."""

from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from domain.case.standing import begins, stands
from domain.events import case as c
from projections.narrow import CorrectionStep, OpenedCase, Step, SuccessorStep, day_text
from projections.read_model import Fold, ReadModel, Seen
from projections.require import require


class Decision(msgspec.Struct, gc=False):
    """A decision, and its revocation if there was one; dates are ISO text, empty where there is none.

    `effect_on` is the day that a revocation from a date names.
    """

    level: str
    number: str
    position: int
    on: str
    organ: str
    revoked_at: int = 0
    revoked_on: str = ""
    effect: str = ""
    effect_on: str = ""

    def standing(self, on: str) -> bool:
        """Recognised by that day, and no revocation known takes effect by then (design 4)."""
        ends = ""
        if self.revoked_at:
            ends = begins(self.effect, self.on, self.revoked_on, self.effect_on)
        return stands(self.level, self.on, ends, on)


class Succession(msgspec.Struct, gc=False):
    """The subject's unit was succeeded by another on a day."""

    unit: str
    on: str
    position: int


class Recognition(msgspec.Struct, gc=False):
    """A case with its decisions, oldest first; `recognised` counts those to recognise."""

    stream: str
    programme: str
    subject: str
    period: str
    title: str
    position: int
    opened_subject: str = ""
    recognised: int = 0
    decisions: list[Decision] = []
    successions: list[Succession] = []

    def subject_on(self, on: str) -> str:
        """The subject as it was called on a day: its unit may have been succeeded since."""
        of = [each.unit for each in self.successions if each.on <= on]
        return f"unit:{of[-1]}" if of else self.opened_subject


class _Decided(msgspec.Struct, gc=False):
    level: str
    number: str


class _DecisionStep(Step, gc=False, kw_only=True):
    details: _Decided


class _Revoked(msgspec.Struct, gc=False):
    effect: str
    effect_on: date | None = None


class _RevocationStep(Step, gc=False, kw_only=True):
    details: _Revoked


def _open(_: Recognition | None, event: OpenedCase, row: Seen) -> Recognition:
    return Recognition(
        row.stream, event.programme, event.subject, event.period, event.title, row.position,
        event.subject,
    )  # fmt: skip


def _decide(case: Recognition, event: _DecisionStep, row: Seen) -> Recognition:
    details = event.details
    decision = Decision(details.level, details.number, row.position, row.effective_on, row.organ)
    case.decisions.append(decision)
    case.recognised += details.level == "PASS"
    case.position = row.position
    return case


def _revoke(case: Recognition, event: _RevocationStep, row: Seen) -> Recognition:
    decision, effect_on = case.decisions[-1], event.details.effect_on
    decision.revoked_at = row.position
    decision.revoked_on = row.effective_on
    decision.effect = event.details.effect
    decision.effect_on = effect_on.isoformat() if effect_on else ""
    case.position = row.position
    return case


def _restore(case: Recognition, _: Step, row: Seen) -> Recognition:
    decision = case.decisions[-1]
    decision.revoked_at, decision.revoked_on = 0, ""
    decision.effect = decision.effect_on = ""
    case.position = row.position
    return case


def _correct(case: Recognition, event: CorrectionStep, row: Seen) -> Recognition:
    correction, at = event.details, event.details.of_position
    for decision in case.decisions:
        if decision.position == at and correction.field == "number":
            decision.number = correction.value
        elif decision.position == at and correction.field == "effective_on":
            decision.on = day_text(correction.value)
        elif decision.revoked_at == at and correction.field == "effective_on":
            decision.revoked_on = day_text(correction.value)
    for each in case.successions:
        if each.position == at and correction.field == "effective_on":
            each.on = day_text(correction.value)
    case.position = row.position
    return case


def _succeed(case: Recognition, event: SuccessorStep, row: Seen) -> Recognition:
    if case.subject.startswith("unit:"):
        case.subject = f"unit:{event.details.successor}"
        case.successions.append(Succession(event.details.successor, row.effective_on, row.position))
    case.position = row.position
    return case


ORDER = ("programme", "period", "subject", "stream")

REGISTER = ReadModel(
    name="register",
    schema=2,
    record=Recognition,
    folds={
        c.CaseOpened.TOPIC: Fold(OpenedCase, _open),
        c.DecisionIssued.TOPIC: Fold(_DecisionStep, _decide),
        c.DecisionSuperseded.TOPIC: Fold(_DecisionStep, _decide),
        c.RecognitionRevoked.TOPIC: Fold(_RevocationStep, _revoke),
        c.RecognitionRestored.TOPIC: Fold(Step, _restore),
        c.CorrectionRecorded.TOPIC: Fold(CorrectionStep, _correct),
        c.SubjectSucceeded.TOPIC: Fold(SuccessorStep, _succeed),
    },
)


def register(connection: sa.Connection, as_of: date) -> list[dict[str, Any]]:
    """The recognitions decided by a date, by programme, period, subject and date (design 8).

    `standing` is as of that date. A revocation shows as soon as it is known, whenever it begins.
    """
    require(connection, REGISTER)
    view = REGISTER.view
    query = sa.select(view).where(view.c.recognised > 0)
    ordered = query.order_by(*(view.c[column] for column in ORDER))
    found = connection.execute(ordered).all()
    return [row for each in found for row in listed(REGISTER.unpack(each), as_of)]


def listed(case: Recognition, as_of: date) -> list[dict[str, Any]]:
    """The decisions of a case to recognise as the register shows them; a later decision replaces one."""
    on, rows, replaced = as_of.isoformat(), [], False
    for decision in reversed(case.decisions):
        if decision.on > on:
            continue
        if decision.level == "PASS":
            rows.append(_shown(case, decision, on, replaced=replaced))
        replaced = True
    return rows[::-1]


def _shown(case: Recognition, decision: Decision, on: str, *, replaced: bool) -> dict[str, Any]:
    decided_on = date.fromisoformat(decision.on)
    return {
        "case": case.stream.removeprefix("case:"),
        "subject": case.subject_on(on),
        "title": case.title,
        "period": case.period,
        "decision_number": decision.number,
        "decided_on": decided_on,
        "effective_on": decided_on,
        "decided_by": decision.organ,
        "standing": not replaced and decision.standing(on),
        "revoked_on": date.fromisoformat(decision.revoked_on) if decision.revoked_on else None,
        "revocation_effect": decision.effect or None,
    }
