"""What is said of a case and put right in it, beside the way to a decision."""

import pytest

from domain.events import case as c
from domain.events import details as d
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import a_case, refused, taken
from tests.domain.programme.trees import GONE, told
from tests.support.stage_world import PARENT, UNIT

OFFICE, OWN = f"{PARENT}/committee_office", f"{UNIT}/cell"
COMMENT = d.Comment(comment="đề nghị làm rõ")


@pytest.mark.parametrize("stage", ["in_progress", "appraised", "recognised", "revoked"])
def test_d58_the_superiors_bodies_comment_at_any_stage_and_move_nothing(stage):
    story = a_case(stage)
    event = taken(story, "comment", COMMENT, organ=OFFICE)

    assert (event.from_stage, event.to_stage) == (stage, stage)
    assert "organ_not_competent" in refused(story, "comment", COMMENT, organ=OWN)


@pytest.mark.parametrize("code", EDITIONS)
def test_d59_what_was_typed_wrongly_is_corrected_by_whoever_typed_it(code):
    edition = EDITIONS[code]
    kind = next(kind for kind, each in edition.programme.subjects.items() if each.of == "unit")
    story = a_case("recognised", kind, edition)
    act = story.world.case(story.stream).last(c.CommentGiven)
    wrong = d.Correction(of_position=act.position, field="effective_on", value="2024-11-30")

    event = taken(story, "correct", wrong, organ=OWN)

    assert event.details.of_position == act.position
    assert story.world.case(story.stream).last(c.CommentGiven).effective_on == "2024-12-01"
    other = {"organ": OFFICE}
    assert "organ_not_competent" in refused(story, "correct", wrong, **other)
    assert "reason_missing" in refused(story, "correct", wrong, organ=OWN, reason=" ")


def test_d60_a_programme_that_follows_no_guideline_is_assumed_as_a_whole():
    assert told() == []
    assert {"blocks.start.0", "criteria.cell.pass.mark"} <= {*told(("default", GONE))}
