"""What a case holds beside its line in the list: its papers, its marks, what it lacks, what it overlaps with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from application.questions.case_missing import missing
from application.questions.case_papers import papers
from application.questions.case_sheets import marks
from application.questions.given_marks import newest_sheet_acts
from domain.case.decide import question, situate
from domain.case.overlapping import overlapping
from words.sentences import Names, nameless

if TYPE_CHECKING:
    from datetime import date

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.case.state import Case


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """A case of the same subject in the same year under another programme (D-49), by its id."""

    case: str
    programme: str
    period: str
    stage: str


def whole(
    system: System, case: Case, on: date, world: LedgerWorld, language: str, names: Names = nameless
) -> dict[str, Any]:
    """`papers`, `marks`, `missing` and `overlaps` of a case as folded for a day, in a world known at a position."""
    situation = situate(case, question(case, on, world), world)
    texts = system.ledger.texts(act.position for act in newest_sheet_acts(case))
    return {
        "papers": papers(situation, language, names),
        "marks": marks(situation, texts, language, names),
        "missing": missing(situation, language, names),
        "overlaps": [_overlap(other) for other in overlapping(case, world)],
    }


def _overlap(other: Case) -> Overlap:
    return Overlap(
        case=other.stream.removeprefix("case:"),
        programme=other.opened.programme,
        period=other.opened.period,
        stage=other.stage,
    )
