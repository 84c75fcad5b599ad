"""What a list is narrowed down to by words that are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.refusal import RefusedError, refusal
from projections.cases import search
from projections.engine import catch_up
from projections.machinery.finding import Sought

if TYPE_CHECKING:
    from application.running.system import System
    from projections.cases.search import Narrowed


def narrowed(system: System, text: str) -> Narrowed | None:
    """Everything that a text finds; None for no text, refuses one without a letter or a digit."""
    if not text:
        return None
    refuse_without_words(text)
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return search.narrowed(connection, text)


def refuse_without_words(text: str) -> None:
    """Refuses a text by which nothing can be looked for."""
    if not Sought.of(text).words:
        raise RefusedError([refusal("search_empty", text=text)])
