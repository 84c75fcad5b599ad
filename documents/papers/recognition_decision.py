"""Recognition decision (DOC-DEC): of one subject, or of all that one number recognised, with the list annexed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.papers.parts.bases import based_on, dated, instruments, period, subject, title
from documents.papers.parts.content import (
    BLANK,
    Annex,
    Block,
    Column,
    Content,
    Ending,
    Paragraph,
    Table,
    centre,
    led,
)
from documents.papers.parts.endings import ending, filed, signed, to_report
from documents.papers.parts.letterhead import head_of, organ_said
from documents.papers.parts.paper import Material, Paper
from domain.events import case as c
from domain.refusal import RefusedError, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from application.questions.on_paper.decided_together import DecidedCase

APPRAISALS = (c.Appraised, c.HopAppraised)


def content(m: Material) -> Content:
    """The newest decision of the case; refuses one that does not recognise."""
    act = m.act
    if act.details.level != "PASS":
        document, other = kinds.document("DOC-DEC"), kinds.document("DOC-NOTREC")
        raise RefusedError([refusal("paper_of_recognition", document=document, other=other)])
    sign = signed(m, act.organ, act.signer)
    return Content(
        head=head_of(m, act.organ, "decision", act.details.number),
        kind=m.say("decision.kind"),
        subject=m.say("decision.about", title=_titles(m), period=period(m)),
        blocks=[*based_on(_bases(m)), *_decides(m), *_articles(m)],
        ending=ending(
            m, sign, [*to_report(m, act.organ), m.say("as_article", number=2), filed(m, act.organ)]
        ),
        annexes=[_list(m, Ending(sign))] if _together(m) else [],
    )


def _together(m: Material) -> bool:
    return len(m.case.decided) > 1


def _titles(m: Material) -> str:
    """The title, or each of those that the list has."""
    return "”, “".join(dict.fromkeys(title(m, each.title) for each in m.case.decided))


def _bases(m: Material) -> list[str]:
    """The Charter, the guideline and what it rests on, the decision that is replaced, the proposal."""
    before = (act for act in reversed(m.case.acts) if act.position < m.act.position)
    proposal = next((act for act in before if act.topic in _APPRAISED), None)
    replaced = getattr(m.act.details, "replaces", "")
    return [
        m.say("basis.charter"),
        *instruments(m),
        *([m.say("basis.replaced", number=replaced)] if replaced else []),
        *(
            [m.say("basis.proposal", body=organ_said(m, proposal.organ))]
            if proposal and proposal.organ
            else []
        ),
    ]


_APPRAISED = frozenset(event.TOPIC for event in APPRAISALS)


def _decides(m: Material) -> list[Paragraph]:
    whose = organ_said(m, m.act.organ).upper() if m.act.organ else ""
    return [*([centre(whose)] if whose else []), centre(m.say("decision.decides"))]


def _articles(m: Material) -> list[Block]:
    together = _together(m)
    whom = m.say("decision.those_listed") if together else subject(m)
    said = {"title": _titles(m), "period": period(m)}
    first = (
        m.say("decision.recognises_all", count=len(m.case.decided), **said)
        if together
        else m.say("decision.recognises", subject=whom, **said)
    )
    if code := m.act.details.grade:
        grade = m.case.edition.programme.grade[code].text(m.case.language)
        first = f"{first} {m.say('decision.of_grade', grade=grade)}"
    own = [first, m.say("decision.carried_out", subject=whom), m.say("decision.in_force")]
    if replaced := getattr(m.act.details, "replaces", ""):
        own[2] = m.say("decision.in_force_instead", number=replaced)
    return [led(m.say("article", number=at), text) for at, text in enumerate(own, 1)]


def _list(m: Material, end: Ending) -> Annex:
    return Annex(
        kind=m.say("decision.list"),
        subject=m.say("decision.list_about", title=_titles(m), period=period(m)),
        belongs_to=m.say(
            "decision.belongs_to",
            number=m.act.details.number or BLANK,
            day=dated(m),
            body=_whose(m),
        ),
        blocks=[
            Table(_columns(m), [_row(m, at, each) for at, each in enumerate(m.case.decided, 1)])
        ],
        ending=end,
    )


def _whose(m: Material) -> str:
    return organ_said(m, m.act.organ) if m.act.organ else ""


def _columns(m: Material) -> Sequence[Column]:
    return (
        Column(m.say("column.ordinal"), 6, "centre"),
        Column(m.say("column.recognised"), 44),
        Column(m.say("column.of_unit"), 25),
        Column(m.say("column.title"), 25),
    )


def _row(m: Material, at: int, each: DecidedCase) -> Sequence[str]:
    return (
        str(at),
        m.word(each.subject, "subject"),
        m.word(each.unit, "unit")
        if each.subject.startswith("member:")
        else m.word(each.kind, "subject_kind"),
        title(m, each.title),
    )


PAPER = Paper("DOC-DEC", content, after=(c.DecisionIssued, c.DecisionSuperseded))
