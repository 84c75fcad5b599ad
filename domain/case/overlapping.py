"""The same subject under two programmes in one year: allowed, and shown (D-49)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.periods import year_of
from domain.streams import subject_tag

if TYPE_CHECKING:
    from domain.case.state import Case
    from domain.world import World


def overlapping(case: Case, world: World) -> list[Case]:
    """The cases of the subject under other programmes in the year of a case, in order of programme and period."""
    others = map(world.case, world.tagged(subject_tag(case.opened.subject)))
    return sorted(
        (other for other in others if other is not None and _overlaps(case, other)),
        key=lambda other: (other.opened.programme, other.opened.period),
    )


def _overlaps(case: Case, other: Case) -> bool:
    another = other.opened.programme != case.opened.programme
    return another and year_of(other.opened.period) == year_of(case.opened.period)
