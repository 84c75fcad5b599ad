"""Rules of evidence: new, for criteria that there are, with what its kind says; only what is there is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.guards.always import criteria_refusals
from domain.case.live_evidence import live_evidence
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d
    from words.kinds import Said


def evidence_refusals(situation: Situation, payload: d.Evidence) -> list[Refusal]:
    """Evidence is new, for nodes that exist, and holds what its kind says (D-51)."""
    reasons = criteria_refusals(situation, payload.nodes, "nodes")
    if payload.evidence in live_evidence(situation.case):
        reasons.append(refusal("evidence_twice", evidence=payload.evidence))
    if payload.document is None and not payload.value.strip():
        reasons.append(refusal("evidence_empty", evidence=payload.evidence))
    elif payload.kind in _PAPERS and payload.document is None:
        reasons.append(refusal("evidence_no_paper", kind=_kind(payload)))
    elif payload.kind == "figure" and not any(each.isdigit() for each in payload.value):
        reasons.append(refusal("evidence_no_figure", kind=_kind(payload)))
    return reasons


_PAPERS = frozenset({"document", "inspection", "classification"})
"""Kinds of evidence that are a paper; attendance may be one, or a value (D-51)."""


def _kind(payload: d.Evidence) -> Said:
    return kinds.of("choice", f"kind.{payload.kind}")


def withdrawal_refusals(situation: Situation, payload: d.EvidenceWithdrawal) -> list[Refusal]:
    """Only evidence that is there is taken back."""
    if payload.evidence in live_evidence(situation.case):
        return []
    return [refusal("evidence_unknown", evidence=payload.evidence)]
