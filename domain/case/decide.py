"""Deciding a command on a case: every reason against it, or the events it leads to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from domain.authority.who_may import acting_for, who_may
from domain.case import corrected_act, dates, resting, rules
from domain.case.acts import BY_VERB
from domain.case.guards.grading import GRADED, against_grade
from domain.case.may import may
from domain.case.opening import candidate_for, edition_for, opened
from domain.case.situation import Candidate, Situation, step_of
from domain.commands import Command
from domain.decided import Decided
from domain.events.details import Correction
from domain.refusal import RefusedError, refusal, refuse_if_any
from domain.refusal_basis import rested
from domain.streams import case_stream

if TYPE_CHECKING:
    from domain.case.state import Case
    from domain.events.base import Event, StepTaken
    from domain.programme.edition import Edition
    from domain.refusal import Refusal
    from domain.world import World
    from workflow.definition import Step


def decide(case: Case | None, command: Command, world: World) -> Decided:
    """Decide a command on a case; raise RefusedError with every reason when it may not happen.

    A command without an organ is for the one that its signer may take the step for.
    """
    situation = situate(case, command, world)
    step, reasons = step_of(situation, outcomes_of(command.payload))
    if step is None:
        raise RefusedError(_graded_otherwise(situation) or resting.of_stage(situation, reasons))
    authority, not_entitled = entitled(situation, step)
    reasons = [
        *not_entitled,
        *dates.refusals(situation, step),
        *rules.refusals(situation, BY_VERB[situation.verb], step),
        *_of_correction(situation),
    ]
    refuse_if_any(resting.with_basis(situation, step, reasons))
    return Decided(_events(situation, step), authority, situation.command.organ)


def _graded_otherwise(situation: Situation) -> list[Refusal]:
    """Where only the grade leads to no step of the stage, what is wrong with it."""
    table = situation.edition.tables[situation.kind.workflow]
    if situation.verb not in GRADED or situation.verb not in table.verbs_from(situation.stage):
        return []
    return rested(against_grade(situation), situation.edition)


def _of_correction(situation: Situation) -> list[Refusal]:
    is_one = isinstance(situation.command.payload, Correction)
    return corrected_act.refusals(situation) if is_one else []


def entitled(situation: Situation, step: Step) -> tuple[str, list[Refusal]]:
    """The authority for the organ that is named, or filled in here; every reason why they may not."""
    organs, held, _ = may(situation, step, situation.command.signed_by)
    situation.command, unclear = acting_for(situation.command, organs, held)
    return ("", unclear) if unclear else who_may(situation.command, organs, situation.world)


def situate(case: Case | None, command: Command, world: World) -> Situation:
    """Gather what the decision looks at: the pinned version, the subject on the day."""
    if case is None:
        edition = edition_for(command, world)
        return Situation(command, None, candidate_for(command, edition, world), edition, world)
    opening = case.opened
    edition = _pinned(case, world)
    candidate = Candidate(case.subject, case.unit, opening.subject_kind, opening.org_type)
    return Situation(command, case, candidate, edition, world)


def _pinned(case: Case, world: World) -> Edition:
    edition = world.edition(case.opened.programme, case.opened.version)
    if edition is None:
        raise RefusedError([refusal("version_missing", version=case.opened.version)])
    return edition


def organs_for_command(case: Case | None, command: Command, world: World) -> list[str]:
    """List the organs that may take the step a command asks for; none where there is no such step."""
    situation = situate(case, command, world)
    step, _ = step_of(situation, outcomes_of(command.payload))
    return may(situation, step, command.signed_by).competent if step else []


def outcomes_of(payload: Any) -> tuple[str, ...]:
    """Read the outcomes that choose between steps of one verb, the nearest first: a grade, then its level."""
    if getattr(payload, "accepted", None) is not None:
        return ("ACCEPTED" if payload.accepted else "DECLINED",)
    said = (getattr(payload, name, "") for name in ("grade", "level"))
    return tuple(filter(None, said))


def _events(situation: Situation, step: Step) -> list[Event]:
    events: list[Event] = [] if situation.case else [opened(situation)]
    situation.relied_on.clear() if events else None
    return [*events, _taken(situation, step)]


def _taken(situation: Situation, step: Step) -> StepTaken[Any]:
    kind = BY_VERB[situation.verb]
    details = kind.completed(situation)
    due_on = dates.due_on(situation, kind, step)
    event: Any = kind.event
    taken: StepTaken[Any] = event(
        step=step.step,
        from_stage=situation.stage,
        to_stage=step.to or situation.stage,
        details=details,
        due_on=due_on,
        late=due_on is not None and situation.on > due_on,
        relied_on=situation.relied_on,
    )
    return taken


def organs_at(case: Case, on: date, world: World) -> dict[str, list[str]]:
    """Answer, for every verb that the case's stage knows, the organs that may give it on a day."""
    situation = situate(case, question(case, on, world), world)
    table = situation.edition.tables[situation.kind.workflow]
    organs: dict[str, list[str]] = {}
    for step in table.steps_from(case.stage):
        organs.setdefault(step.verb, []).extend(may(situation, step, "").competent)
    return {verb: list(dict.fromkeys(found)) for verb, found in organs.items()}


def question(case: Case, on: date, world: World) -> Command:
    """A command that asks nothing: only its case and its day are looked at."""
    asked = question_of(case.opened.programme, case.subject, case.opened.period, on, world)
    return replace(asked, stream=case.stream)


def question_of(programme: str, subject: str, period: str, on: date, world: World) -> Command:
    """As `question`, about a case that need not be open yet."""
    return Command(
        verb="",
        stream=case_stream(programme, subject, period),
        actor="",
        signed_by="",
        organ="",
        effective_on=on,
        reason="",
        command_id="",
        recorded_at=datetime.combine(world.today, time(), UTC),
        payload=None,
        programme=programme,
        subject=subject,
        period=period,
    )
