"""How far the cases of a round have come, of the units that may be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.questions.case_list import CasesAsked, StageCount, case_counts

if TYPE_CHECKING:
    from application.running.system import System


class RoundStanding(msgspec.Struct, frozen=True):
    """Cases by stage in the order of the programme, and how many are late today."""

    by_stage: list[StageCount]
    late: int

    @property
    def cases(self) -> int:
        """All of them."""
        return sum(each.cases for each in self.by_stage)


def round_standing(
    system: System, programme: str, period: str, within: frozenset[str]
) -> RoundStanding:
    """The cases of a round that are of some units."""
    every = CasesAsked(programmes=(programme,), periods=(period,), within=within)
    late = case_counts(system, msgspec.structs.replace(every, late=True))
    return RoundStanding(case_counts(system, every), sum(each.cases for each in late))
