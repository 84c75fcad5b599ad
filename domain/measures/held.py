"""The cell meetings that a measure looks at."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from domain.events.unit_year import MeetingRecorded
from domain.measures.months import months
from domain.unit_year.state import Fact

if TYPE_CHECKING:
    from domain.measures.ask import Ask

Meeting: TypeAlias = Fact[MeetingRecorded]


def meetings(ask: Ask, kind: str = "") -> list[Meeting]:
    """The meetings of a kind (of every kind where none is named) in the period, by date."""
    held = ask.own_year().meetings_in_order(kind)
    return [each for each in held if month_of(each) in months(ask)]


def placed(ask: Ask, kind: str) -> list[tuple[int, Meeting]]:
    """The meetings of a kind, each with its month."""
    return [(month_of(each), each) for each in meetings(ask, kind)]


def month_of(meeting: Meeting) -> int:
    return held_on(meeting).month


def held_on(meeting: Meeting) -> date:
    return date.fromisoformat(meeting.on)


def count(found: list[Meeting]) -> Fraction:
    """How many there are."""
    return Fraction(len(found))
