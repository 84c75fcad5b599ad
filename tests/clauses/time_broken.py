"""Breaks what a programme says of time: a step a day after its deadline, a round outside its span or rhythm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from domain.case.decide import decide
from domain.refusal import RefusedError
from domain.round.decide import decide as decide_round
from domain.streams import round_stream
from tests.clauses.organisation import organisation
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at
from workflow.deadline import due_on

MARKS_LATE, REFUSES = "marks late", "refuses"
EARLY = "2024-01-05"
YEAR = 2024


def effects(edition, home):
    """What breaking a deadline, the span or the rhythm of a programme comes to."""
    return _ROOMS[home.room](edition, home)


def _deadline(edition, home):
    """Taken on its last day a step is in time, the day after it is done all the same and marked late."""
    name, steps = home.path[1], []
    for transition in TRANSITIONS:
        of, kind, stage, step = transition.values
        if of is edition and step.deadline == name:
            steps.append((kind, stage, step))
    if not steps:
        return set()
    last = due_on(home.piece, YEAR, {})
    marked = [
        [_taken(edition, *each, last + timedelta(days=later)).late for later in (0, 1)]
        for each in steps
    ]
    return {MARKS_LATE} if all(late == [False, True] for late in marked) else set()


def _taken(edition, kind, stage, step, on):
    """The event of a step that is taken on a day; what came before it is put early in the year."""
    story = story_at(edition, kind, stage, step)
    story.world.rows = {
        stream: [(event, _early(stamp)) for event, stamp in rows]
        for stream, rows in story.world.rows.items()
    }
    story.world.today = max(story.world.today, on)
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    command = replace(command_of(story, step), effective_on=on, recorded_at=noon)
    if hasattr(command.payload, "conference_on"):
        command = replace(command, payload=replace(command.payload, conference_on=on))
    return decide(story.world.case(story.stream), command, story.world).events[-1]


def _early(stamp):
    return stamp._replace(effective_on=min(stamp.effective_on, EARLY))


def _span(edition, home):
    """A round is opened for the year before the first, and for the one after the last."""
    years = [home.piece.valid_from.year - 1]
    if home.piece.valid_until:
        years.append(home.piece.valid_until.year + 1)
    codes = [_opening(edition, str(year)) for year in years]
    return {REFUSES} if all("period_outside" in each for each in codes) else set()


def _cadence(edition, _home):
    """A round is opened for a quarter, where there is one a year."""
    assert "period_cadence" not in _opening(edition, str(YEAR))
    return {REFUSES} if "period_cadence" in _opening(edition, f"{YEAR}-Q1") else set()


def _opening(edition, period):
    code = edition.programme.code
    world = organisation(edition, str(YEAR))
    data = {"programme": code, "period": period, "closing_on": f"{YEAR}-12-31"}
    command = world.command("open-round", round_stream(code, period), data, organ="x/registrar")
    with pytest.raises(RefusedError) as refused:
        decide_round(None, command, world)
    return {reason.code for reason in refused.value.refusals}


_ROOMS = {"deadlines": _deadline, "span": _span, "cadence": _cadence}
