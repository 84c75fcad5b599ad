"""Breaks the link with the annual classification: it comes too early, without a recognition, or is replaced by one."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.decide import decide as decide_case
from domain.case.dependents import dependents
from domain.events import case as c
from domain.events import details as d
from domain.programme.oversight import ClassificationLink
from domain.refusal import RefusedError
from domain.streams import unit_year_stream
from domain.unit_year.decide import decide
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at
from tests.support.stage_world import DOCUMENT, PARENT, UNIT, Story, holder

OPENS, REFUSES = "opens a duty", "refuses"
NUMBER = "01-QĐ/TEST"


def effects(edition, home):
    """What breaking the link, or one thing that a recognition counts for, comes to."""
    if isinstance(home.piece, ClassificationLink):
        broken = _is_claimed_alone if home.piece.joint else _is_no_recognition
        return {REFUSES} if broken(edition, home.piece) else set()
    found = {OPENS} if _is_looked_at_when_revoked(edition) else set()
    if home.piece.level and _comes_after_recognition(edition, home.piece.level):
        found.add(REFUSES)
    return found


def _is_claimed_alone(edition, _link):
    """The title is claimed without the level that is claimed in the annual classification."""
    claims = (each.values for each in TRANSITIONS if each.values[3].verb == "claim-level")
    _, kind, stage, step = next(values for values in claims if values[0] is edition)
    story = story_at(edition, kind, stage, step)
    command = command_of(story, step)
    assert decide_case(story.world.case(story.stream), command, story.world).events
    alone = replace(command, payload=replace(command.payload, classification=None))
    with pytest.raises(RefusedError) as refused:
        decide_case(story.world.case(story.stream), alone, story.world)
    return {reason.code for reason in refused.value.refusals} == {"annual_level_missing"}


def _is_no_recognition(edition, link):
    """The decision on the model is named as the instrument of the annual classification."""
    if link.replaces:
        return False
    story = _story(edition, "recognised")
    return "classification_by_recognition" in _refused(story, instrument=NUMBER)


def _is_looked_at_when_revoked(edition):
    """The classification of a unit that was recognised is among what is looked at again after a revocation."""
    story = _story(edition, "recognised")
    classified = _classified(story, level="WELL")
    story.world.give(unit_year_stream(UNIT, 2024), *classified.events, organ=_organ())
    touched = {(each.use, each.organ) for each in dependents(story.stream, story.world)}
    return ("classification", _organ()) in touched


def _comes_after_recognition(edition, level):
    """A level that asks for a recognition: before the decision, and after one against the unit without a reason."""
    early, lost = _story(edition, ""), _story(edition, "not_recognised")
    assert _classified(lost, level=level, departure="vì").events
    assert _classified(lost, level="COMPLETED").events
    return _refused(early, level=level) == {"classification_before_decision"} and _refused(
        lost, level=level
    ) == {"classification_without_recognition"}


def _story(edition, stage):
    """A case of the programme's first kind of unit: only open, recognised, or not recognised."""
    kinds = edition.programme.subjects.items()
    story = Story(edition, next(kind for kind, each in kinds if each.of == "unit"))
    if stage == "":
        story.open()
        story.act(c.PlanFiled, d.Plan(document=DOCUMENT), to="planned")
        return story
    story.at(stage)
    if stage == "not_recognised":
        story.act(c.DecisionIssued, d.Decision(level="FAIL", number=NUMBER), to=stage)
    return story


def _organ():
    return f"{PARENT}/party_committee"


def _classified(story, **given):
    data = {
        "subject": f"unit:{UNIT}", "level": "WELL", "final": True, "instrument": "9-QĐ", **given,
    }  # fmt: skip
    organ, stream = _organ(), unit_year_stream(UNIT, 2024)
    command = story.world.command(
        "import-classification", stream, data, organ=organ, by=holder(organ), on=date(2024, 12, 20)
    )
    return decide(story.world.unit_year(UNIT, 2024), command, story.world)


def _refused(story, **given):
    with pytest.raises(RefusedError) as refused:
        _classified(story, **given)
    return {reason.code for reason in refused.value.refusals}
