"""Whether people read a clause: beside a value of its programme, and in the words of its guideline."""

from functools import cache
from typing import NamedTuple

from application.questions.clauses import sentences
from documents.programmes.clause_marks import Shown
from documents.programmes.sheet import programme_sheet
from tests.clauses.homes import EDITIONS

IS_SHOWN = "is shown"


class Screen(NamedTuple):
    """What `programmes show` prints of a programme: its values, and its clauses as they are quoted."""

    values: str
    quoted: dict[str, str]


@cache
def screen_of(programme):
    tables = {
        each.name: each.rows for each in programme_sheet(Shown(EDITIONS[programme], "vi"), "vi")
    }
    values = str([tables["parts"], tables["criteria"], tables["steps"]])
    return Screen(values, dict(tables["clauses"]))


def is_shown(clause, screen):
    """Whether a clause stands beside a value, and every sentence it was read from is on the screen."""
    own, quoted = sentences(clause), screen.quoted.get(clause, "")
    return (
        f"{clause}," in screen.values.replace(")", ",")
        and bool(own)
        and all(each in quoted for each in own)
    )
