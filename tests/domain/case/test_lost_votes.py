"""A vote that was lost says how: too few came, or too few were for it."""

import pytest

from domain.case.ballots import base_of, carried, has_quorum
from domain.case.guards.assessment import lost
from domain.events.details import Ballots
from domain.programme.procedure import Vote

HALF = Vote(required=True, quorum="2/3", majority="1/2")


def ballots(present, votes_for, roll=9):
    against = present - votes_for
    return Ballots(roll=roll, present=present, issued=present, returned=present, valid=present,
                   invalid=0, votes_for=votes_for, votes_against=against)  # fmt: skip


def test_a_vote_to_which_too_few_came_says_how_many_were_needed():
    reason = lost(ballots(present=5, votes_for=5), HALF)
    told = {name: str(value) for name, value in reason.values.items()}
    assert (reason.code, told) == (
        "vote_without_quorum", {"present": "5", "roll": "9", "quorum": "2/3"},
    )  # fmt: skip


def test_one_more_makes_the_quorum_and_then_the_votes_count():
    reason = lost(ballots(present=6, votes_for=4), HALF)
    assert (reason.code, str(reason.values["votes_for"])) == ("vote_lost", "4")
    assert carried(ballots(present=6, votes_for=5), HALF)


@pytest.mark.parametrize(("of", "base"), [("roll", 9), ("present", 7), ("valid", 7)])
def test_the_majority_is_counted_of_those_that_the_programme_says(of, base):
    vote = Vote(required=True, majority_of=of)
    assert base_of(ballots(present=7, votes_for=4), vote) == base


def test_exactly_two_thirds_are_a_quorum():
    assert has_quorum(ballots(present=6, votes_for=6), HALF)
    assert not has_quorum(ballots(present=5, votes_for=5), HALF)
