"""Who did what on a case, in order; and for every figure who set it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from application.questions import cases as queries
from application.questions.case_shown import BLAME, blame_told, corrections_told
from application.questions.field_told import field_told, value_told
from web.acts.told import basis
from web.asked import Person
from web.cases.seen import seen
from web.drawing import page
from words.folded import folded
from words.values import local_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from web.spoken import Spoken

router = APIRouter()


class Entry(NamedTuple):
    """An act: its sentence, what changed, what was corrected since, why, its paper's day and when it was typed in."""

    position: int
    on: str
    typed_in: str
    sentence: str
    changes: tuple[tuple[str, str, str], ...]
    corrected: tuple[str, ...]
    reason: str
    authority: str
    basis: tuple[str, ...]


@router.get("/cases/{case}/history")
def history_page(asked: Person, case: str) -> Response:
    """Every act, the newest first, narrowed down by words."""
    _, moment, spoken = seen(asked, case)
    rows = queries.history(asked.system, case, **moment.asked, language=asked.language)
    words = asked.request.query_params.get("words", "")
    entries = [_entry(each, spoken) for each in reversed(rows)]
    return page(
        asked,
        "history.html.j2",
        title=asked.spoken.words("web.history"),
        place="cases",
        subject=spoken.value(case, "case"),
        case=case,
        entries=_having(entries, words),
        words=words,
        moment=moment,
    )


@router.get("/cases/{case}/blame")
def blame_page(asked: Person, case: str) -> Response:
    """For every figure who set it, when, by which right, why."""
    _, moment, spoken = seen(asked, case)
    told = blame_told(queries.blame(asked.system, case, **moment.asked, language=asked.language))
    return page(
        asked,
        "blame.html.j2",
        title=asked.spoken.words("web.who_set_what"),
        place="cases",
        subject=spoken.value(case, "case"),
        case=case,
        titles=spoken.titles(BLAME),
        rows=[spoken.cells(each, BLAME) for each in told],
        moment=moment,
    )


def _entry(entry: dict[str, Any], spoken: Spoken) -> Entry:
    recorded = local_day(entry["recorded_at"])
    return Entry(
        position=entry["position"],
        on=spoken.value(entry["effective_on"], "date"),
        typed_in="" if recorded == entry["effective_on"] else spoken.value(recorded, "date"),
        sentence=entry["sentence"],
        changes=tuple(_changes(entry["event"], entry["changes"], spoken)),
        corrected=tuple(spoken.said(each) for each in corrections_told(entry)),
        reason=entry["reason"] or "",
        authority=spoken.value(entry["authority"], "authority"),
        basis=basis(entry["rests_on"], spoken),
    )


def _changes(
    event: str, changes: list[dict[str, Any]], spoken: Spoken
) -> Iterable[tuple[str, str, str]]:
    """What each field was and is; the words of a field and of its value as the blame has them."""
    for change in changes:
        name = change["field"] if change["field"] == "stage" else f"{event}.{change['field']}"
        old, new = (spoken.said(value_told(name, change[key])) for key in ("old", "new"))
        yield spoken.said(field_told(name)), old, new


def _having(entries: list[Entry], words: str) -> list[Entry]:
    """Those with every word that was typed, without tone marks."""
    wanted = folded(words).split()
    return [
        each
        for each in entries
        if all(word in folded(f"{each.sentence} {each.reason}") for word in wanted)
    ]
