"""What a case holds beside its line in the list: its papers, its marks, what it still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.case_missing import missing
from application.questions.case_papers import papers
from application.questions.case_sheets import marks
from application.questions.given_marks import newest_sheet_acts
from domain.case.decide import question, situate
from words.sentences import Names, nameless

if TYPE_CHECKING:
    from datetime import date

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.case.state import Case


def whole(
    system: System, case: Case, on: date, world: LedgerWorld, language: str, names: Names = nameless
) -> dict[str, Any]:
    """`papers`, `marks` and `missing` of a case as folded for a day, in the world as known at a position."""
    situation = situate(case, question(case, on, world), world)
    texts = system.ledger.texts(act.position for act in newest_sheet_acts(case))
    return {
        "papers": papers(situation, language, names),
        "marks": marks(situation, texts, language, names),
        "missing": missing(situation, language, names),
    }
