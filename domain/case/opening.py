"""Which kind of subject a unit or a member is on a day, and the event that opens its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.bounds import bounds_refusals
from domain.authority.subjects import fits
from domain.case.situation import Candidate
from domain.events.case import CaseOpened
from domain.periods import cadence_of
from domain.refusal import RefusedError, refusal, refuse_if_any
from domain.refusal_basis import rested
from domain.streams import round_stream
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.commands import Command
    from domain.programme.edition import Edition
    from domain.unit.state import Unit
    from domain.world import World


def edition_for(command: Command, world: World) -> Edition:
    """Answer the version that the round froze; refuse when there is no such round."""
    opened_round = world.round(command.programme, command.period)
    edition = world.edition(command.programme, opened_round.version) if opened_round else None
    if edition is None:
        raise RefusedError(
            [
                refusal(
                    "no_such_round",
                    programme=kinds.programme(command.programme),
                    period=command.period,
                )
            ]
        )
    return edition


def candidate_for(command: Command, edition: Edition, world: World) -> Candidate:
    """Resolve the subject on the effective date; refuse an unknown one or one of no kind."""
    code = _unit_of(command, world)
    unit = world.unit(code) if code else None
    if unit is None or not unit.exists_on(command.effective_on):
        raise RefusedError(
            [
                refusal(
                    "unknown_subject",
                    subject=kinds.subject(command.subject),
                    on=command.effective_on,
                )
            ]
        )
    return _of_kind(command, edition, unit, world)


def _of_kind(command: Command, edition: Edition, unit: Unit, world: World) -> Candidate:
    of, on = command.subject.partition(":")[0], command.effective_on
    refuse_if_any(rested(bounds_refusals(edition.programme, unit.code, on, world), edition))
    length = cadence_of(command.period)
    for kind, subject in edition.programme.subjects.items():
        timely = edition.programme.length_of(subject) == length
        if timely and subject.of == of and fits(subject, unit, on, world):
            return Candidate(command.subject, unit.code, kind, unit.org_type_on(on))
    reason = refusal(
        "subject_not_in_programme",
        subject=kinds.subject(command.subject),
        programme=kinds.programme(command.programme),
    )
    raise RefusedError(rested([reason], edition))


def _unit_of(command: Command, world: World) -> str:
    of, _, name = command.subject.partition(":")
    if of == "unit":
        return name
    person = world.person(name)
    return (person.unit_on(command.effective_on) or "") if person else ""


def opened(situation: Situation) -> CaseOpened:
    """Make the event that opens the case under the version of its round."""
    kind, candidate, command = situation.kind, situation.candidate, situation.command
    situation.rely_on_round()
    return CaseOpened(
        programme=situation.programme.code,
        version=situation.edition.version,
        round=round_stream(situation.programme.code, command.period),
        period=command.period,
        subject=candidate.subject,
        subject_kind=candidate.kind,
        unit=candidate.unit,
        title=kind.title,
        workflow=kind.workflow,
        criteria=kind.criteria,
        org_type=candidate.org_type,
        relied_on=situation.relied_on.copy(),
    )
