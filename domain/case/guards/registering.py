"""A registration that was resolved at a meeting: one that is recorded, of the right kind, attended, and not too old."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from domain.events.base import Reliance
from domain.measures.ask import Ask
from domain.measures.attendance import attendance
from domain.refusal import Refusal, refusal
from domain.streams import unit_year_stream
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d
    from domain.measures.held import Meeting
    from domain.programme.taking_part import AtMeeting

USE = "registration_meeting"


def meeting_refusals(situation: Situation, payload: d.Registration) -> list[Refusal]:
    """Where the file ties a registration to a meeting it names one that the unit recorded; it is relied on."""
    asked = at_meeting(situation)
    if asked is None:
        return []
    if not payload.meeting.strip():
        return [refusal("registration_meeting_missing")]
    found = meetings_known(situation).get(payload.meeting)
    if found is None:
        unit, known = situation.candidate.unit, sorted(meetings_known(situation))
        named = {"meeting": payload.meeting, "unit": kinds.unit(unit), "known": known}
        return [refusal("registration_meeting_unknown", **named)]
    _rely_on(situation, found)
    return [*_kind(asked, found), *_day(situation, asked, found), *_quorum(situation, asked, found)]


def at_meeting(situation: Situation) -> AtMeeting | None:
    """What the programme asks of the meeting, None where it ties the subject's registration to none."""
    asked = situation.programme.registration
    if asked is None or (asked.subjects and situation.candidate.kind not in asked.subjects):
        return None
    return asked.meeting


def meetings_known(situation: Situation) -> dict[str, Meeting]:
    """The unit's meetings by id, of the year of the registration and of the one before."""
    unit, year = situation.candidate.unit, situation.on.year
    years = [situation.world.unit_year(unit, each) for each in (year - 1, year)]
    return {name: each for of in years if of for name, each in of.meetings.items()}


def _rely_on(situation: Situation, meeting: Meeting) -> None:
    stream = unit_year_stream(situation.candidate.unit, date.fromisoformat(meeting.on).year)
    version = situation.world.version(stream)
    value = meeting.event.meeting
    situation.relied_on.append(Reliance(stream=stream, version=version, use=USE, value=value))


def _kind(asked: AtMeeting, found: Meeting) -> list[Refusal]:
    if not asked.kinds or found.event.kind in asked.kinds:
        return []
    fitting = [kinds.of("choice", f"kind.{kind}") for kind in asked.kinds]
    said = {"meeting": found.event.meeting, "kind": kinds.of("choice", f"kind.{found.event.kind}")}
    return [refusal("registration_meeting_kind", kinds=fitting, **said)]


def _day(situation: Situation, asked: AtMeeting, found: Meeting) -> list[Refusal]:
    held, on = date.fromisoformat(found.on), situation.on
    said = {"meeting": found.event.meeting, "held": held, "on": on}
    if held > on:
        return [refusal("registration_meeting_later", **said)]
    if asked.days and held < on - timedelta(days=asked.days):
        return [refusal("registration_meeting_old", days=asked.days, **said)]
    return []


def _quorum(situation: Situation, asked: AtMeeting, found: Meeting) -> list[Refusal]:
    unit, held = situation.candidate.unit, date.fromisoformat(found.on)
    ask = Ask(unit=unit, period=str(held.year), closing_on=held, world=situation.world)
    came = attendance(ask, found)
    if not asked.quorum or came.count >= Fraction(asked.quorum) * came.of:
        return []
    said = {"meeting": found.event.meeting, "present": came.count, "due": came.of}
    return [refusal("registration_meeting_few", quorum=asked.quorum, **said)]
