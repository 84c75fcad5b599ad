"""Rating a meeting: the sheet is scored by the instrument, and the rating must agree with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from domain.events.base import Outcome, Sheet
from domain.events.unit_year import MeetingRated, MeetingRecorded
from domain.programme.criteria import CriteriaSet
from domain.refusal import Refusal, refusal
from domain.refusal_basis import rested
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score, validate
from domain.unit_year.frames import frame_refusals, with_frame
from domain.unit_year.meeting import facts_of_meeting
from domain.unit_year.state import Fact, UnitYear
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.world import World


class Scoring(NamedTuple):
    """A meeting's sheet with the instrument and the facts it is scored by."""

    criteria: CriteriaSet
    profile: Profile
    sheet: Sheet
    facts: Facts

    def outcome(self) -> Outcome:
        return score(*self).outcome


def rating_refusals(state: UnitYear | None, command: Command, world: World) -> list[Refusal]:
    """List what is wrong with a rating and its sheet."""
    rated: MeetingRated = command.payload
    meeting = state.meetings.get(rated.meeting) if state else None
    if meeting is None:
        return [refusal("meeting_unknown", meeting=rated.meeting)]
    reasons = []
    if command.effective_on.isoformat() < meeting.on:
        reasons.append(
            refusal("rating_before_meeting", on=command.effective_on, held_on=kinds.day(meeting.on))
        )
    reasons.extend(frame_refusals(meeting, command, world))
    if rated.sheet is None:
        return reasons
    scoring = scoring_of(state, rated, world)
    if scoring is None:
        values = {"programme": kinds.programme(rated.programme), "criteria": rated.criteria}
        return [*reasons, refusal("instrument_unknown", **values)]
    edition = world.edition(rated.programme)
    wrong = _sheet_refusals(rated, scoring)
    return [*reasons, *rested(wrong, edition, rated, rated.criteria)]


def rated_with_outcome(state: UnitYear | None, rated: MeetingRated, world: World) -> MeetingRated:
    """Fill in what the sheet came to, and by which frame; without a sheet there is no outcome."""
    scoring = scoring_of(state, rated, world)
    return replace(with_frame(rated, world), outcome=scoring.outcome() if scoring else None)


def scoring_of(state: UnitYear | None, rated: MeetingRated, world: World) -> Scoring | None:
    """Find the instrument and the facts for a sheet; None where one of them is missing."""
    edition = world.edition(rated.programme) if rated.programme else None
    criteria = edition.programme.criteria.get(rated.criteria) if edition else None
    meeting = state.meetings.get(rated.meeting) if state else None
    if edition is None or criteria is None or meeting is None or state is None:
        return None
    if rated.sheet is None:
        return None
    facts = facts_of_meeting(state, meeting, edition.programme.measures, world)
    return Scoring(criteria, meeting_profile(state, meeting, world), rated.sheet, facts)


def meeting_profile(state: UnitYear, meeting: Fact[MeetingRecorded], world: World) -> Profile:
    """Answer what the instrument may ask about the cell in the month of a meeting.

    `thematic_meeting` is among `has` when a thematic meeting was held in that month.
    """
    on = date.fromisoformat(meeting.on)
    unit = world.unit(state.unit)
    has = {*unit.attributes_on(on), *unit.organs_on(on)} if unit else set()
    if any(each.on[:7] == meeting.on[:7] for each in state.meetings_in_order("THEMATIC")):
        has.add("thematic_meeting")
    return Profile(
        subject_kind=unit.kind_on(on) if unit else "",
        org_type=unit.org_type_on(on) if unit else "",
        has=frozenset(has),
        month=on.month,
    )


def _sheet_refusals(rated: MeetingRated, scoring: Scoring) -> list[Refusal]:
    reasons = validate(*scoring, complete=True)
    level = scoring.outcome().level
    if not reasons and level != rated.rating:
        reasons.append(
            refusal("rating_disagrees", rating=kinds.level(rated.rating), level=kinds.level(level))
        )
    return reasons
