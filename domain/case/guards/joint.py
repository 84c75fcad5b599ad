"""Where title and annual classification are one job: the level claimed, the level proposed, the review (KT-CLS-1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.case.completion import scored
from domain.events import case as c
from domain.refusal import Refusal, refusal
from words import kinds
from words.kinds import Said

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d
    from domain.events.unit_year import ClassificationLevel


def claim_refusals(situation: Situation, payload: d.Claim) -> list[Refusal]:
    """Who claims the title claims an annual level with it."""
    joint = situation.programme.classification.joint
    return [refusal("annual_level_missing")] if joint and payload.classification is None else []


def appraisal_refusals(situation: Situation, payload: d.Appraisal) -> list[Refusal]:
    """An appraisal proposes the level that was claimed, or says why another; it brings the review together."""
    link, reasons = situation.programme.classification, []
    claimed = _claimed(situation)
    departs = payload.classification not in (None, claimed) and claimed is not None
    if link.joint and departs and not payload.departure.strip():
        told = {"level": _level(payload.classification), "claimed": _level(claimed)}
        reasons.append(refusal("annual_level_departs", **told))
    if situation.candidate.kind in link.reviewed and not payload.review_results.strip():
        reasons.append(refusal("review_results_missing"))
    return reasons


def appraised(situation: Situation, payload: d.Appraisal) -> d.Appraisal:
    """What the sheet comes to, and the annual level that is proposed: the claimed one where none was typed."""
    own: d.Appraisal = scored(situation, payload)
    if not situation.programme.classification.joint:
        return own
    return replace(own, classification=own.classification or _claimed(situation))


def _claimed(situation: Situation) -> ClassificationLevel | None:
    """The annual level that the unit claims for itself; None where it claimed none, or before it does."""
    act = situation.case.last(c.LevelClaimed) if situation.case else None
    level: ClassificationLevel | None = act.event.details.classification if act else None
    return level


def _level(level: str | None) -> Said:
    return kinds.of("choice", f"classification.{level}")
