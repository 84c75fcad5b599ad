"""Breaks what a programme says of meetings beside its criteria: one is rated by another frame than the guideline's."""

from __future__ import annotations

import pytest

from domain.events import unit_year as y
from domain.programme.procedure import Frame
from domain.refusal import RefusedError
from domain.streams import unit_year_stream
from domain.unit_year.decide import decide
from tests.support.stage_world import TODAY, UNIT, Story, holder

REFUSES = "refuses"
ORGAN = f"{UNIT}/cell"


def effects(edition, home):
    """Whether a rating by any other frame is refused where one is named."""
    return (
        {REFUSES} if isinstance(home.piece, Frame) and _by_another(edition, home.piece) else set()
    )


def _by_another(edition, frame):
    story = Story(edition, "subordinate_cell")
    story.open()
    stream = unit_year_stream(UNIT, 2024)
    held = y.MeetingRecorded(meeting="sh-1", minutes=90, present=[])
    story.world.give(stream, held, on="2024-06-05")
    own = edition.programme.sources[frame.source].number
    assert _rated(story, stream, own).events
    with pytest.raises(RefusedError) as refused:
        _rated(story, stream, f"{own}-khac")
    return {reason.code for reason in refused.value.refusals} == {"rating_by_another_frame"}


def _rated(story, stream, frame):
    data = {"meeting": "sh-1", "criteria": "khung", "rating": "GOOD", "frame": frame}
    command = story.world.command(
        "rate-meeting", stream, data, organ=ORGAN, by=holder(ORGAN), on=TODAY
    )
    return decide(story.world.unit_year(UNIT, 2024), command, story.world)
