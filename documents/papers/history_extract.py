"""Extract of the history of a case (DOC-AUDIT): who did what, when, for whom, why, as the log knew it at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.case_shown import corrections_told
from documents.papers.parts.bases import period, subject
from documents.papers.parts.content import (
    BLANK,
    Column,
    Content,
    Head,
    Paragraph,
    Piece,
    Table,
    body,
)
from documents.papers.parts.endings import by_hand, ending
from documents.papers.parts.letterhead import committee_of, in_full
from documents.papers.parts.paper import Material, Paper

if TYPE_CHECKING:
    from collections.abc import Sequence


def content(m: Material) -> Content:
    """Every act of the case that was known, in the order in which it was recorded."""
    case = m.case
    return Content(
        head=_head(m),
        kind=m.say("history.kind"),
        subject=m.say("history.about", subject=subject(m), period=period(m)),
        blocks=[
            body(
                m.say(
                    "history.programme", programme=m.word(case.edition.programme.code, "programme")
                )
            ),
            body(
                m.say(
                    "history.known_at",
                    position=case.position,
                    recorded=m.word(case.recorded_at, "instant"),
                )
            ),
            body(m.say("history.root")),
            Paragraph((Piece(case.root),), "line"),
            Table(_columns(m), [_row(m, at, each) for at, each in enumerate(case.history, 1)]),
            body(m.say("history.count", acts=len(case.history))),
        ],
        ending=ending(m, by_hand(m, "extracted_by"), [m.say("filed_with_case")]),
    )


def _head(m: Material) -> Head:
    """The body whose programme it is; an extract has no number."""
    whose = committee_of(m.rules.unit_names, m.case.body) if m.case.body else BLANK
    return Head(
        superior="",
        issuer=whose.upper(),
        motto=m.say("motto"),
        number="",
        place_and_date=m.say("place_and_date", place=BLANK, day=in_full(m, m.on)),
    )


def _columns(m: Material) -> Sequence[Column]:
    return (
        Column(m.say("column.ordinal"), 6, "centre"),
        Column(m.say("column.on"), 14, "centre"),
        Column(m.say("column.act"), 53),
        Column(m.say("column.reason"), 27),
    )


def _row(m: Material, at: int, entry: dict[str, Any]) -> Sequence[str]:
    corrected = [m.word(each, "because") for each in corrections_told(entry)]
    told = "\n".join([entry["sentence"], *corrected])
    return str(at), m.word(entry["effective_on"], "date"), told, entry["reason"]


PAPER = Paper("DOC-AUDIT", content)
