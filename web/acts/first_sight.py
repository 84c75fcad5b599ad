"""A form as it is first seen: from a draft, else from the address and from what is usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.cases import stream_named, world_of
from web.acts import draft_kept
from web.acts.ballots_shown import usual_roll
from web.acts.giving import ABOUT, Giving
from web.acts.named_here import named_here
from web.acts.sheet_form import filled
from words.values import day

if TYPE_CHECKING:
    from web.asked import Asked


def first_sight(asked: Asked, verb: str, case: str) -> Giving:
    """A command with the values with which its form opens."""
    given = {
        name: [value]
        for name, value in asked.request.query_params.multi_items()
        if name in ABOUT or name.startswith("data.")
    }
    giving = Giving(asked, verb, case, given)
    typed, _ = draft_kept.found(asked, giving.about, verb)
    usual = {**given, **_usual(asked, giving, case)}
    if giving.must_have_sheet and not typed:
        usual = {**filled(giving), **usual}
    usual = {**usual_roll(giving), **named_here(giving), **usual}
    giving.typed = {**usual, **typed, "made_from": usual.get("made_from", [""])} if typed else usual
    return giving


def _usual(asked: Asked, giving: Giving, case: str) -> dict[str, list[str]]:
    """Today; and the version of the case that is looked at, so that what comes between is told."""
    usual = {"on": [day(asked.system.today(), asked.language)], "command_id": [giving.command_id]}
    known = world_of(asked.system).case(stream_named(case)) if case else None
    return {**usual, "made_from": [str(known.version)]} if known else usual
