"""Roles that follow from the case itself and not from the programme's rules: `issuer`, `original`, `asked`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.authority.successor import successor_organ
from domain.case.revoker import revoker
from domain.events.case import ConsultationOpened, DependentOutcomeFlagged, InquiryOpened
from domain.events.details import Correction, DependentReview

if TYPE_CHECKING:
    from domain.case.situation import Situation


def built_in(role: str, situation: Situation) -> list[str]:
    """Answer the organs of `issuer`, `original`, `asked`; an empty list for any other role."""
    case = situation.case
    if case is None:
        return []
    if role == "issuer":
        return revoker(case, situation.on, situation.world)
    if role == "asked":
        asked = case.last(ConsultationOpened)
        return [_heir(body, situation) for body in asked.event.details.bodies] if asked else []
    if role == "original" and isinstance(situation.command.payload, Correction):
        at = situation.command.payload.of_position
        return [_heir(act.organ, situation) for act in case.acts if act.position == at]
    return []


def inquirers(situation: Situation) -> list[str]:
    """Who was asked to inquire into a finding: that body concludes, whatever its role."""
    asked = situation.case.last(InquiryOpened) if situation.case else None
    if asked is None or situation.verb != "conclude-inspection":
        return []
    return [_heir(asked.event.details.body, situation)]


def makers_of_dependent(situation: Situation) -> list[str]:
    """Who looks again at an outcome that is no case: the organ that made it, or its heir."""
    payload, case = situation.command.payload, situation.case
    if not isinstance(payload, DependentReview) or case is None:
        return []
    flagged = [act.event.details for act in case.all(DependentOutcomeFlagged)]
    return [
        _heir(each.organ, situation)
        for each in flagged
        if each.organ and (each.revoked, each.use) == (payload.revoked, payload.use)
    ][-1:]


def _heir(organ: str, situation: Situation) -> str:
    """Follow reorganisations up to the later of the act's date and today's known tree (D-37)."""
    on: date = situation.on
    return successor_organ(organ, on, situation.world)
