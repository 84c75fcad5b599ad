"""Notice of non-recognition (DOC-NOTREC): what was decided of whom, why, and which criteria were not met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.papers.parts.bases import period, subject, title
from documents.papers.parts.content import BLANK, Block, Content, body
from documents.papers.parts.endings import ending, filed, signed
from documents.papers.parts.letterhead import head_of, organ_said
from documents.papers.parts.paper import Material, Paper
from domain.events import case as c
from domain.refusal import RefusedError, refusal
from words import kinds

if TYPE_CHECKING:
    from application.questions.case_sheets import CriterionShown


def content(m: Material) -> Content:
    """The newest decision of the case; refuses one that recognises."""
    act = m.act
    if act.details.level == "PASS":
        document, other = kinds.document("DOC-NOTREC"), kinds.document("DOC-DEC")
        raise RefusedError([refusal("paper_of_non_recognition", document=document, other=other)])
    return Content(
        head=head_of(m, act.organ, "notice", act.details.number),
        kind=m.say("notice.kind"),
        subject=m.say("notice.about", title=title(m), period=period(m)),
        blocks=_blocks(m),
        ending=ending(m, signed(m, act.organ, act.signer), [subject(m), filed(m, act.organ)]),
    )


def _blocks(m: Material) -> list[Block]:
    said = {"title": title(m), "subject": subject(m), "period": period(m)}
    whose = organ_said(m, m.act.organ) if m.act.organ else BLANK
    unmet = _unmet(m)
    reason = m.act.details.departure
    return [
        body(m.say("notice.decided", body=whose, **said)),
        *([body(m.say("notice.reason", reason=reason))] if reason else []),
        *([body(m.say("notice.unmet"))] if unmet else []),
        *(body(f"- {row.criterion} {row.words}") for row in unmet),
    ]


def _unmet(m: Material) -> list[CriterionShown]:
    """The criteria that the newest sheet before the decision did not meet, as it was scored then."""
    outcomes = [
        found
        for act in m.case.acts
        if act.position <= m.act.position
        and (found := getattr(act.details, "outcome", None)) is not None
    ]
    met = outcomes[-1].met if outcomes else {}
    return [row for row in m.case.marks.criteria if met.get(row.criterion) is False]


PAPER = Paper("DOC-NOTREC", content, after=(c.DecisionIssued, c.DecisionSuperseded))
