"""The evidence of a case as people know it: by its paper or its figure, and the day on which it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.commands.misfits import choice_said
from application.questions.programme_words import papers_of
from domain.case.live_evidence import live_evidence
from domain.events.case import EvidenceAttached
from words import kinds
from words.kinds import Said, because

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events.details import Evidence
    from domain.programme.model import Programme


def evidence_told(situation: Situation) -> dict[str, tuple[Said, str]]:
    """By its id: what a piece of evidence is, and the day, ISO; none that was taken back."""
    live = live_evidence(situation.case)
    acts = situation.case.all(EvidenceAttached) if situation.case else []
    return {
        act.event.details.evidence: (
            _said(act.event.details, situation.programme),
            act.effective_on,
        )
        for act in acts
        if act.event.details.evidence in live
    }


def _said(evidence: Evidence, programme: Programme) -> Said:
    paper = evidence.document
    if paper is None:
        kind = choice_said("kind", evidence.kind)
        return Said("because", because("shown.evidence", kind=kind, value=evidence.value))
    title = kinds.document(paper.document, papers_of(programme).get(paper.document))
    key = "shown.evidence_paper" if paper.number else "shown.evidence_paper_bare"
    told = {"number": paper.number} if paper.number else {}
    return Said("because", because(key, document=title, **told))
