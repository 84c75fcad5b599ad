"""Revocation decision (DOC-REV): which recognition is taken back, on what ground, from when, what is recalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.papers.parts.bases import based_on, instruments, period, subject, title
from documents.papers.parts.content import BLANK, Block, Content, Paragraph, centre, led
from documents.papers.parts.endings import ending, filed, signed, to_report
from documents.papers.parts.letterhead import head_of, organ_said
from documents.papers.parts.paper import Material, Paper
from domain.events import case as c

if TYPE_CHECKING:
    from application.questions.on_paper.case_on_paper import ActOnPaper


def content(m: Material) -> Content:
    """The newest revocation of the case."""
    act = m.act
    recipients = [
        *to_report(m, act.organ),
        m.say("as_article", number=len(_articles(m))),
        filed(m, act.organ),
    ]
    return Content(
        head=head_of(m, act.organ, "decision", act.details.number),
        kind=m.say("decision.kind"),
        subject=m.say("revocation.about", title=title(m), period=period(m), subject=subject(m)),
        blocks=[*based_on(_bases(m)), *_decides(m), *_numbered(m)],
        ending=ending(m, signed(m, act.organ, act.signer), recipients),
    )


def _bases(m: Material) -> list[str]:
    """The Charter, the guideline, the papers of the finding, the explanation that was given to it."""
    finding = _last(m, c.DefectFound.TOPIC)
    explained = _last(m, c.ExplanationGiven.TOPIC)
    papers = finding.details.evidence if finding else []
    answered = (
        explained is not None and finding is not None and explained.position > finding.position
    )
    return [
        m.say("basis.charter"),
        *instruments(m),
        *(
            m.say(
                "basis.finding",
                paper=m.word(each.document, "document"),
                number=each.number or BLANK,
            )
            for each in papers
        ),
        *([m.say("basis.explanation", subject=subject(m))] if answered else []),
    ]


def _last(m: Material, topic: str) -> ActOnPaper | None:
    """The newest act of a kind before the revocation."""
    before = (act for act in reversed(m.case.acts) if act.position < m.act.position)
    return next((act for act in before if act.topic == topic), None)


def _decides(m: Material) -> list[Paragraph]:
    whose = organ_said(m, m.act.organ).upper() if m.act.organ else ""
    return [*([centre(whose)] if whose else []), centre(m.say("decision.decides"))]


def _numbered(m: Material) -> list[Block]:
    return [led(m.say("article", number=at), text) for at, text in enumerate(_articles(m), 1)]


def _articles(m: Material) -> list[str]:
    details = m.act.details
    effect_on = m.word(details.effect_on, "date")
    return [
        m.say("revocation.revokes", decision=_revoked(m), ground=m.word(details.ground, "ground")),
        m.say(f"revocation.effect.{details.effect}", on=effect_on),
        *_recalls(m),
        m.say("decision.carried_out", subject=subject(m)),
    ]


def _revoked(m: Material) -> str:
    """The decision that is taken back, by number, day and body."""
    decided = _last(m, c.DecisionSuperseded.TOPIC) or _last(m, c.DecisionIssued.TOPIC)
    return m.say(
        "revocation.decision",
        number=decided.details.number if decided else BLANK,
        on=m.word(decided.on, "date") if decided else BLANK,
        body=organ_said(m, decided.organ) if decided and decided.organ else BLANK,
        subject=subject(m),
        title=title(m),
        period=period(m),
    )


def _recalls(m: Material) -> list[str]:
    """What was given with the recognition, each reward with the number it was decided under."""
    given = [
        act
        for act in m.case.acts
        if act.topic == c.RewardDecided.TOPIC and act.position < m.act.position
    ]
    given = [act for act in given if not _was_recalled(m, act)]
    return [
        m.say(
            "revocation.recalls",
            reward=m.word(act.details.reward, "reward"),
            number=act.details.number or BLANK,
        )
        for act in given
    ]


def _was_recalled(m: Material, given: ActOnPaper) -> bool:
    """Whether a reward was recalled between its decision and this one."""
    return any(
        act.topic == c.RewardRecalled.TOPIC
        and act.details.reward == given.details.reward
        and given.position < act.position < m.act.position
        for act in m.case.acts
    )


PAPER = Paper("DOC-REV", content, after=(c.RecognitionRevoked,))
