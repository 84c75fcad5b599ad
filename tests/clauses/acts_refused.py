"""Breaks what a programme says of acts: out of turn, another organ, a unit of another kind, a paper too few."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from domain.case.decide import decide
from domain.events import person as p
from domain.events import unit as u
from domain.refusal import RefusedError
from domain.streams import person_stream, unit_stream
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at
from tests.support.stage_world import LONG_AGO, UNIT, holder
from workflow.definition import Step

REFUSES = "refuses"
ELSEWHERE = "noi-khac"


def effects(edition, home):
    """Whether breaking a home of these rooms is refused."""
    breaking = _ROOMS.get(home.room)
    return {REFUSES} if breaking and breaking(edition, home) else set()


def _steps(edition, wanted):
    for transition in TRANSITIONS:
        of, kind, stage, step = transition.values
        if of is edition and wanted(kind, step):
            yield kind, stage, step


def _out_of_turn(edition, home):
    """A step is taken at each stage where it has no place, by whoever takes it at its own.

    One that has its place everywhere cannot be broken so: that anybody else is refused is no content of it.
    """
    if not isinstance(home.piece, Step):
        return False
    taken = _steps(
        edition, lambda _, step: (step.step, step.by) == (home.piece.step, home.piece.by)
    )
    kind, stage, step = next(taken)
    command = command_of(story_at(edition, kind, stage, step), step)
    table = edition.tables[edition.programme.subjects[kind].workflow]
    elsewhere = (
        [other for other in table.stages if table.find(other, step.verb, step.outcome) is None]
        if step.sources != ("*",)
        else []
    )
    stories = (story_at(edition, kind, other, step) for other in elsewhere)
    codes = [_refused(story, command) for story in stories]
    return bool(codes) and all("not_at_this_stage" in each for each in codes)


def _by_the_same_organ_elsewhere(edition, home):
    """A step of a role is taken by the organ of that name of a unit that has nothing to do with the case."""
    name, subjects = home.path[1], getattr(home.piece, "subjects", [])
    taken = _steps(
        edition, lambda kind, step: name in step.by and (not subjects or kind in subjects)
    )
    found = next(taken, None)
    if found is None:
        return False
    kind, stage, step = found
    story = story_at(edition, kind, stage, step)
    command = command_of(story, step)
    organ = f"{ELSEWHERE}/{command.organ.rpartition('/')[2]}"
    _unit_elsewhere(story.world, organ)
    codes = _refused(
        story, replace(command, organ=organ, actor=holder(organ), signed_by=holder(organ))
    )
    return "organ_not_competent" in codes


def _unit_elsewhere(world, organ):
    name = organ.rpartition("/")[2]
    registered = u.UnitRegistered(code=ELSEWHERE, name="n", kind="KHAC", parent="", organs=[name])
    world.give(unit_stream(ELSEWHERE), registered, on=LONG_AGO)
    stream = person_stream(holder(organ))
    world.give(stream, p.PersonRegistered(person=holder(organ), name="n"), on=LONG_AGO)
    world.give(stream, p.MandateGiven(mandate="m", organ=organ), on=LONG_AGO)


def _of_another_kind(edition, home):
    """A case is opened for a unit of a kind that the programme does not name."""
    name = home.path[1]
    wanted = name if home.room == "subjects" else None
    taken = _steps(
        edition,
        lambda kind, _step: (
            kind == wanted or (not wanted and edition.programme.subjects[kind].title == name)
        ),
    )
    taken = (each for each in taken if each[1] == "new")
    kind, stage, step = next(taken)
    story = story_at(edition, kind, stage, step)
    command = command_of(story, step)
    story.world.give(unit_stream(UNIT), u.UnitKindChanged(kind="KHAC"), on="2024-01-01")
    return "subject_not_in_programme" in _refused(story, command)


def _without_the_paper(edition, home):
    """A dossier goes on without one of its papers."""
    taken = _steps(
        edition,
        lambda kind, step: (
            "dossier_complete" in step.guards
            and (not home.piece.subjects or kind in home.piece.subjects)
        ),
    )
    kind, stage, step = next(taken)
    short = [each for each in edition.programme.dossier if each is not home.piece]
    story = story_at(edition, kind, stage, step, dossier=short)
    return "document_missing" in _refused(story, command_of(story, step))


def _through_another(edition, _home):
    """A dossier is handed in through an organ of that name somewhere else."""
    kind, stage, step = next(_steps(edition, lambda _, step: step.verb == "submit-dossier"))
    story = story_at(edition, kind, stage, step)
    command = command_of(story, step)
    organ = f"{ELSEWHERE}/committee_office"
    typed = replace(command.payload, channel=organ)
    return "dossier_channel" in _refused(story, replace(command, payload=typed))


_ROOMS = {
    "handing_in": _through_another,
    "workflows": _out_of_turn,
    "blocks": _out_of_turn,
    "roles": _by_the_same_organ_elsewhere,
    "subjects": _of_another_kind,
    "titles": _of_another_kind,
    "dossier": _without_the_paper,
}


def _refused(story, command):
    with pytest.raises(RefusedError) as refused:
        decide(story.world.case(story.stream), command, story.world)
    return {reason.code for reason in refused.value.refusals}
