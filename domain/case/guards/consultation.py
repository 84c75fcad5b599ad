"""Guards of appraisal by hops and of consultation: who is asked, how long, what silence means (D-23)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.authority.resolve import resolve
from domain.authority.successor import successor_organ
from domain.events import case as c
from domain.events import details as d
from domain.refusal import Refusal, refusal
from domain.streams import split_organ
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.programme.procedure import Consultation
    from domain.programme.roles import Role


def _hop_proposed(situation: Situation) -> list[Refusal]:
    hop = situation.case.last(c.HopAppraised) if situation.case else None
    return [] if hop else [refusal("hop_missing")]


def _consultation_closed(situation: Situation) -> list[Refusal]:
    """A decision waits for the consultation, where the programme requires one for the subject."""
    if not is_required(situation) or is_closed(situation):
        return []
    return [refusal("consultation_not_closed")]


def is_closed(situation: Situation) -> bool:
    """The consultation is over when a close follows every opening."""
    case = situation.case
    opened = case.last(c.ConsultationOpened) if case else None
    closed = case.last(c.ConsultationClosed) if case else None
    return opened is not None and closed is not None and closed.position > opened.position


def _answered_or_time_over(situation: Situation) -> list[Refusal]:
    """Before its day a consultation ends only when all have answered."""
    silent, due_on = unanswered(situation), _due_on(situation)
    if not silent or not due_on or situation.on.isoformat() > due_on:
        return []
    bodies = kinds.many("organ", silent)
    return [refusal("consultation_runs", due_on=kinds.day(due_on), bodies=bodies)]


def unanswered(situation: Situation) -> list[str]:
    """Bodies of the running consultation without an opinion."""
    case = situation.case
    opened = case.last(c.ConsultationOpened) if case else None
    if case is None or opened is None:
        return []
    answered = {
        act.event.details.body for act in case.all(c.OpinionGiven) if act.position > opened.position
    }
    return [body for body in opened.event.details.bodies if body not in answered]


def opinion_refusals(situation: Situation, payload: d.Opinion) -> list[Refusal]:
    """An opinion comes from a body that was asked, by a person of that body or of its heir."""
    case = situation.case
    opened = case.last(c.ConsultationOpened) if case else None
    asked = opened.event.details.bodies if opened else []
    if payload.body not in asked:
        known = [kinds.typed(kinds.organ(body)) for body in asked]
        return [refusal("body_not_asked", body=kinds.organ(payload.body), known=known)]
    heir = successor_organ(payload.body, situation.on, situation.world)
    if situation.command.organ not in ("", payload.body, heir):
        return [
            refusal(
                "opinion_for_another",
                body=kinds.organ(payload.body),
                organ=kinds.organ(situation.command.organ),
            )
        ]
    return []


def consultation_of(situation: Situation) -> Consultation | None:
    """What the programme says of consultation for the subject; None where it says nothing."""
    asked = situation.programme.consultation
    fits = asked is not None and (not asked.subjects or situation.candidate.kind in asked.subjects)
    return asked if fits else None


def is_required(situation: Situation) -> bool:
    """Whether a decision waits for a consultation: unless the programme says that it does not."""
    asked = situation.programme.consultation
    return asked is None or (asked.required and consultation_of(situation) is not None)


def bodies_named(situation: Situation) -> list[str]:
    """The organs that the programme names to be asked about the subject on the day, none of its own unit."""
    asked, roles = consultation_of(situation), situation.programme.roles
    organs = [
        organ
        for role in (asked.bodies if asked else ())
        if role in roles
        for organ in _holding(roles[role], situation)
    ]
    return [organ for organ in dict.fromkeys(organs) if not _is_own(organ, situation)]


def _holding(role: Role, situation: Situation) -> list[str]:
    of, on = situation.candidate, situation.on
    return resolve(role, of.kind, of.unit, of.member, on, situation.world)


def _is_own(organ: str, situation: Situation) -> bool:
    return split_organ(organ)[0] == situation.candidate.unit


def closing_refusals(situation: Situation, payload: d.ConsultationClosing) -> list[Refusal]:
    """Every silent body needs a recorded reason, unless the programme takes silence for consent (D-23)."""
    asked = consultation_of(situation)
    if asked and asked.silence_is_consent:
        return []
    return [
        refusal("silence_unexplained", body=kinds.organ(body))
        for body in unanswered(situation)
        if not payload.silent.get(body, "").strip()
    ]


def _due_on(situation: Situation) -> str:
    opened = situation.case.last(c.ConsultationOpened) if situation.case else None
    return opened.event.details.due_on.isoformat() if opened else ""


def request_refusals(situation: Situation, payload: d.ConsultationRequest) -> list[Refusal]:
    """Bodies that the programme names are asked, each once, with the days it gives them to answer."""
    reasons = []
    if not payload.bodies or len(set(payload.bodies)) != len(payload.bodies):
        reasons.append(refusal("consultation_of_nobody"))
    reasons.extend(_not_named(situation, payload))
    asked = consultation_of(situation)
    earliest = situation.on + timedelta(days=asked.days if asked else 0)
    if payload.due_on < earliest:
        reasons.append(
            refusal(
                "consultation_due_before", due_on=payload.due_on, on=situation.on, earliest=earliest
            )
        )
    return reasons


def _not_named(situation: Situation, payload: d.ConsultationRequest) -> list[Refusal]:
    named = bodies_named(situation)
    return [
        refusal("body_not_consulted", body=kinds.organ(body), bodies=kinds.many("organ", named))
        for body in dict.fromkeys(payload.bodies)
        if body not in named
    ]


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "hop_proposed": _hop_proposed,
    "consultation_closed": _consultation_closed,
    "answered_or_time_over": _answered_or_time_over,
}
