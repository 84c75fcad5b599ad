"""What may not be done with a delegation, a pilot list, a seal: the value on either side of each rule."""

from datetime import date

import pytest

from domain.refusal import RefusedError
from domain.round.decide import decide
from domain.streams import round_stream
from tests.clauses.homes import EDITIONS
from tests.domain.organisation.asking import a_person, an_organisation, do, refused
from tests.domain.organisation.test_person import AN, DELEGATION
from tests.support.stage_world import Story


def lent(until):
    world = an_organisation()
    a_person(world, "binh", "X/cell")
    a_person(world, "chi", "C/standing_committee", until=date(2024, 12, 31))
    data = {**DELEGATION, "delegator": "chi", "mandate": "chi-1", "until": until}
    return world, data, {**AN, "by": "chi"}


def test_a_delegation_ends_with_the_mandate_at_the_latest():
    world, data, by = lent("2025-01-01")
    assert refused(world, "delegate", "person:binh", data, **by) == {"delegation_outlives"}

    world, data, by = lent("2024-12-31")
    do(world, "delegate", "person:binh", data, **by)
    assert [each.until for each in world.person("binh").delegations.values()] == [
        date(2024, 12, 31)
    ]


def codes(story, verb, data, period="2024"):
    stream = round_stream(story.programme.code, period)
    command = story.world.command(verb, stream, data)
    with pytest.raises(RefusedError) as error:
        decide(story.world.state(stream), command, story.world)
    return {each.code for each in error.value.refusals}


def test_a_round_that_is_no_pilot_has_no_list():
    pilot = Story(EDITIONS["kon-tum"], "subordinate_cell")
    other = Story(EDITIONS["power-tkv"], "subordinate_cell")

    assert "no_pilot" not in codes(pilot, "set-pilot-list", {"units": []})
    assert "no_pilot" in codes(other, "set-pilot-list", {"units": []})


def test_a_seal_names_the_review_that_it_is_the_seal_of():
    story = Story(EDITIONS["power-tkv"], "subordinate_cell")

    assert "seal_without_review" in codes(story, "seal-round", {})
    assert "seal_without_review" not in codes(story, "seal-round", {"digest": "a" * 64})
