"""For whom a person may give a command: the organs they act for today, those that are asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.case_allowed import allowed
from application.questions.cases import world_of
from domain.authority.acting import organs_held
from web.acts.inputs import Option
from web.acts.paths import one

if TYPE_CHECKING:
    from web.acts.giving import Giving


def choices_of_organ(giving: Giving) -> list[Option]:
    """The organs, those first for which the command is open on the case; chosen is what was typed, else the first."""
    asked, typed = giving.asked, one(giving.typed, "organ")
    open_for = _open_for(giving)
    world = world_of(asked.system)
    held = organs_held(asked.person, world.today, world)
    own = [organ for organ, verbs in held.items() if verbs is None or giving.verb in verbs]
    organs = list(dict.fromkeys([*open_for, *own]))
    first = typed or (open_for[0] if len(open_for) == 1 else "")
    return [Option(each, giving.spoken.value(each, "organ"), each == first) for each in organs]


def _open_for(giving: Giving) -> list[str]:
    """The organs for which the command is open to this person on the case, as `cases allowed` says."""
    if not giving.case:
        return []
    rows = allowed(
        giving.asked.system,
        giving.case,
        by=giving.asked.person,
        organ="",
        on=None,
        language=giving.asked.language,
    )
    return next((row.organs for row in rows if row.command == giving.verb), [])
