"""A recognition holds for its period; who finds it wrong, how the unit explains, who revokes it."""

from datetime import timedelta

import pytest
from msgspec import structs

from domain.authority.resolve import resolve
from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document
from domain.scoring.value import Ratio
from domain.streams import case_stream
from tests.clauses.homes import EDITIONS
from tests.defaults.test_shares import measured
from tests.domain.case.asking import refused, taken
from tests.domain.case.test_bound import DECIDERS, PASS, ready
from tests.domain.measures.test_cases import case, decided
from tests.support.cell_year import cell_world
from tests.support.stage_world import MEMBER, TODAY, UNIT, Story, holder

OF_GUIDELINES = pytest.mark.parametrize(
    ("code", "kind"), [each for each in DECIDERS if each[0] in EDITIONS]
)
PAPER = Document(document="DOC-INSP", number="3-KL")
FINDING = d.Finding(ground="criteria_not_met", statement="s", evidence=[PAPER])
REVOCATION = d.Revocation(number="9-QĐ", ground="criteria_not_met", effect="from_now")


def recognised(code, kind, stage="recognised"):
    return Story(EDITIONS[code], kind).at(stage, DECIDERS[code, kind])


def found(code, kind, explain_by=TODAY - timedelta(days=1)):
    """A recognition of which a defect was found; the unit's days are over unless it says otherwise."""
    story = recognised(code, kind)
    finding = structs.replace(FINDING, explain_by=explain_by)
    story.act(c.DefectFound, finding, to="under_reexamination")
    return story


def given(story, event):
    story.world.give(story.stream, event, on="2024-12-20", organ=f"{UNIT}/cell")


@OF_GUIDELINES
def test_d30_a_decision_is_valid_for_the_period_assessed(code, kind):
    assert taken(ready(code, kind), "decide", PASS).details.valid_for == "2024"


@pytest.mark.parametrize(("period", "well"), [("2024", 1), ("2023", 0)])
def test_d30_a_recognition_of_another_year_counts_for_nothing_in_this_one(period, well):
    world = cell_world(members=2)
    rows = world.rows.pop(case(world, "member:dv01", decided("PASS")))
    opened = structs.replace(rows[0][0], period=period)
    world.give(case_stream("cam-giang", "member:dv01", period), opened, rows[1][0])

    assert measured(world, "1.4.a") == Ratio(well, 2)


def _finding(story):
    steps = story.edition.definitions[story.subject.workflow].steps
    return {role for step in steps if step.verb == "find-defect" for role in step.roles}


@OF_GUIDELINES
def test_d31_the_unit_the_appraiser_and_those_above_find_and_nobody_else(code, kind):
    story = recognised(code, kind)
    programme, member = story.programme, MEMBER if story.subject.of == "member" else ""
    finders = {
        organ
        for role in _finding(story)
        for organ in resolve(programme.roles[role], kind, UNIT, member, TODAY, story.world)
    }
    another = min({f"{UNIT}/{each}" for each in story.world.unit(UNIT).organs} - finders)

    assert len(finders) >= 3
    for organ in finders:
        found_there = taken(story, "find-defect", FINDING, organ=organ, person=holder(organ))
        assert found_there.to_stage == "under_reexamination"
    assert "organ_not_competent" in refused(
        story, "find-defect", FINDING, organ=another, person=holder(another)
    )
    bare = structs.replace(FINDING, evidence=[])
    assert refused(story, "find-defect", bare) == {"finding_without_evidence"}


@OF_GUIDELINES
def test_d31_the_unit_may_explain_before_the_body_that_decided_revokes_with_a_number(code, kind):
    running, over = found(code, kind, explain_by=TODAY), found(code, kind)
    asked, decider = d.Explanation(explanation="e"), DECIDERS[code, kind]

    assert refused(running, "revoke", REVOCATION) == {"explanation_time_runs"}
    given(running, taken(running, "explain", asked))
    assert taken(running, "revoke", REVOCATION, organ=decider, person=holder(decider))
    assert taken(over, "revoke", REVOCATION, organ=decider, person=holder(decider))
    unnumbered = structs.replace(REVOCATION, number=" ")
    assert refused(over, "revoke", unnumbered) == {"number_missing"}
    other = f"{UNIT}/cell"
    assert "organ_not_competent" in refused(
        over, "revoke", REVOCATION, organ=other, person=holder(other)
    )
