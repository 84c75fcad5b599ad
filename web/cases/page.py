"""The page of a case: where it stands, what is next, its sheets side by side, its papers, its newest acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.responses import Response

from application.questions import cases as queries
from application.questions.case_shown import history_told
from web.asked import Asked, Person
from web.cases.allowed import allowed_shown
from web.cases.marks_shown import marks_shown
from web.cases.papers import papers_to_make
from web.cases.seen import seen
from web.cases.way import way_of
from web.drawing import page

if TYPE_CHECKING:
    from web.cases.moment import Moment
    from web.spoken import Spoken

router = APIRouter()
NEWEST = 5
"""So many acts stand on the page; all of them are a click away."""


@router.get("/cases/{case}")
def case_page(asked: Person, case: str) -> Response:
    """A case as it is now, or as of a day, as known at a moment."""
    known, moment, spoken = seen(asked, case)
    shown = queries.case(
        asked.system, case, **moment.asked, language=asked.language, names=spoken.names
    )
    to_make = papers_to_make(known, spoken)
    return page(
        asked, "case.html.j2", to_make=to_make, **_shown(asked, spoken, case, shown, moment)
    )


def _shown(
    asked: Asked, spoken: Spoken, case: str, shown: dict[str, Any], moment: Moment
) -> dict[str, Any]:
    history = queries.history(asked.system, case, **moment.asked, language=asked.language)
    allowed = allowed_shown(asked, case, spoken) if moment.is_now else None
    return {
        "title": spoken.value(shown["subject"], "subject"),
        "place": "cases",
        "case": case,
        "head": _head(shown, spoken),
        "way": way_of(history, spoken),
        "next": _next(shown, spoken),
        "allowed": allowed,
        "marks": marks_shown(shown["marks"], spoken),
        "papers": [_paper(each, spoken) for each in shown["papers"]],
        "missing": list(dict.fromkeys(each.sentence for each in shown["missing"]))
        if moment.is_now
        else [],
        "overlaps": [spoken.value(each.programme, "programme") for each in shown["overlaps"]],
        "newest": [history_told(each, asked.language) for each in reversed(history[-NEWEST:])],
        "acts": len(history),
        "moment": moment,
        "done": _done(asked, history),
        "value": spoken.value,
    }


def _head(shown: dict[str, Any], spoken: Spoken) -> dict[str, str]:
    return {
        "unit": shown["unit_name"],
        "unit_code": shown["unit"],
        "period": shown["period"],
        "programme": spoken.value(shown["programme"], "programme"),
        "title": spoken.value(shown["title"], "title"),
        "kind": spoken.value(shown["subject_kind"], "subject_kind"),
        "stage": spoken.value(shown["stage"], "stage"),
        "outcome": spoken.value(shown["outcome"], "level"),
        "suspended": spoken.words("web.suspended") if shown["suspended"] else "",
    }


def _next(shown: dict[str, Any], spoken: Spoken) -> dict[str, Any]:
    """For whom the case waits, since when, until when."""
    return {
        "who": spoken.value(shown["waiting_for"], "role"),
        "since": spoken.value(shown["since"], "date"),
        "due_on": spoken.value(shown["due_on"], "date"),
        "late": shown["late"],
    }


def _paper(paper: Any, spoken: Spoken) -> dict[str, str]:
    marks = [paper.number, spoken.value(paper.on, "date"), paper.issuer]
    return {
        "title": paper.title,
        "marks": ", ".join(filter(None, marks)),
        "act": f"{spoken.value(paper.event, 'event')}, {spoken.value(paper.effective_on, 'date')}",
    }


def _done(asked: Asked, history: list[dict[str, Any]]) -> str:
    """The sentence of the act that was just done, which the address names by its position."""
    position = asked.request.query_params.get("done", "")
    found = (each["sentence"] for each in history if str(each["position"]) == position)
    return next(found, "")
