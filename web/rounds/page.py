"""One round: its cases by stage, what is late, what is owed and by when, how it is closed, what came after its seal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.case_list import COUNT_COLUMNS
from application.questions.cases import world_of
from application.questions.round_owed import COLUMNS as OWED
from application.questions.round_owed import round_owed
from application.questions.round_standing import round_standing
from application.questions.rounds import AFTER, ROUND, figures_told, round_shown
from domain.catalogue import ROUND as VERBS
from web.asked import Asked, Person
from web.drawing import page
from web.lists.acts import links
from web.lists.page import Line
from web.lists.plain import Plain, plain
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.case_list import StageCount
    from application.questions.round_standing import RoundStanding

router = APIRouter()
_CLOSING = {
    "open": ("lock-round",),
    "locked": ("seal-round", "reopen-round"),
    "sealed": ("seal-round", "reopen-round"),
}
"""What a round is closed with, by its state; the first is what usually comes next."""
_STAGES = COUNT_COLUMNS[1:]
_OWED = (Column("unit", "unit", word="unit_name"), *(c for c in OWED if c.name != "clause"))
_FACTS = ROUND[2:]
"""Its programme and period are its title."""
_AFTER = tuple(c for c in AFTER if c.name != "position")


@router.get("/rounds/{programme}/{period}")
def round_page(asked: Person, programme: str, period: str) -> Response:
    """A round as it is today, the cases and duties of the units that the person looks after."""
    shown = round_shown(asked.system, programme, period)
    spoken = asked.spoken
    standing = round_standing(asked.system, shown["programme"], period, asked.sight.units)
    about = {"programme": shown["programme"], "period": period}
    return page(
        asked,
        "round.html.j2",
        title=spoken.words(
            "web.round", programme=spoken.value(shown["programme"], "programme"), period=period
        ),
        place="rounds",
        facts=list(zip(spoken.titles(_FACTS), spoken.cells(shown, _FACTS), strict=True)),
        year=period[:4],
        about=f"programme={shown['programme']}&period={period}",
        standing=standing,
        stage_titles=spoken.titles(_STAGES),
        stages=_stages(asked, standing, about),
        owed=_owed(asked, about),
        seals=[_seal(asked, each) for each in shown["seals"]],
        unchanged=_unchanged(asked, shown["unchanged"]),
        after=plain(spoken, (e for e in shown["after_the_seal"] if _seen(asked, e)), _AFTER),
        closing=links(asked, _CLOSING[shown["state"]], **about),
        acts=links(asked, _others(), **about),
    )


def _others() -> list[str]:
    closing = {"open-round", "lock-round", "seal-round", "reopen-round"}
    return [each.verb for each in VERBS if each.verb not in closing]


def _stages(asked: Asked, standing: RoundStanding, about: dict[str, str]) -> list[Line]:
    return [_stage(asked, each, about) for each in standing.by_stage]


def _stage(asked: Asked, count: StageCount, about: dict[str, str]) -> Line:
    address = f"/cases?programme={about['programme']}&period={about['period']}&stage={count.stage}"
    return Line(address, asked.spoken.cells(count, _STAGES))


def _owed(asked: Asked, about: dict[str, str]) -> Plain:
    """Duties of the units in sight that are not done, those that are due first in front."""
    rows = round_owed(asked.system, about["programme"], about["period"])
    mine = [each for each in rows if each.unit in asked.sight.units and each.done_on is None]
    mine.sort(key=lambda each: (each.due_on is None, each.due_on))
    return plain(asked.spoken, mine, _OWED)


def _seal(asked: Asked, seal: dict[str, Any]) -> str:
    spoken = asked.spoken
    figures = spoken.value(figures_told(seal["figures"]), "list")
    return spoken.words("web.sealed", on=spoken.value(seal["on"], "date"), figures=figures)


def _unchanged(asked: Asked, unchanged: bool | None) -> str:
    keys = {True: "web.seal_whole", False: "web.seal_differs", None: "web.seal_untold"}
    return asked.spoken.words(keys[unchanged])


def _seen(asked: Asked, event: dict[str, Any]) -> bool:
    """Acts about units and members stay with those who may look at their files."""
    kind, _, code = event["subject"].partition(":")
    if kind == "member" and code != asked.person:
        known = world_of(asked.system).person(code)
        code = known.unit_on(asked.system.today()) if known else ""
        return code in asked.sight.units
    return kind != "unit" or code in asked.sight.units
