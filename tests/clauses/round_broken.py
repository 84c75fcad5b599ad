"""Breaks what a programme says of a registration, of a commendation, and of how a case may end."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from domain.case.decide import decide
from domain.events import person as p
from domain.refusal import RefusedError
from domain.round.decide import decide as decide_round
from domain.streams import person_stream, round_stream
from tests.clauses.organisation import organisation
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at

REFUSES = "refuses"
NO_LEVEL = "MIDDLING"


def effects(edition, home):
    """Whether breaking what stands in this room is refused."""
    return {REFUSES} if _ROOMS[home.room](edition, home) else set()


def _without_form_or_contact(edition, home):
    """A unit registers without the form, and without the contact, that the programme names."""
    asked = home.piece
    kind, stage, step = next(_steps(edition, lambda step: step.verb == "register"))
    story = story_at(edition, kind, stage, step)
    command = command_of(story, step)
    short = replace(command.payload, document=None, contact=" ")
    codes = _refused(story, replace(command, payload=short))
    wanted = {"registration_form_missing"} if asked.form else set()
    wanted |= {"registration_contact_missing"} if asked.contact else set()
    return wanted and wanted <= codes


def _neither_one_nor_the_other(edition, home):
    """A case that may end at this stage is decided at a level of which the programme knows nothing."""
    name = home.path[1]
    ending = _steps(edition, lambda step: step.to == name and step.outcome != "")
    found = next(ending, None)
    if found is None:
        return False
    kind, stage, step = found
    story = story_at(edition, kind, stage, step)
    command = command_of(story, step)
    other = replace(command, payload=replace(command.payload, level=NO_LEVEL))
    return "not_at_this_stage" in _refused(story, other)


def _commended_for_nothing(edition, home):
    """A person who leads no unit, of a unit that is not recognised, before any review, by half of the votes."""
    world, unit = organisation(edition, "2024"), edition.programme.body.unit
    world.give(person_stream("ai"), p.PersonRegistered(person="ai", name="n"))
    stream = round_stream(edition.programme.code, "2024")
    data = {"commendation": home.path[1], "person": "ai", "unit": unit,
            "votes_for": 1, "votes_cast": 2}  # fmt: skip
    command = world.command("commend", stream, data, organ=f"{unit}/registrar")
    with pytest.raises(RefusedError) as refused:
        decide_round(world.round(edition.programme.code, "2024"), command, world)
    return _against(home.above(2)) <= {reason.code for reason in refused.value.refusals}


def _against(commendation):
    """What a commendation that asks for all of this is refused for, and that another organ gives it."""
    return {"no_mandate", *(code for asked, code in (
        (commendation.leader, "commended_leads_not"),
        (commendation.recognised, "commended_unit_not_recognised"),
        (commendation.on == "review", "commended_before_review"),
        (commendation.selection_vote, "selection_lost"),
        (commendation.cadence, "commended_not_this_year"),
    ) if asked)}  # fmt: skip


def _tailored_away(edition, home):
    """An organ that is above no such unit puts a criterion of its own in the place of the guideline's."""
    name = home.piece.sets[0]
    group = edition.programme.criteria[name].groups[0]
    world, unit = organisation(edition, "2024"), edition.programme.body.unit
    stream = round_stream(edition.programme.code, "2024")
    added = [{"id": group.nodes[0].id, "group": group.id, "vi": "v"}]
    data = {"criteria": name, "added": added}
    command = world.command("set-local-criteria", stream, data, organ=f"{unit}/cell")
    with pytest.raises(RefusedError) as refused:
        decide_round(world.round(edition.programme.code, "2024"), command, world)
    codes = {reason.code for reason in refused.value.refusals}
    return {"organ_not_competent", "local_criterion_twice"} <= codes


def _steps(edition, wanted):
    for transition in TRANSITIONS:
        of, kind, stage, step = transition.values
        if of is edition and wanted(step):
            yield kind, stage, step


def _refused(story, command):
    with pytest.raises(RefusedError) as refused:
        decide(story.world.case(story.stream), command, story.world)
    return {reason.code for reason in refused.value.refusals}


_ROOMS = {
    "registration": _without_form_or_contact,
    "stages": _neither_one_nor_the_other,
    "commendations": _commended_for_nothing,
    "local_criteria": _tailored_away,
}
