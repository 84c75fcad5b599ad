"""The score sheet of a command: filled in when its form opens, drawn, and told what it comes to so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from application.questions.cases import stream_named, world_of
from application.questions.evidence_told import evidence_told
from application.questions.given_marks import newest_sheet_acts
from application.questions.sheet_asked import sheet_asked
from application.questions.sheet_before import sheet_before
from application.questions.sheet_so_far import sheet_so_far, situation_for
from web.acts.sheet_shown import SheetDrawing
from web.acts.sheet_typed import typed_sheet
from web.acts.told import by_input, reasons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from application.questions.sheet_so_far import SheetSoFar
    from domain.case.situation import Situation
    from web.acts.giving import Giving
    from web.acts.sheet_blocks import SheetShown


class SoFar(NamedTuple):
    """What a sheet comes to so far, in words."""

    total: str
    left: str
    passes: str


class SheetForm(NamedTuple):
    """The sheet of a form and its total."""

    shown: SheetShown
    so_far: SoFar


def filled(giving: Giving) -> dict[str, list[str]]:
    """What a sheet is filled in with from the newest before it; nothing where there is none."""
    found = sheet_before(_situation(giving), giving.asked.person)
    return typed_sheet(found, giving.spoken) if found else {}


def sheet_form(giving: Giving, wrong: Mapping[str, list[str]]) -> SheetForm | None:
    """The sheet with what was typed, what is wrong in it and what it comes to; None where the form shows none."""
    if not giving.has_sheet:
        return None
    spoken, situation = giving.spoken, _situation(giving)
    so_far = sheet_so_far(situation, giving.data.get("sheet", {}))
    drawing = SheetDrawing(
        _asked(giving, situation),
        spoken,
        giving.typed,
        _together(wrong, by_input(reasons(so_far.wrong, spoken, giving.typed))),
        [(name, _dated(giving, said, on)) for name, (said, on) in evidence_told(situation).items()],
    )
    return SheetForm(drawing.sheet(), _told(so_far, giving))


def may_have_sheet(giving: Giving) -> bool:
    """Whether a sheet may be given with the command, and whether the form shows one already."""
    return (
        bool(giving.case)
        and any(field.name == "sheet" for field in giving.fields)
        and not giving.has_sheet
    )


def _situation(giving: Giving) -> Situation:
    return situation_for(world_of(giving.asked.system), stream_named(giving.case), giving.verb)


def _asked(giving: Giving, situation: Situation) -> Any:
    asked, spoken = giving.asked, giving.spoken
    acts = newest_sheet_acts(situation.case) if situation.case else []
    texts = asked.system.ledger.texts(act.position for act in acts)
    return sheet_asked(situation, texts, asked.language, asked.person, spoken.names)


def _together(*told: Mapping[str, list[str]]) -> dict[str, list[str]]:
    names = dict.fromkeys(name for each in told for name in each)
    return {
        name: list(dict.fromkeys(said for each in told for said in each.get(name, ())))
        for name in names
    }


def _dated(giving: Giving, said: Any, on: str) -> str:
    return f"{giving.spoken.said(said)}, {giving.spoken.value(on, 'date')}"


def _told(so_far: SheetSoFar, giving: Giving) -> SoFar:
    spoken = giving.spoken
    left = spoken.words("web.sheet.left", left=so_far.due - so_far.marked, due=so_far.due)
    passes = spoken.words("trial.passes" if so_far.passes else "trial.fails")
    if so_far.total is None:
        total = spoken.words("web.sheet.met", met=so_far.met, due=so_far.due)
    else:
        told = (spoken.value(each, "number") for each in (so_far.total, so_far.of))
        total = " / ".join(told)
    return SoFar(total, left, passes if so_far.marked == so_far.due else "")
