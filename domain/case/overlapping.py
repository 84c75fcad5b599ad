"""The same subject under two programmes in one year: allowed, and shown (D-49).

A case that followed its unit to a successor overlaps with those of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.periods import year_of
from domain.streams import subject_tag, unit_case_tag

if TYPE_CHECKING:
    from domain.case.state import Case
    from domain.world import World


def overlapping(case: Case, world: World) -> list[Case]:
    """The cases of the subject under other programmes in the year of a case, in order of programme and period."""
    tags = [tag for subject in sorted(_subjects(case)) for tag in _tags(subject)]
    streams = dict.fromkeys(stream for tag in tags for stream in world.tagged(tag))
    return sorted(
        (
            other
            for other in map(world.case, streams)
            if other is not None and _overlaps(case, other)
        ),
        key=lambda other: (other.opened.programme, other.opened.period),
    )


def _tags(subject: str) -> tuple[str, ...]:
    """Where cases that were opened for a subject are found, and those that came to it."""
    kind, _, code = subject.partition(":")
    own = subject_tag(subject)
    return (own, unit_case_tag(code)) if kind == "unit" else (own,)


def _subjects(case: Case) -> set[str]:
    return {case.opened.subject, case.subject}


def _overlaps(case: Case, other: Case) -> bool:
    another = other.opened.programme != case.opened.programme
    same_year = year_of(other.opened.period) == year_of(case.opened.period)
    return another and same_year and bool(_subjects(case) & _subjects(other))
