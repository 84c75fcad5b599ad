"""What is wrong with the record of a meeting or a session."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from domain.unit_year.dates import place_of
from domain.unit_year.roll import roll_on, unlisted_on
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.events.unit_year import MeetingRecorded, SessionHeld
    from domain.unit_year.state import UnitYear
    from domain.world import World


def meeting_refusals(state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """List what is wrong with a meeting: its id, its length, who was there."""
    meeting: MeetingRecorded = command.payload
    return [
        *_identity(state, meeting),
        *_length(meeting),
        *_counted_twice(meeting),
        *_not_on_roll(meeting, command, world),
    ]


def told_of_meeting(command: Command, world: World) -> list[Refusal]:
    """Tell whoever recorded a meeting of those who were due and stand on none of its lists."""
    meeting: MeetingRecorded = command.payload
    unit, on = place_of(command.stream).unit, command.effective_on
    unlisted = unlisted_on(meeting, unit, on, world)
    persons = kinds.many("person", unlisted)
    return [refusal("members_unlisted", persons=persons, on=on)] if unlisted else []


def session_refusals(state: UnitYear | None, command: Command, _world: World) -> list[Refusal]:
    """Refuse a second session of a kind on a day."""
    session: SessionHeld = command.payload
    on = command.effective_on
    earlier = state.sessions if state else []
    if any(each.event.kind == session.kind and each.on == on.isoformat() for each in earlier):
        return [refusal("session_twice", kind=kinds.of("session", session.kind), on=on)]
    return []


def _identity(state: UnitYear | None, meeting: MeetingRecorded) -> list[Refusal]:
    known = state is not None and meeting.meeting in state.meetings
    if not meeting.meeting.strip():
        return [refusal("meeting_nameless")]
    if known and not meeting.corrects:
        return [refusal("meeting_twice", meeting=meeting.meeting)]
    if meeting.corrects and not known:
        return [refusal("meeting_unknown", meeting=meeting.meeting)]
    return []


def _length(meeting: MeetingRecorded) -> list[Refusal]:
    reasons = []
    if not 0 <= meeting.minutes <= 24 * 60:
        reasons.append(refusal("meeting_minutes", minutes=meeting.minutes))
    if not 0 <= meeting.speakers <= len(meeting.present):
        values = {"speakers": meeting.speakers, "present": len(meeting.present)}
        reasons.append(refusal("meeting_speakers", **values))
    return reasons


def _counted_twice(meeting: MeetingRecorded) -> list[Refusal]:
    lists = (meeting.present, meeting.excused, meeting.unexcused, meeting.exempt)
    counted = Counter(member for listed in lists for member in listed)
    return [
        refusal("attendance_twice", member=kinds.person(member))
        for member, times in counted.items()
        if times > 1
    ]


def _not_on_roll(meeting: MeetingRecorded, command: Command, world: World) -> list[Refusal]:
    """Refuse members of another unit, where the unit's roll is kept in the log."""
    unit = place_of(command.stream).unit
    roll = roll_on(unit, command.effective_on, world)
    lists = (meeting.present, meeting.excused, meeting.unexcused, meeting.exempt)
    listed = dict.fromkeys(member for each in lists for member in each)
    strangers = [member for member in listed if member not in roll] if roll else []
    return [
        refusal(
            "not_on_roll",
            person=kinds.person(member),
            unit=kinds.unit(unit),
        )
        for member in strangers
    ]
