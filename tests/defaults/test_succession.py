"""Units and bodies that end within a period: who goes on with the case, who answers for the decision."""

from datetime import date

import pytest

from domain.authority.resolve import resolve
from domain.case.succession import successions_after
from domain.events import case as c
from domain.events import details as d
from domain.events import unit as u
from domain.streams import unit_stream
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import ask, refused, taken
from tests.domain.case.test_bound import DECIDERS
from tests.support.best_sheet import EVIDENCE
from tests.support.stage_world import (
    FINDING,
    GRANDPARENT,
    LONG_AGO,
    PARENT,
    TODAY,
    UNIT,
    Story,
    holder,
    person_of,
)

HEIR = "ke-thua"
UNITS = [
    (code, kind)
    for code, edition in EDITIONS.items()
    for kind, subject in edition.programme.subjects.items()
    if subject.of != "member"
]
ENDED = {
    "recognised",
    "not_recognised",
    "revoked",
    "withdrawn",
    "cancelled",
    "registration_declined",
}
REVOCATION = d.Revocation(number="9-QĐ", ground="criteria_not_met", effect="from_now")


def with_heir(story):
    """A unit beside the story's own, of the same kind and with the same organs, each held by a person."""
    own = story.world.unit(UNIT)
    registered = u.UnitRegistered(
        code=HEIR, name=HEIR, kind=own.kind_on(TODAY), parent=PARENT, organs=sorted(own.organs)
    )
    story.world.give(unit_stream(HEIR), registered, on=LONG_AGO)
    for organ in own.organs:
        person_of(story.world, f"{HEIR}-{organ}", f"{HEIR}/{organ}")
    return story


def merged(story, on=TODAY):
    """The story's unit is merged into the heir; answers what follows in its cases."""
    event = u.UnitMerged(into=HEIR)
    story.world.give(unit_stream(UNIT), event, on=on)
    return successions_after(event, unit_stream(UNIT), on, story.world)


def undecided(code, kind, stage):
    story = with_heir(Story(EDITIONS[code], kind))
    story.open()
    story.act(c.CommentGiven, d.Comment(comment="c"), to=stage)
    return story


@pytest.mark.parametrize(("code", "kind"), UNITS)
def test_d36_an_open_case_follows_the_successor_at_every_stage(code, kind):
    edition = EDITIONS[code]
    stages = set(edition.tables[edition.programme.subjects[kind].workflow].stages) - {"new"}
    follows = {stage for stage in stages if merged(undecided(code, kind, stage))}

    assert follows >= stages - ENDED
    assert follows & ENDED == set()


@pytest.mark.parametrize(("code", "kind"), [each for each in DECIDERS if each in UNITS])
@pytest.mark.parametrize("stage", ["recognised", "under_reexamination", "explained"])
def test_d36_a_decision_stays_with_the_old_unit_also_while_it_is_looked_at_again(code, kind, stage):
    story = with_heir(Story(EDITIONS[code], kind).at(stage, DECIDERS[code, kind]))

    assert merged(story) == []


def test_d36_the_heir_goes_on_with_the_case_and_the_old_unit_does_not():
    story = undecided("power-tkv", "subordinate_cell", "in_progress")
    evidence = d.Evidence(evidence=EVIDENCE, nodes=[], kind="document")
    story.act(c.EvidenceAttached, evidence, to="in_progress")
    [(stream, followed)] = merged(story)
    story.world.give(stream, followed, on=TODAY)
    sheet, old = d.Adoption(sheet=story.sheet), f"{UNIT}/cell"

    assert story.world.case(stream).unit == HEIR
    assert ask(story, "adopt-aggregate", sheet).organ == f"{HEIR}/cell"
    assert "organ_not_competent" in refused(
        story, "adopt-aggregate", sheet, organ=old, person=holder(old)
    )


def test_d36_of_a_recognition_that_was_found_wrong_the_heir_explains():
    story = Story(EDITIONS["power-tkv"], "subordinate_cell")
    story = with_heir(story.at("recognised", DECIDERS["power-tkv", "subordinate_cell"]))
    story.act(c.DefectFound, FINDING, to="under_reexamination")
    merged(story)

    assert ask(story, "explain", d.Explanation(explanation="e")).organ == f"{HEIR}/cell"
    assert story.world.case(story.stream).unit == UNIT


@pytest.mark.parametrize(
    ("on", "decider"),
    [(date(2025, 6, 30), GRANDPARENT), (date(2025, 7, 1), PARENT)],
)
def test_d37_who_decides_is_a_matter_of_the_day(on, decider):
    story = Story(EDITIONS["kon-tum"], "base_cell")
    story.world.give(
        unit_stream(PARENT), u.UnitKindChanged(kind="COMMUNE_COMMITTEE"), on="2024-01-01"
    )
    story.world.give(
        unit_stream(GRANDPARENT), u.UnitKindChanged(kind="DISTRICT_COMMITTEE"), on="2024-01-01"
    )
    role = story.programme.roles["decider"]

    assert resolve(role, "base_cell", UNIT, "", on, story.world) == [
        f"{decider}/standing_committee"
    ]


@pytest.mark.parametrize(
    ("on", "competent", "other"),
    [(date(2025, 6, 30), PARENT, GRANDPARENT), (date(2025, 7, 1), GRANDPARENT, PARENT)],
)
def test_d37_for_an_abolished_body_the_successor_revokes_from_its_day_on(on, competent, other):
    story = Story(EDITIONS["kon-tum"], "base_cell").at("recognised", f"{PARENT}/standing_committee")
    story.act(c.DefectFound, FINDING, to="under_reexamination")
    story.world.today = date(2025, 12, 31)
    story.world.give(unit_stream(PARENT), u.UnitDissolved(successor=GRANDPARENT), on="2025-07-01")

    may, may_not = (f"{each}/standing_committee" for each in (competent, other))
    assert taken(story, "revoke", REVOCATION, on=on, organ=may, person=holder(may))
    assert "organ_not_competent" in refused(
        story, "revoke", REVOCATION, on=on, organ=may_not, person=holder(may_not)
    )
    assert story.world.case(story.stream).decided.organ == f"{PARENT}/standing_committee"
