"""Every transition of every programme, generated from its definition: taken, and refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from domain.case.decide import decide, organs_for_command
from domain.catalogue import VERBS
from domain.commands import Command
from domain.refusal import RefusedError
from tests.support.payloads import payload_for
from tests.support.stage_world import (
    STRANGER,
    TODAY,
    Story,
    holder,
    period_of,
    subject_of,
)
from tests.support.world import PROGRAMMES, edition_at

FILES = [*sorted(PROGRAMMES.glob("*.yaml")), PROGRAMMES.parent / "tests/programmes/sixth.yaml"]


NOT_IN_2024 = {
    ("power-tkv", "base_committee", "decide-reward"),
    ("power-tkv", "base_committee", "issue-certificate"),
}
"""What the Group gives to committees falls in other years (tests/domain/case/test_reward_terms.py)."""


def every_transition():
    for path in FILES:
        edition = edition_at(path)
        for kind, subject in getattr(edition.programme, "subjects", {}).items():
            table = edition.tables[subject.workflow]
            for stage in table.stages:
                for step in table.steps_from(stage):
                    if (path.stem, kind, step.step) in NOT_IN_2024:
                        continue
                    yield pytest.param(
                        edition, kind, stage, step, id=f"{path.stem}-{kind}-{stage}-{step.step}"
                    )


TRANSITIONS = list(every_transition())


def story_at(edition, kind, stage, step, **typed):
    """A case at a stage; `typed` are parts of the programme as those who typed took them to be."""
    story = Story(edition, kind, pilot="not_pilot_round" not in step.guards)
    story.programme = replace(story.programme, **typed)
    if stage != "new":
        organ = _decider(story)
        story.at(stage, organ)
        story.before(step.verb)
    return story


def _decider(story):
    """The organ that may decide, so that the issuer of the decision is a real one."""
    role = story.programme.roles["decider"]
    from domain.authority.resolve import resolve  # noqa: PLC0415 -- beside its only use
    from tests.support.stage_world import MEMBER, UNIT  # noqa: PLC0415 -- as above

    member = MEMBER if story.subject.of == "member" else ""
    return resolve(role, story.kind, UNIT, member, TODAY, story.world)[0]


def command_of(story, step, **given):
    command = Command(
        verb=step.verb,
        stream=story.stream,
        actor="",
        signed_by="",
        organ="",
        effective_on=TODAY,
        reason="lý do",
        command_id="c",
        recorded_at=datetime(2024, 12, 20, tzinfo=UTC),
        payload=payload_for(story, step),
        programme=story.programme.code,
        subject=subject_of(story.programme, story.kind),
        period=period_of(story.programme),
    )
    organs = organs_for_command(story.world.case(story.stream), command, story.world)
    assert organs, f"nobody may {step.step}"
    organ = organs[-1] if step.verb == "give-opinion" else organs[0]
    person = given.pop("person", holder(organ))
    return replace(command, organ=organ, actor=person, signed_by=person, **given)


@pytest.mark.parametrize(("edition", "kind", "stage", "step"), TRANSITIONS)
def test_a_competent_person_takes_the_step(edition, kind, stage, step):
    story = story_at(edition, kind, stage, step)

    decided = decide(story.world.case(story.stream), command_of(story, step), story.world)

    event = decided.events[-1]
    assert (event.TOPIC, event.step, event.from_stage, event.to_stage) == (
        VERBS[step.verb].event.TOPIC, step.step, stage, step.to or stage,
    )  # fmt: skip


@pytest.mark.parametrize(("edition", "kind", "stage", "step"), TRANSITIONS)
def test_a_stranger_is_refused_the_step(edition, kind, stage, step):
    story = story_at(edition, kind, stage, step)

    with pytest.raises(RefusedError) as refused:
        decide(
            story.world.case(story.stream), command_of(story, step, person=STRANGER), story.world
        )

    assert "no_mandate" in {reason.code for reason in refused.value.refusals}
