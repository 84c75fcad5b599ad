"""Search: units, persons and decisions by the words of their names and codes; cases by those and a period."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from application.questions.found_rows import FoundRow, rows_of
from application.questions.narrowed import refuse_without_words
from application.questions.pages import Listed, Page, Question
from projections.cases import search as read_models
from projections.engine import catch_up
from projections.machinery.finding import records_of
from words.folded import folded
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("what", "found"), Column("name"), Column("code", "code"), Column("period"), Column("where", "unit"),
)  # fmt: skip
"""What a search shows people, in order; `FoundRow` has more."""
ORDERS = {"what": read_models.ORDER}
"""A search has its own order and no other."""


class SearchAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed; words of it that are periods may also be those of cases."""

    text: str


def search(system: System, text: str, page: Page) -> Listed[FoundRow]:
    """A page of what is found, as it is called now; refuses a text without a letter or a digit.

    Every word typed has to begin a word of the name or code, in any order, whatever its tone marks. A
    decision is found by its number, of which the first part with a digit has to be typed.
    """
    refuse_without_words(text)
    question = Question("search", SearchAsked(text=folded(text)), page, ORDERS)
    after = read_models.Found(*question.after) if question.after else None
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        every = read_models.found(connection, text, after, question.wanted)
        shown, mark = question.listed(list(islice(every, question.wanted)))
        return Listed(rows_of(system, partial(records_of, connection), shown), mark)
