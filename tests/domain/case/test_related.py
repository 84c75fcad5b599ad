"""Four eyes (D-22): who is related neither appraises nor decides alone; who votes is of the deciding organ that day."""

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events.base import Document
from domain.streams import person_stream
from tests.domain.case.asking import a_case, refused, taken
from tests.support.stage_world import MEMBER, PARENT, UNIT, Story, holder, person_of
from tests.support.world import PROGRAMMES, edition_at

DECIDER = f"{PARENT}/party_committee"
OFFICE = f"{PARENT}/committee_office"
DECISION = d.Decision(level="PASS", number="1-QĐ")
APPRAISAL = d.Appraisal(proposal="PASS", review_results="đã kiểm điểm")


def leader(story, person, since="2020-01-01"):
    membership = p.MembershipStarted(unit=UNIT, is_leader=True)
    story.world.give(person_stream(person), membership, on=since)


def mandate(story, person, organ, since="2020-01-01", until=None, power="act"):
    given = p.MandateGiven(mandate=f"{organ}-{since}", organ=organ, until=until, power=power)
    story.world.give(person_stream(person), given, on=since)


def delegated(story, person):
    """A mandate of the unit, lent for the days around the decision."""
    lent = p.DelegationGiven(
        delegation="uq", delegator=holder(f"{UNIT}/cell"), mandate="m", organ=f"{UNIT}/cell",
        until=date(2024, 12, 31), evidence=Document(document="DOC-X"),
    )  # fmt: skip
    story.world.give(person_stream(person), lent, on="2024-12-01")


def signed(story, person):
    details = d.Dossier(documents=[])
    story.act(c.DossierSubmitted, details, to=story.world.case(story.stream).stage, by=person)


RELATIONS = {
    "leads": (leader, "appraiser_related"),
    "mandate": (lambda s, who: mandate(s, who, f"{UNIT}/cell_committee"), "appraiser_related"),
    "delegation": (delegated, "appraiser_related"),
    "signed": (signed, "appraiser_assessed"),
}


@pytest.mark.parametrize(("relate", "code"), RELATIONS.values(), ids=RELATIONS)
def test_who_is_related_does_not_appraise(relate, code):
    story = a_case("submitted")
    assert taken(story, "appraise", APPRAISAL)

    relate(story, holder(OFFICE))

    assert refused(story, "appraise", APPRAISAL) == {code}


@pytest.mark.parametrize(("relate", "_code"), RELATIONS.values(), ids=RELATIONS)
def test_who_is_related_does_not_decide_alone_and_is_shown(relate, _code):
    story = a_case("appraised")
    assert taken(story, "decide", DECISION).details.related == []

    relate(story, holder(DECIDER))
    person_of(story.world, "uy-vien", DECIDER)

    assert refused(story, "decide", DECISION) == {"decides_alone"}
    together = d.Decision(level="PASS", number="1-QĐ", voters=["uy-vien"])
    assert taken(story, "decide", together).details.related == [holder(DECIDER)]


def test_two_who_are_related_are_not_enough():
    story = a_case("appraised")
    person_of(story.world, "uy-vien", DECIDER)
    for person in (holder(DECIDER), "uy-vien"):
        leader(story, person)

    together = d.Decision(level="PASS", number="1-QĐ", voters=["uy-vien"])

    assert refused(story, "decide", together) == {"decides_alone"}


def test_a_relation_holds_on_its_days_alone():
    story = a_case("appraised")
    mandate(story, holder(DECIDER), f"{UNIT}/cell", since="2023-01-01", until=date(2024, 12, 19))
    assert taken(story, "decide", DECISION)

    mandate(story, holder(DECIDER), f"{UNIT}/cell", since="2024-12-20")
    assert refused(story, "decide", DECISION) == {"decides_alone"}


def test_a_mandate_to_record_alone_relates_nobody():
    story = a_case("submitted")
    mandate(story, holder(OFFICE), f"{UNIT}/cell", power="record")

    assert taken(story, "appraise", APPRAISAL)


def test_an_unknown_voter_is_refused_whoever_signs():
    unknown = d.Decision(level="PASS", number="1-QĐ", voters=["ai-do"])

    assert refused(a_case("appraised"), "decide", unknown) == {"voter_unknown"}


def test_a_voter_holds_a_mandate_of_the_deciding_organ_on_that_day():
    story = a_case("appraised")
    person_of(story.world, "uy-vien", OFFICE)
    together = d.Decision(level="PASS", number="1-QĐ", voters=["uy-vien"])
    assert refused(story, "decide", together) == {"voter_without_mandate"}

    mandate(story, "uy-vien", DECIDER, since="2024-12-21")
    assert refused(story, "decide", together) == {"voter_without_mandate"}

    mandate(story, "uy-vien", DECIDER, since="2024-12-20")
    assert taken(story, "decide", together)


def test_in_a_members_case_the_member_does_not_appraise_while_the_cells_committee_does():
    story = Story(edition_at(PROGRAMMES / "cam-giang.yaml"), "member").at("voted")
    assert taken(story, "appraise-at-hop", APPRAISAL)

    mandate(story, MEMBER, f"{UNIT}/cell_committee")

    found = refused(story, "appraise-at-hop", APPRAISAL, person=MEMBER)
    assert found == {"appraiser_assessed"}
