"""By whose frame meetings are rated: the instrument that a programme names, and the one that a table stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.events.unit_year import MeetingRated
    from domain.programme.criteria import CriteriaSet
    from domain.programme.model import Programme
    from domain.programme.taking_part import Source


def frame_asked(programme: Programme) -> Source | None:
    """The instrument by whose frame a programme has meetings rated; None where any frame will do."""
    asked = programme.meetings.frame if programme.meetings else None
    return programme.sources.get(asked.source) if asked else None


def frame_of_table(programme: Programme, criteria: CriteriaSet) -> str:
    """The number of the instrument in which a table of criteria stands; empty where its file does not say."""
    source = programme.sources.get(criteria.source)
    return source.number if source else ""


def is_rated_by(rated: MeetingRated, asked: Source | None) -> bool:
    """Whether a rating counts: by the frame that is asked for, or by another with the reason why."""
    if asked is None or rated.departure.strip():
        return True
    return same_number(rated.frame, asked.number)


def same_number(one: str, other: str) -> bool:
    """Whether two numbers of instruments are the same, however they are spaced and written."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
