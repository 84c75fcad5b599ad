"""Which rewards can be right for a case, told before one is named; and what is told of one that is not."""

from dataclasses import replace as changed
from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.decide import question, situate
from domain.case.guards.rewarding import rewards_open
from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.programme.recognising import Cadence
from domain.streams import round_stream
from tests.domain.case.asking import a_case, reasons_of, taken
from tests.domain.case.test_rewarding import REWARD, april, may
from tests.support.stage_world import PARENT, TODAY, UNIT
from tests.support.world import PROGRAMMES, edition_at
from words.sentences import sentence

POWER = edition_at(PROGRAMMES / "power-tkv.yaml")
ANNUAL = POWER.programme.rewards["annual"]


def recognised(**changes):
    """A recognised cell that nobody was rewarded for, under a programme with one reward."""
    rewards = {"annual": replace(ANNUAL, **changes)}
    edition = changed(POWER, programme=replace(POWER.programme, rewards=rewards))
    story = a_case("recognised", "subordinate_cell", edition)
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if not row[0].TOPIC.startswith("reward-")]
    return story


def open_of(story):
    case = story.world.case(story.stream)
    return rewards_open(situate(case, question(case, TODAY, story.world), story.world))


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [
        ({}, True),
        ({"subjects": ["subordinate_cell"]}, True),
        ({"subjects": ["base_cell"]}, False),
        ({"level": "NONE"}, False),
        ({"selection_vote": True}, False),
        ({"cadence": Cadence(every="term", years_of_term=[4], first_year=2021)}, True),
        ({"cadence": Cadence(every="term", years_of_term=[3], first_year=2021)}, False),
    ],
)
def test_a_reward_is_open_for_its_subjects_level_and_years_and_after_its_choice(changes, is_open):
    assert open_of(recognised(**changes)) == (["annual"] if is_open else [])


def test_a_reward_that_is_chosen_by_vote_is_open_to_the_chosen_alone():
    story = recognised(selection_vote=True)
    selected = r.OutstandingSelected(
        reward="annual", subject="unit:W", cases=[], votes_for=2, votes_cast=3
    )
    world, of_round = story.world, round_stream("power-tkv", "2024")
    world.give(of_round, selected, replace(selected, reward="flag", subject=f"unit:{UNIT}"))
    assert open_of(story) == []

    world.give(of_round, replace(selected, subject=f"unit:{UNIT}"))
    assert open_of(story) == ["annual"]


def test_a_reward_is_open_again_once_it_was_recalled():
    story = recognised()
    story.act(c.RewardDecided, d.RewardDecision(reward="annual", number="7-QĐ"), to="recognised")
    assert open_of(story) == []

    story.act(c.RewardRecalled, d.Recall(reward="flag", returned=True), to="recognised")
    assert open_of(story) == []
    story.act(c.RewardRecalled, d.Recall(reward="annual", returned=True), to="recognised")
    assert open_of(story) == ["annual"]


def told(story, payload, **given):
    return [sentence(each, "en") for each in reasons_of(story, "decide-reward", payload, **given)]


BY_BASE = {"organ": f"{PARENT}/party_committee"}
GIVEN = d.RewardDecision(reward="annual", number="8-QĐ")


def test_a_reward_is_named_in_words_in_each_reason_against_it():
    twice = recognised()
    twice.act(c.RewardDecided, d.RewardDecision(reward="annual", number="7-QĐ"), to="recognised")
    [reason] = told(twice, GIVEN, **BY_BASE)
    assert reason.startswith(
        f"{ANNUAL.en} was already decided for this case by 7-QĐ of 1 Dec 2024."
    )
    assert told(recognised(selection_vote=True), GIVEN, **BY_BASE) == [
        f"The reward {ANNUAL.en} is for those who were chosen by vote in this round."
    ]
    rows = (waiting := recognised(consulted=True)).world.rows[waiting.stream]
    rows[:] = [row for row in rows if row[0].TOPIC != "consultation-closed"]
    [reason] = told(waiting, GIVEN, **BY_BASE)
    assert reason.startswith(f"{ANNUAL.en} is decided only after the boards have appraised")


def test_another_than_the_giver_is_told_with_the_name_of_the_reward():
    found = told(recognised(), GIVEN, organ=f"{PARENT}/committee_office")

    assert any(each.startswith(f"The reward {ANNUAL.en} is for ") for each in found)


def test_a_streak_that_is_too_short_is_told_with_how_long_it_is():
    name = may().programme.rewards["two_months"].en
    [reason] = [each for each in told(may(), REWARD) if name in each]

    assert "1" in reason
    assert "2" in reason


def test_a_streak_rests_on_the_version_of_the_earlier_case():
    story = may()
    stream = april(story)
    story.world.give(stream, story.world.rows[stream][-1][0], on="2024-04-29")
    [relied] = taken(story, "decide-reward", REWARD).relied_on

    assert (relied.stream, relied.version) == (stream, 3)


def test_recognitions_of_other_programmes_count_for_no_years():
    story = recognised(recognised_years=2)
    opened = story.world.case(story.stream).opened
    decided = c.DecisionIssued(
        step="recognise", from_stage="appraised", to_stage="recognised",
        details=d.Decision(level="PASS", number="4-QĐ"),
    )  # fmt: skip
    story.world.give("case:other", replace(opened, programme="other", period="2023"), decided)
    assert told(story, GIVEN, **BY_BASE) == [f"{UNIT} was not recognised in 2 years."]

    story.world.give("case:open", replace(opened, period="2023"), on=date(2023, 1, 5))
    assert told(story, GIVEN, **BY_BASE) == [f"{UNIT} was not recognised in 2 years."]
    story.world.give("case:open", decided, on=date(2023, 12, 5))
    assert taken(story, "decide-reward", GIVEN, **BY_BASE)
