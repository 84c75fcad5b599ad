"""Who decides where a guideline names two lists, a slip, or nobody; who may not decide alone."""

import pytest
from msgspec.structs import replace

from domain.authority.resolve import resolve
from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events import unit as u
from domain.streams import person_stream, unit_stream
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import a_case, refused, taken
from tests.domain.case.test_bound import PASS, ready
from tests.support.stage_world import (
    GRANDPARENT,
    PARENT,
    TODAY,
    UNIT,
    holder,
    person_of,
    stage_world,
)


def deciders(programme, kind, on=TODAY, **kinds):
    """The organs that decide on a subject kind, where units above it are of these kinds."""
    edition = EDITIONS[programme]
    world = stage_world(edition, kind)
    for code, unit_kind in kinds.items():
        world.give(unit_stream(code), u.UnitKindChanged(kind=unit_kind), on="2020-01-02")
    return resolve(edition.programme.roles["decider"], kind, UNIT, "", on, world)


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("DISTRICT_COMMITTEE", [f"{PARENT}/standing_committee"]),
        ("PROVINCE_DIRECT_COMMITTEE", [f"{PARENT}/standing_committee"]),
        ("BLOC_COMMITTEE", [f"{PARENT}/standing_committee"]),
        ("BASE_COMMITTEE", []),
    ],
)
def test_d03_the_wider_list_of_deciders_is_taken(above, found):
    rest = {GRANDPARENT: "PROVINCIAL_COMMITTEE"}

    assert deciders("kon-tum", "base_cell", **{PARENT: above}, **rest) == found


def test_d04_the_path_by_the_base_committee_is_for_cells_only():
    subjects = EDITIONS["kon-tum"].programme.subjects
    paths = {kind: subject.workflow for kind, subject in subjects.items()}

    assert [kind for kind, path in paths.items() if path == "subordinate_cell"] == [
        "subordinate_cell"
    ]
    assert deciders("kon-tum", "subordinate_cell") == [f"{PARENT}/party_committee"]
    own = f"{UNIT}/party_committee"
    assert "organ_not_competent" in refused(
        ready("kon-tum", "base_cell"), "decide", PASS, organ=own, person=holder(own)
    )


@pytest.mark.parametrize("kind", ["cell", "member"])
def test_d16_in_cam_giang_the_standing_committee_decides_on_cells_and_members(kind):
    story = ready("cam-giang", kind)
    cell = f"{UNIT}/cell"

    assert taken(story, "decide", PASS).details.level == "PASS"
    assert "organ_not_competent" in refused(story, "decide", PASS, organ=cell, person=holder(cell))


def test_d16_on_a_member_the_cell_votes_and_proposes():
    edition = EDITIONS["cam-giang"]
    steps = edition.definitions[edition.programme.subjects["member"].workflow].steps
    proposing = {
        step.verb: step.by for step in steps if step.verb in {"count-ballots", "appraise-at-hop"}
    }

    assert proposing == {"count-ballots": ("cell",), "appraise-at-hop": ("cell_committee",)}


def test_d17_the_department_decides_through_its_committee_not_its_standing_committee():
    assert deciders("son-la", "department_cell") == [f"{GRANDPARENT}/party_committee"]
    story, other = ready("son-la", "department_cell"), f"{GRANDPARENT}/standing_committee"
    established = u.OrganEstablished(organ="standing_committee")
    story.world.give(unit_stream(GRANDPARENT), established, on="2020-01-02")
    person_of(story.world, "ban-thuong-vu", other)

    assert "organ_not_competent" in refused(
        story, "decide", PASS, organ=other, person="ban-thuong-vu"
    )


def test_d18_a_department_level_committee_is_decided_by_the_committee_above_it():
    assert deciders("son-la", "department_committee") == [f"{PARENT}/party_committee"]


def test_d22_who_appraised_does_not_decide_alone_and_is_shown_as_such():
    story, decider = ready("kon-tum", "subordinate_cell"), f"{PARENT}/party_committee"
    person_of(story.world, "tham-dinh", decider)
    appraisal = d.Appraisal(proposal="PASS", sheet=story.sheet, outcome=story.outcome())
    story.act(c.Appraised, appraisal, to="appraised", by="tham-dinh")
    together = replace(PASS, voters=["tham-dinh", holder(decider)])

    assert refused(story, "decide", PASS, person="tham-dinh") == {"decides_alone"}
    decided = taken(story, "decide", together, person="tham-dinh")
    assert decided.details.related == ["tham-dinh"]


def test_d22_who_leads_the_unit_does_not_appraise_it():
    story = a_case("submitted", "subordinate_cell")
    appraiser = holder(f"{PARENT}/committee_office")
    assert taken(story, "appraise", d.Appraisal(proposal="PASS", review_results="đã kiểm điểm"))

    leads = p.MembershipStarted(unit=UNIT, is_leader=True)
    story.world.give(person_stream(appraiser), leads, on="2020-01-01")

    assert refused(
        story, "appraise", d.Appraisal(proposal="PASS", review_results="đã kiểm điểm")
    ) == {"appraiser_related"}
