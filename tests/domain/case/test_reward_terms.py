"""Rewards of the guidelines: by whom, for whom, in which year of the term, after which choice (D-38, D-39)."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.streams import case_stream, round_stream
from tests.domain.case.asking import refused, taken
from tests.support.stage_world import PARENT, UNIT, Story, subject_of
from tests.support.world import PROGRAMMES, edition_at

BASE = f"{PARENT}/party_committee"
POWER = edition_at(PROGRAMMES / "power-tkv.yaml")
SON_LA = edition_at(PROGRAMMES / "son-la.yaml")
ANNUAL = d.RewardDecision(reward="annual", number="1-QĐ")
GROUP = d.RewardDecision(reward="group_outstanding", number="2-QĐ")


def recognised(kind="subordinate_cell", edition=POWER, decider=BASE):
    return Story(edition, kind).at("recognised", decider)


def test_the_yearly_reward_is_for_cells():
    assert taken(recognised(), "decide-reward", ANNUAL)

    story = recognised("base_committee", decider=f"{PARENT}/standing_committee")
    assert refused(story, "decide-reward", ANNUAL) == {"reward_not_for"}


def test_a_reward_is_given_by_the_body_that_the_programme_names():
    story = recognised()
    group = f"{PARENT}/standing_committee"

    assert "reward_by" in refused(story, "decide-reward", GROUP, organ=BASE)
    assert "reward_by" not in refused(story, "decide-reward", GROUP, organ=_group(story))
    assert group != _group(story)


def _group(story):
    """The standing committee of the Group in the story's tree."""
    on = date(2024, 12, 20)
    kinds = {code: story.world.unit(code).kind_on(on) for code in ("captren2", "captren3")}
    code = next(code for code, kind in kinds.items() if kind == "GROUP_COMMITTEE")
    return f"{code}/standing_committee"


def test_the_groups_reward_falls_in_years_three_and_five_of_the_term():
    """2024 is year four of the term from 2021."""
    codes = refused(recognised(), "decide-reward", GROUP)

    assert {"reward_not_this_year", "reward_not_chosen", "too_few_years"} <= codes


@pytest.mark.parametrize(
    ("year", "falls"),
    [(2021, False), (2022, False), (2023, True), (2024, False), (2025, True), (2028, True),
     (2018, True)],
)  # fmt: skip
def test_the_years_of_a_term(year, falls):
    assert POWER.programme.rewards["group_outstanding"].cadence.falls_in(year) is falls


def in_2024_as_year_five():
    """The programme with terms that begin in 2020, so that 2024 is its fifth year."""
    reward = POWER.programme.rewards["group_outstanding"]
    moved = replace(reward, cadence=replace(reward.cadence, first_year=2020))
    rewards = {**POWER.programme.rewards, "group_outstanding": moved}
    from dataclasses import replace as changed  # noqa: PLC0415 -- an edition is a dataclass

    return changed(POWER, programme=replace(POWER.programme, rewards=rewards))


def chosen(story):
    selected = r.OutstandingSelected(
        reward="group_outstanding", subject=f"unit:{UNIT}", cases=[], votes_for=2, votes_cast=3
    )
    story.world.give(round_stream("power-tkv", "2024"), selected, on="2024-12-10")


def earlier(story, year="2023"):
    """A recognition of an earlier year."""
    stream = case_stream("power-tkv", subject_of(story.programme, story.kind), year)
    opened = replace(story.world.case(story.stream).opened, period=year)
    decided = c.DecisionIssued(
        step="recognise", from_stage="appraised", to_stage="recognised",
        details=d.Decision(level="PASS", number="4-QĐ"),
    )  # fmt: skip
    story.world.give(stream, opened, decided, on=f"{year}-12-20")
    return stream


def test_the_groups_reward_follows_a_choice_and_every_year_of_its_window():
    story = recognised(edition=in_2024_as_year_five())
    organ = _group(story)
    assert refused(story, "decide-reward", GROUP, organ=organ) == {
        "reward_not_chosen", "too_few_years",
    }  # fmt: skip

    chosen(story)
    earlier(story, "2022")
    assert refused(story, "decide-reward", GROUP, organ=organ) == {"too_few_years"}

    earlier(story, "2023")
    assert taken(story, "decide-reward", GROUP, organ=organ)


def test_a_certificate_is_handed_over_by_who_gives_the_reward():
    certificate = d.Certificate(reward="group_outstanding", number="1")

    assert refused(recognised(), "issue-certificate", certificate, organ=BASE) == {"reward_by"}


def test_giay_khen_is_for_a_cell_not_for_a_committee():
    giay_khen = d.RewardDecision(reward="giay_khen", number="1-QĐ")

    story = recognised("department_cell", SON_LA, "captren2/party_committee")
    assert taken(story, "decide-reward", giay_khen)
    story = recognised("department_committee", SON_LA, BASE)
    assert refused(story, "decide-reward", giay_khen) == {"not_at_this_stage"}
    assert SON_LA.programme.rewards["giay_khen"].subjects == ["department_cell"]


def test_who_is_recognised_is_not_rewarded_against_what_came_later():
    story = recognised()
    worse = d.InspectionConclusion(conclusion="x", in_order=False)
    story.act(c.InspectionConcluded, worse, to="recognised")

    assert refused(story, "decide-reward", ANNUAL) == {"against_unexplained"}
    assert taken(story, "decide-reward", replace(ANNUAL, departure="đã khắc phục"))


def given(story, event, details, *, on):
    """The story with one more act, which leaves the case where it stands."""
    stage = story.world.case(story.stream).stage
    act = event(step="reward", from_stage=stage, to_stage=stage, details=details)
    story.world.give(story.stream, act, on=on)
    return story


def test_a_reward_is_decided_once_for_a_case():
    story = given(recognised(), c.RewardDecided, ANNUAL, on="2024-12-19")

    assert "reward_twice" in refused(story, "decide-reward", ANNUAL)
    assert "reward_twice" in refused(story, "decide-reward", replace(ANNUAL, number="9-QĐ"))
    assert "reward_twice" not in refused(story, "decide-reward", GROUP)


def test_a_recalled_reward_may_be_decided_again():
    story = given(recognised(), c.RewardDecided, ANNUAL, on="2024-12-18")
    given(story, c.RewardRecalled, d.Recall(reward="annual", returned=True), on="2024-12-19")

    assert taken(story, "decide-reward", ANNUAL)
