"""Rewards: in which years of a term, after which recognitions and which vote, handed over by whom."""

import pytest

from domain.events import details as d
from tests.clauses.homes import EDITIONS
from tests.domain.authority.test_choosing import POWER, Choosing, a_choice, power
from tests.domain.case.asking import refused, taken
from tests.domain.case.test_bound import DECIDERS
from tests.support.stage_world import PARENT, STRANGER, UNIT, Story, holder

BASE = f"{PARENT}/party_committee"
TERM = range(2021, 2031)
REWARDS = [("son-la", "giay_khen"), ("soc-trang", "reward"), ("power-tkv", "annual")]


def chosen_in(year, *recognised, **changes):
    """The codes against a choice of a year that rests on recognitions of these years."""
    found, by = Choosing(POWER, "subordinate_cell", BASE, ("2024", year, *recognised)), power()[1]
    choice = a_choice(found, cases=[found.case(each) for each in recognised], **changes)
    return found.refused("select-outstanding", choice, *by, year=year)


def test_d38_twice_in_five_years_are_the_third_and_the_fifth_of_the_term_from_2021():
    falls = {
        year
        for year in TERM
        if "reward_not_this_year" not in chosen_in(str(year), str(year - 1), str(year))
    }

    assert falls == {2023, 2025, 2028, 2030}


@pytest.mark.parametrize(
    ("recognised", "codes"),
    [
        (["2024", "2025"], set()),
        (["2025"], {"too_few_years"}),
        (["2023", "2025"], {"too_few_years", "choice_rests_on_another"}),
        (["2023", "2024"], {"too_few_years", "choice_rests_on_another"}),
    ],
)
def test_d39_who_is_chosen_was_recognised_in_both_years_up_to_that_of_the_choice(recognised, codes):
    assert POWER.programme.rewards["group_outstanding"].recognised_years == 2
    assert chosen_in("2025", *recognised) == codes


@pytest.mark.parametrize(("votes_for", "lost"), [(5, {"selection_lost"}), (6, set())])
def test_d39_more_than_half_of_the_votes_cast_select(votes_for, lost):
    assert chosen_in("2025", "2024", "2025", votes_for=votes_for, votes_cast=10) == lost


@pytest.mark.parametrize(("code", "reward"), REWARDS)
def test_d44_a_certificate_is_handed_over_on_behalf_of_the_body_that_decided(code, reward):
    kind = next(kind for each, kind in DECIDERS if each == code)
    decider, own = DECIDERS[code, kind], f"{UNIT}/cell"
    story = Story(EDITIONS[code], kind).at("recognised", decider)
    paper = d.Certificate(reward=reward, number="1-GK")

    assert taken(story, "issue-certificate", paper, organ=decider, person=holder(decider))
    assert refused(story, "issue-certificate", paper, organ=decider, person=STRANGER) >= {
        "no_mandate"
    }
    assert "organ_not_competent" in refused(
        story, "issue-certificate", paper, organ=own, person=holder(own)
    )
