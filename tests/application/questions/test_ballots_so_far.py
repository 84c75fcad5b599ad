"""A vote while its ballots are typed: what does not add up is told as soon as it can be, and what the vote comes to."""

import pytest

from application.questions.ballots_so_far import ballots_so_far
from domain.case.decide import question, situate
from tests.domain.case.test_voting_roll import of_members
from tests.support.stage_world import TODAY

WHOLE = {
    "roll": "9", "present": "8", "issued": "8", "returned": "8", "valid": "7", "invalid": "1",
    "votes_for": "6", "votes_against": "1",
}  # fmt: skip


@pytest.fixture
def situation():
    story = of_members(9)
    case = story.world.case(story.stream)
    return situate(case, question(case, TODAY, story.world), story.world)


def so_far(situation, **typed):
    return ballots_so_far(situation, typed, "")


def test_nothing_is_said_before_it_can_be_compared(situation):
    assert so_far(situation) == (so_far(situation).known, [], None, None)
    assert so_far(situation, issued="9").wrong == []
    assert so_far(situation, returned="8", valid="7").wrong == []
    assert so_far(situation, roll="9", present="chín").wrong == []


def test_the_roll_of_the_log_is_known(situation):
    assert so_far(situation).known.known == 9


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"roll": "9", "present": "10"}, "ballots_present"),
        ({"present": "8", "issued": "9"}, "ballots_issued"),
        ({"issued": "8", "returned": "9"}, "ballots_returned"),
        ({"returned": "8", "valid": "7", "invalid": "0"}, "ballots_valid"),
        ({"valid": "7", "votes_for": "6", "votes_against": "2"}, "ballots_votes"),
    ],
)
def test_what_does_not_add_up_is_told_at_once(situation, typed, code):
    assert [each.code for each in so_far(situation, **typed).wrong] == [code]
    right = {name: WHOLE[name] for name in typed}
    assert so_far(situation, **right).wrong == []


@pytest.mark.parametrize(("votes", "carried"), [("5", True), ("4", False)])
def test_a_whole_count_says_whether_the_vote_is_carried(situation, votes, carried):
    found = so_far(situation, **{**WHOLE, "votes_for": votes})

    assert found.carried is carried
    assert (found.lost is None) is carried
    assert so_far(situation, **{**WHOLE, "votes_for": ""}).carried is None


def test_too_few_present_is_said_as_that(situation):
    five = dict.fromkeys(("present", "issued", "returned", "valid", "votes_for"), "5")
    few = {**WHOLE, **five, "invalid": "0", "votes_against": "0"}

    assert so_far(situation, **few).lost.code == "vote_without_quorum"
    assert so_far(situation, **{**few, "present": "6"}).carried
