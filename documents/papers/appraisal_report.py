"""Appraisal report (DOC-APPR): the dossier, every criterion as the subject and the appraiser marked it, a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents.papers.parts.bases import based_on, instruments, period, subject, title
from documents.papers.parts.content import BLANK, Block, Column, Content, Table, body, heading
from documents.papers.parts.endings import ending, filed, signed, to_report
from documents.papers.parts.letterhead import head_of
from documents.papers.parts.paper import Material, Paper
from documents.papers.parts.sheets_compared import Compared
from domain.events import case as c

if TYPE_CHECKING:
    from application.questions.given_marks import SheetShown

OWN = (c.AggregateAdopted.TOPIC, c.IndividualSheetSubmitted.TOPIC)
"""Sheets of the subject itself: of the collective where there is one, else of each assessor."""
LATER = frozenset({c.DecisionIssued.TOPIC, c.DecisionSuperseded.TOPIC})
HANDED_IN = frozenset({c.DossierSubmitted.TOPIC, c.DossierSupplemented.TOPIC})


def content(m: Material) -> Content:
    """The newest appraisal of the case."""
    details, organ = m.act.details, m.act.organ
    return Content(
        head=head_of(m, organ, "report", details.document.number if details.document else ""),
        kind=m.say("appraisal.kind"),
        subject=m.say("appraisal.about", title=title(m), subject=subject(m), period=period(m)),
        blocks=[
            *based_on([*instruments(m), m.say("basis.dossier", subject=subject(m))]),
            body(m.say("appraisal.opening")),
            heading(m.say("appraisal.dossier")),
            *_dossier(m),
            heading(m.say("appraisal.comparison")),
            *_comparison(m),
            heading(m.say("appraisal.proposal")),
            *_proposal(m, details),
        ],
        ending=ending(m, signed(m, organ, m.act.signer), [*to_report(m, organ), filed(m, organ)]),
    )


def _dossier(m: Material) -> list[Block]:
    """The papers handed in before the appraisal, each once as it was handed in last."""
    handed = {
        each.document: each
        for each in m.case.papers
        if each.event in HANDED_IN and each.position < m.act.position
    }
    if not handed:
        return [body(m.say("appraisal.no_dossier"))]
    return [
        Table(
            (
                Column(m.say("column.ordinal"), 8, "centre"),
                Column(m.say("column.paper"), 52),
                Column(m.say("column.paper_number"), 22),
                Column(m.say("column.on"), 18, "centre"),
            ),
            [
                (str(at), each.title, each.number or BLANK, m.word(each.on, "date") or BLANK)
                for at, each in enumerate(handed.values(), 1)
            ],
        )
    ]


def _comparison(m: Material) -> list[Block]:
    """Criterion by criterion: the most there is, and what each sheet gave; the totals last."""
    sheets = _sheets(m)
    if not sheets:
        return [body(m.say("appraisal.no_sheet"))]
    compared = Compared(m, sheets)
    rows = compared.rows()
    strong = frozenset(at for at, row in enumerate(rows) if row.strong)
    return [
        Table(compared.columns(), [row.cells for row in rows], strong),
        *([] if len(sheets) > 1 else [body(m.say("appraisal.one_sheet"))]),
    ]


def _sheets(m: Material) -> list[SheetShown]:
    """The collective's sheet or, where there is none, each member's; then those of appraisers up to this one."""
    given = [each for each in m.case.marks.sheets if each.position <= m.act.position]
    has_aggregate = any(each.event == OWN[0] for each in given)
    return [
        each
        for each in given
        if each.event not in LATER and not (has_aggregate and each.event == OWN[1])
    ]


def _proposal(m: Material, details: Any) -> list[Block]:
    """The opinion, why the proposal departs from what stands in the case, and the proposal."""
    asked = "proposes" if details.proposal == "PASS" else "proposes_not"
    told = [details.opinion, details.departure]
    return [
        *(body(text) for text in told if text),
        body(m.say(f"appraisal.{asked}", title=title(m), subject=subject(m), period=period(m))),
    ]


PAPER = Paper("DOC-APPR", content, after=(c.Appraised, c.HopAppraised))
