"""What a refusal on a round rests on: the clause of the programme that says no, or the default it assumes."""

import pytest

from domain.refusal import RefusedError
from domain.round.decide import decide
from tests.domain.authority.test_choosing import Choosing, a_choice
from tests.domain.organisation.asking import an_organisation
from tests.domain.round.asking import AN, KON_TUM, ROUND, a_round
from tests.domain.round.test_opening import opening
from tests.support.placed import placed
from tests.support.stage_world import PARENT
from tests.support.world import edition_at

POWER = edition_at(placed("power-tkv.yaml", ("PW-TCT", "captren2"), ("PW-TKV", "captren3")))
BY_GROUP = ("captren3-standing_committee", "captren3/standing_committee")
BY_CORPORATION = ("captren2-standing_committee", "captren2/standing_committee")


def rests_on(world, verb, data, stream=ROUND, **given):
    """What each reason rests on, by its code."""
    command = world.command(verb, stream, data, **given)
    with pytest.raises(RefusedError) as error:
        decide(world.state(stream), command, world)
    return {each.code: each.rests_on for each in error.value.refusals}


def test_a_period_that_does_not_fit_rests_on_the_cadence():
    world = an_organisation(KON_TUM)

    assert rests_on(world, "open-round", opening(period="2024-Q1")) == {
        "period_cadence": ("KT-TIM-1",)
    }


def test_a_pilot_list_without_a_named_unit_rests_on_the_clause_that_names_it():
    assert rests_on(a_round(), "set-pilot-list", {"units": []}, **AN) == {
        "pilot_named_missing": ("KT-PIL-1",)
    }


def test_who_may_not_is_told_by_the_rules_of_the_roles_that_may():
    world = a_round()
    other = {**AN, "organ": "P/standing_committee"}

    listed = rests_on(world, "set-pilot-list", {"units": ["X"]}, **other)
    assert listed["organ_not_competent"] == ("KT-PIL-1", "KT-PIL-2")
    moved = {"deadline": "year_end", "due_on": "2025-01-10"}
    extended = rests_on(world, "extend-deadline", moved, **other)
    assert extended["organ_not_competent"] == ("KT-PIL-1", "KT-PIL-2", "KT-STP-2", "D-27")


def choosing():
    found = Choosing(POWER, "subordinate_cell", f"{PARENT}/party_committee")
    return found, {"stream": "round:power-tkv:2025", "programme": "power-tkv", "period": "2025"}


def test_a_lost_choice_rests_on_the_majority_of_its_reward():
    found, of = choosing()
    lost = a_choice(found, votes_for=1)
    by = dict(zip(("by", "organ"), BY_GROUP, strict=True))

    assert rests_on(found.world, "select-outstanding", lost, **of, **by) == {
        "selection_lost": ("D-39",)
    }


def test_a_choice_by_another_body_rests_on_the_reward_that_names_the_giver():
    found, of = choosing()
    by = dict(zip(("by", "organ"), BY_CORPORATION, strict=True))
    told = rests_on(found.world, "select-outstanding", a_choice(found), **of, **by)

    assert told["organ_not_competent"] == ("PW-TIM-1",)
    assert "PW-REW-1" in told["reward_by"]


def test_a_choice_that_is_made_carries_the_recognitions_it_rests_on():
    found, of = choosing()
    stream = of.pop("stream")
    command = found.world.command(
        "select-outstanding", stream, a_choice(found), by=BY_GROUP[0], organ=BY_GROUP[1], **of
    )
    [event] = decide(found.world.state(stream), command, found.world).events

    assert [(each.stream, each.use) for each in event.relied_on] == [
        (found.case(year), "selection:group_outstanding") for year in ("2024", "2025")
    ]


def test_a_round_is_decided_by_the_version_that_it_froze():
    world = a_round()
    world.editions["kon-tum"] = edition_at(placed("kon-tum.yaml", ("KT-DUK", "C")))

    assert "no_pilot" in rests_on(world, "set-pilot-list", {"units": ["X"]}, **AN)
