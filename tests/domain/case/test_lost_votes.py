"""A vote that was lost says how: too few came, or too few were for it."""

import pytest
from msgspec.structs import replace

from domain.case.ballots import base_of, carried, has_quorum, lost_on
from domain.case.guards.assessment import lost
from domain.events.details import Ballots, CriterionVotes
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


@pytest.mark.parametrize(
    ("of", "base"),
    [("roll", 9), ("present", 8), ("issued", 7), ("returned", 6), ("valid", 5), ("cast", 4)],
)
def test_of_people_of_ballots_or_of_the_votes_cast(of, base):
    """Half of each base is not enough, one vote more is."""
    votes = Ballots(roll=9, present=8, issued=7, returned=6, valid=5, invalid=1,
                    votes_for=3, votes_against=1)  # fmt: skip
    vote = Vote(required=True, quorum="1/2", majority=f"3/{base}", majority_of=of)
    more = Vote(required=True, quorum="1/2", majority=f"2/{base}", majority_of=of)

    assert base_of(votes, vote) == base
    assert (carried(votes, vote), carried(votes, more)) == (False, True)


def on_criteria(*votes_for):
    each = [
        CriterionVotes(node=f"I.{at}", votes_for=count, votes_against=9 - count)
        for at, count in enumerate(votes_for, 1)
    ]
    return replace(ballots(present=9, votes_for=9), by_criterion=each)


def test_a_vote_is_lost_on_the_criterion_that_has_no_more_than_half():
    vote = Vote(required=True, quorum="2/3", majority="1/2", each="criterion")

    assert lost_on(on_criteria(5, 4, 9), vote) == ["I.2"]
    assert not carried(on_criteria(5, 4, 9), vote)
    assert carried(on_criteria(5, 5, 9), vote)


def test_a_vote_lost_on_a_criterion_says_on_which():
    counted = replace(on_criteria(5, 4, 9), lost_on=["I.2"])
    reason = lost(counted, HALF)
    assert (reason.code, str(reason.values["criteria"])) == ("vote_lost_on", "I.2")


def test_of_the_votes_cast_each_criterion_counts_its_own():
    vote = Vote(required=True, quorum="2/3", majority="1/2", majority_of="cast", each="criterion")
    few = [CriterionVotes(node="I.1", votes_for=2, votes_against=1)]

    assert lost_on(replace(on_criteria(), by_criterion=few), vote) == []
    assert lost_on(
        replace(on_criteria(), by_criterion=[replace(few[0], votes_against=2)]), vote
    ) == ["I.1"]
