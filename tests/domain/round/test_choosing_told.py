"""What is told of a choice or a commendation that may not be: who, what, how much; and what a choice rests on."""

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events.base import Reliance
from domain.round.selecting import relied_on, selection_refusals
from domain.round.votes import vote_refusals
from domain.streams import round_stream
from tests.domain.authority.test_choosing import (
    POWER,
    a_choice,
    power,
)
from tests.support.shown import assert_shown
from tests.support.stage_world import PARENT, UNIT
from words import kinds
from words.sentences import sentence

GROUP = "group_outstanding"


def told(check, found, verb, data, by, year="2025"):
    stream = round_stream(found.code, year)
    command = found.world.command(
        verb, stream, data, by=by[0], organ=by[1], programme=found.code, period=year
    )
    known = found.world.edition(found.code)
    state = found.world.round(found.code, year)
    reasons = check(state, command, known, found.world)
    for each in reasons:
        assert_shown(each)
    return [sentence(each, "en") for each in reasons]


def chosen(found, by, year="2025", **changes):
    return told(
        selection_refusals, found, "select-outstanding", a_choice(found, **changes), by, year
    )


def test_a_reward_that_there_is_none_of_is_told_with_those_there_are():
    found, by = power()
    [reason] = chosen(found, by, reward="flag")

    assert reason.startswith("The programme has no reward flag. There is: ")
    assert all(f"({code})" in reason for code in POWER.programme.rewards)


def test_whoever_was_chosen_for_this_reward_is_told_and_for_another_is_not():
    found, by = power()
    round_of_2025 = round_stream("power-tkv", "2025")
    found.world.give(round_of_2025, r.OutstandingSelected(**a_choice(found, reward="annual")))
    assert chosen(found, by) == []

    found.world.give(round_of_2025, r.OutstandingSelected(**a_choice(found, subject="unit:W")))
    assert chosen(found, by) == []

    found.world.give(round_of_2025, r.OutstandingSelected(**a_choice(found)))
    assert chosen(found, by) == [f"{UNIT} has been selected already."]


def test_a_case_beside_the_choice_is_told_with_the_years_that_count():
    found, by = power()

    assert chosen(found, by, cases=[found.case("2024"), found.case("2025"), "case:x"]) == [
        f"x is no case of {UNIT} in this programme, from 2024 to 2025."
    ]
    assert chosen(found, by, cases=[found.case("2025")]) == [
        f"{UNIT} was not recognised in 2 years."
    ]


def test_a_recognition_that_was_revoked_is_of_no_year():
    found, by = power()
    revoked = d.Revocation(number="9", ground="criteria_not_met", effect="from_now")
    found.story.act(c.RecognitionRevoked, revoked, to="revoked", on="2025-02-01")

    assert chosen(found, by) == [f"{UNIT} was not recognised in 2 years."]


def test_a_case_of_another_subject_is_none_of_the_chosen():
    found, by = power()
    reasons = chosen(found, by, subject="unit:W")

    assert reasons == [
        *(f"{case.removeprefix('case:')} is no case of W in this programme, from 2024 to 2025." for case in (
            found.case("2024"), found.case("2025"))),
        "W was not recognised in 2 years.",
    ]  # fmt: skip


def test_a_reward_that_asks_for_no_years_looks_at_the_year_of_the_round_alone():
    found, by = power()

    assert chosen(found, by, reward="annual", cases=[found.case("2025")]) != [
        f"{UNIT} was not recognised in 0 years."
    ]
    told_of = chosen(found, by, reward="annual", cases=[found.case("2024")])
    assert (
        f"{found.case('2024').removeprefix('case:')} is no case of {UNIT} in this programme, from 2025 to 2025."
        in told_of
    )


def test_another_than_the_giver_of_the_reward_is_told_whose_it_is():
    found, (_, group) = power()
    base = f"{PARENT}/party_committee"
    [reason] = chosen(found, (f"{PARENT}-party_committee", base))

    asked = found.world.command("select-outstanding", "round:x:2025", a_choice(found), organ=group)
    assert asked.organ == group
    assert reason.startswith("The reward ")
    assert "is for" in reason
    assert " to give, not for " in reason


def test_without_a_case_or_an_organ_nobody_is_told_to_be_another():
    found, _ = power()
    base = f"{PARENT}/party_committee"

    assert chosen(found, (f"{PARENT}-party_committee", base), cases=[]) == [
        f"{UNIT} was not recognised in 2 years."
    ]


def test_a_choice_rests_on_the_cases_as_they_were():
    found, by = power()
    choice = a_choice(found, cases=[found.case("2024"), "case:x", found.case("2025")])
    stream = round_stream("power-tkv", "2025")
    command = found.world.command("select-outstanding", stream, choice, by=by[0], organ=by[1])
    assert relied_on(command.payload, found.world) == [
        Reliance(
            stream=case, version=found.world.version(case), use="selection:group_outstanding", value="PASS"
        )
        for case in (found.case("2024"), found.case("2025"))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("votes_for", "votes_cast", "reason"),
    [
        (-1, 3, "The votes do not fit each other: -1 for, of 3 cast."),
        (4, 3, "The votes do not fit each other: 4 for, of 3 cast."),
        (0, 3, "An did not have more than 50% of the votes."),
        (1, 2, "An did not have more than 50% of the votes."),
        (2, 3, ""),
        (3, 3, ""),
    ],
)
def test_a_vote_is_told_with_its_figures(votes_for, votes_cast, reason):
    voted = replace(POWER.programme.rewards[GROUP], selection_majority="1/2")
    found = vote_refusals(voted, votes_for, votes_cast, kinds.text("An"))

    assert [sentence(each, "en") for each in found] == ([reason] if reason else [])
    assert vote_refusals(replace(voted, selection_vote=False), -1, 3, kinds.text("An")) == []
