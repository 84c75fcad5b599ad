"""A case as every page about it begins: in sight of whoever asks, at the moment asked for, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.names import Rules
from application.questions.sight import case_in_sight
from web.cases.looked_at import note_look
from web.cases.moment import Moment, moment_of

if TYPE_CHECKING:
    from domain.case.state import Case
    from web.asked import Asked
    from web.spoken import Spoken


class Seen(NamedTuple):
    """The case as it is now; `moment` is what of it is asked for."""

    case: Case
    moment: Moment
    spoken: Spoken


def seen(asked: Asked, name: str) -> Seen:
    """Refuses a case that is not there or not in sight, and a moment that is none; notes a look at a member's file."""
    case = case_in_sight(asked.system, asked.person, name)
    note_look(asked, case.subject)
    rules = Rules(case.opened.programme, case.opened.version)
    return Seen(case, moment_of(asked), asked.spoken.about(rules))
