"""Guards of appraisal by hops and of consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.successor import successor_organ
from domain.events import case as c
from domain.events import details as d
from domain.refusals import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation


def _hop_proposed(situation: Situation) -> list[Refusal]:
    hop = situation.case.last(c.HopAppraised) if situation.case else None
    return [] if hop else [refusal("hop_missing")]


def _consultation_closed(situation: Situation) -> list[Refusal]:
    """The consultation is over when a close follows every opening."""
    case = situation.case
    opened = case.last(c.ConsultationOpened) if case else None
    closed = case.last(c.ConsultationClosed) if case else None
    over = opened is not None and closed is not None and closed.position > opened.position
    return [] if over else [refusal("consultation_not_closed")]


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
        return [refusal("body_not_asked", body=kinds.organ(payload.body))]
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


def closing_refusals(situation: Situation, payload: d.ConsultationClosing) -> list[Refusal]:
    """Every silent body needs a recorded reason (D-23)."""
    return [
        refusal("silence_unexplained", body=kinds.organ(body))
        for body in unanswered(situation)
        if not payload.silent.get(body, "").strip()
    ]


def request_refusals(situation: Situation, payload: d.ConsultationRequest) -> list[Refusal]:
    """Bodies are asked, each once, with time to answer."""
    reasons = []
    if not payload.bodies or len(set(payload.bodies)) != len(payload.bodies):
        reasons.append(refusal("consultation_of_nobody"))
    if payload.due_on < situation.on:
        reasons.append(refusal("consultation_due_before", due_on=payload.due_on, on=situation.on))
    return reasons


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "hop_proposed": _hop_proposed,
    "consultation_closed": _consultation_closed,
}
