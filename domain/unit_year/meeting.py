"""What is measured of a single meeting, for the instrument that rates it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.measures.ask import Ask
from domain.measures.attendance import attendance, longest_run
from domain.measures.held import Meeting, held_on
from domain.scoring.facts import Facts, Measured
from domain.scoring.value import Ratio, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.programme.procedure import Measure
    from domain.unit_year.state import UnitYear
    from domain.world import World


def facts_of_meeting(
    state: UnitYear, meeting: Meeting, measures: Mapping[str, Measure], world: World
) -> Facts:
    """Answer what the instrument's measures say of one meeting, by the instrument's own names."""
    known = _measured(state, meeting, world)
    names = {name: name for name in known}
    names.update((name, measure.computed) for name, measure in measures.items())
    return Facts({name: Measured(value=known[of]) for name, of in names.items() if of in known})


def _measured(state: UnitYear, meeting: Meeting, world: World) -> dict[str, Value]:
    event, on = meeting.event, held_on(meeting)
    ask = Ask(unit=state.unit, period=str(state.year), closing_on=on, world=world)
    earlier = (each.event for each in state.meetings_in_order() if each.on <= meeting.on)
    known: dict[str, Value] = {
        "meeting_minutes": Fraction(event.minutes),
        "unexcused_absences": Fraction(len(event.unexcused)),
        "longest_excused_run": longest_run(earlier),
    }
    rate = attendance(ask, meeting)
    if rate.of:
        known["attendance_rate"] = rate
        known["speaking_rate"] = Ratio(event.speakers, max(len(event.present), 1))
    return known
