"""The roll of a vote is that of the log on that day, or it is said why not (D-21)."""

import pytest
from msgspec.structs import replace

from domain.events import person as p
from domain.events.details import CriterionVotes
from domain.streams import person_stream
from tests.domain.case.asking import SON_LA, a_case, refused, taken
from tests.support.stage_world import LONG_AGO, UNIT, ballots


def a_vote(roll, reason=""):
    return replace(
        ballots(), roll=roll, present=roll, issued=roll, returned=roll, valid=roll,
        votes_for=roll, votes_against=0, roll_reason=reason,
    )  # fmt: skip


def of_members(count):
    """A case waiting for its vote, in a cell with so many official members, and others."""
    story = a_case("claimed", "department_cell", SON_LA)
    for at in range(count - 1):
        join(story, f"dv-{at}")
    return story


def join(story, person, on=LONG_AGO, standing="FULL"):
    stream = person_stream(person)
    story.world.give(stream, p.PersonRegistered(person=person, name="n"), on=LONG_AGO)
    story.world.give(stream, p.MembershipStarted(unit=UNIT, standing=standing), on=on)


@pytest.mark.parametrize("roll", [3, 14, 16])
def test_another_roll_than_the_logs_is_refused(roll):
    assert refused(of_members(15), "count-ballots", a_vote(roll)) == {"roll_differs"}


def test_the_roll_of_the_log_is_taken_and_kept_beside_it():
    assert taken(of_members(15), "count-ballots", a_vote(15)).details.roll_known == 15


def test_another_roll_has_a_reason():
    counted = taken(of_members(15), "count-ballots", a_vote(14, "một đảng viên vừa chuyển đi"))

    assert (counted.details.roll, counted.details.roll_known) == (14, 15)


def test_who_is_probationary_or_comes_later_is_not_on_it():
    story = of_members(15)
    join(story, "du-bi", standing="PROBATIONARY")
    join(story, "vao-sau", on="2024-12-21")

    assert taken(story, "count-ballots", a_vote(15)).details.roll_known == 15


@pytest.mark.parametrize(("roll", "differs"), [(14, True), (15, False), (16, False), (17, True)])
def test_an_exempt_member_counts_where_they_come(roll, differs):
    story = of_members(15)
    join(story, "mien")
    story.world.give(person_stream("mien"), p.ExemptionRecorded(), on=LONG_AGO)

    if differs:
        assert refused(story, "count-ballots", a_vote(roll)) == {"roll_differs"}
    else:
        assert taken(story, "count-ballots", a_vote(roll)).details.roll_known == 16


def test_where_the_log_keeps_no_roll_there_is_nothing_to_compare():
    story = a_case("claimed", "department_cell", SON_LA)
    ended = p.MembershipEnded(unit=UNIT)
    story.world.give(person_stream("dangvien"), ended, on="2024-01-01")

    assert taken(story, "count-ballots", a_vote(20)).details.roll_known is None


def test_where_the_programme_has_no_vote_on_each_criterion_none_is_told():
    each = [CriterionVotes(node="1.1", votes_for=15, votes_against=0)]
    told = replace(a_vote(15), by_criterion=each)

    assert refused(of_members(15), "count-ballots", told) == {"vote_not_by_criterion"}
    assert taken(of_members(15), "count-ballots", replace(told, by_criterion=[]))
