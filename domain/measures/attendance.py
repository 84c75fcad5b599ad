"""Who came to the cell's meetings: rates, absences without reason, runs of excused ones."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.measures.held import Meeting, held_on, meetings, placed
from domain.measures.months import by_month
from domain.scoring.value import Ratio, Value, Values
from domain.unit_year.roll import due_on, unlisted_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.events.unit_year import MeetingRecorded
    from domain.measures.ask import Ask


def as_counted(ask: Ask, meeting: Meeting) -> MeetingRecorded:
    """The record, with whoever was due and stands on none of its lists as absent without reason."""
    event = meeting.event
    unlisted = unlisted_on(event, ask.unit, held_on(meeting), ask.world)
    return replace(event, unexcused=[*event.unexcused, *unlisted]) if unlisted else event


def attendance(ask: Ask, meeting: Meeting) -> Ratio:
    """Who came, of the members on the roll that day less the exempt ones (D-10).

    Where no roll is kept, of those whom the record names. In a member's case: of that member.
    """
    event = as_counted(ask, meeting)
    named = {*event.present, *event.excused, *event.unexcused}
    if ask.member:
        return Ratio(int(ask.member in event.present), int(ask.member in named))
    due = {*due_on(ask.unit, held_on(meeting), ask.world)} - {*event.exempt}
    return Ratio(len(event.present), len(due | named))


def attendance_by_month(ask: Ask) -> Values | None:
    """The lowest attendance at a regular meeting of each month."""
    return by_month(ask, placed(ask, "REGULAR"), lambda found: _lowest(ask, found))


def lowest_attendance(ask: Ask) -> Value | None:
    """The lowest attendance at any regular meeting of the period."""
    return _lowest(ask, meetings(ask, "REGULAR"))


def _lowest(ask: Ask, found: list[Meeting]) -> Ratio | None:
    rates = [attendance(ask, meeting) for meeting in found]
    counted = [rate for rate in rates if rate.of]
    return min(counted, key=lambda rate: Fraction(rate.count, rate.of), default=None)


def unexcused_absences(ask: Ask) -> Value | None:
    """How often members were absent without reason, over all meetings; None without a meeting."""
    held = meetings(ask)
    absent = [member for meeting in held for member in as_counted(ask, meeting).unexcused]
    return Fraction(sum(ask.member in {"", member} for member in absent)) if held else None


def longest_excused_run(ask: Ask) -> Value | None:
    """The longest run of excused absences of a member, meeting after meeting (D-13)."""
    held = meetings(ask)
    return longest_run((as_counted(ask, each) for each in held), ask.member) if held else None


def longest_run(events: Iterable[MeetingRecorded], member: str = "") -> Fraction:
    """Answer the longest run in meetings given by date; one that was not due for the member breaks none."""
    runs: dict[str, int] = {}
    longest = 0
    for event in events:
        for came in (*event.present, *event.unexcused):
            runs[came] = 0
        for excused in event.excused:
            runs[excused] = runs.get(excused, 0) + 1
            longest = max(longest, runs[excused]) if member in {"", excused} else longest
    return Fraction(longest)
