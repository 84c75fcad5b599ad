"""What guards look at besides the act itself, at the edge: criteria, figures of others, members, earlier decisions."""

from dataclasses import replace as changed
from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.decide import question, situate
from domain.case.guards import GUARDS, preparation, restoring, revoking
from domain.events import case as c
from domain.events import details as d
from domain.events.base import Mark, Sheet
from domain.scoring.facts import Facts, Measured
from tests.domain.case.asking import SON_LA, a_case, told
from tests.domain.case.test_before_a_case import before
from tests.domain.case.test_bound import then
from tests.domain.case.test_rewarding import kept_out
from tests.domain.case.test_rewards_open import ANNUAL, recognised
from tests.support.shown import assert_shown
from tests.support.stage_world import TODAY
from words.sentences import sentence


def now(story, payload=None, verb=""):
    case = story.world.case(story.stream)
    asked = replace(question(case, TODAY, story.world), payload=payload, verb=verb)
    return situate(case, asked, story.world)


def said(reasons):
    for each in reasons:
        assert_shown(each)
    return [sentence(each, "en") for each in reasons]


def test_a_figure_of_others_that_is_not_final_holds_a_decision_back():
    situation = now(a_case("appraised"))
    figures = {"a": Measured(final=False), "b": Measured(final=True)}
    situation.__dict__["facts"] = Facts(figures)
    [reason] = GUARDS["inputs_final"](situation)

    assert said([reason])[0].startswith("The input “")
    assert (reason.code, str(reason.values["input"])) == ("input_not_final", "a")


def rewarded(level, reward_level):
    """A recognised cell whose decision came to a level, and a reward that asks for one."""
    story = recognised(level=reward_level)
    rows = story.world.rows[story.stream]
    for at, (event, stamp) in enumerate(rows):
        if event.TOPIC == "decision-issued":
            outcome = replace(story.outcome(), level=level)
            rows[at] = replace(event, details=replace(event.details, outcome=outcome)), stamp
    return now(story, d.RewardDecision(reward="annual", number="1"), "decide-reward")


def test_a_reward_asks_for_the_level_that_was_decided():
    assert GUARDS["reward_level_reached"](rewarded("HIGH", "HIGH")) == []
    assert GUARDS["reward_level_reached"](rewarded("LOW", "")) == []
    [reason] = GUARDS["reward_level_reached"](rewarded("LOW", "HIGH"))

    assert reason.code == "reward_level"
    assert ANNUAL.en in said([reason])[0]
    assert str(reason.values["level"]) == "HIGH"


def test_a_certificate_for_a_reward_that_nobody_decided_is_told_with_its_name():
    asked = now(recognised(), d.Certificate(reward="annual", number="1"))

    assert said(GUARDS["reward_given"](asked)) == [f"Reward {ANNUAL.en} has not been decided."]


def test_a_restoration_has_a_number():
    story = a_case("recognised")
    story.before("restore-recognition")
    situation = now(story)
    restored = d.Restoration(number="7", petition="kn-1")

    assert restoring.restoration_refusals(situation, restored) == []
    blank = restoring.restoration_refusals(situation, replace(restored, number=" "))
    assert said(blank) == ["The document's number is needed."]


def test_a_new_decision_is_of_the_day_of_the_old_one_or_later_and_has_a_sheet_in_order():
    story = a_case("recognised")
    unknown = Sheet(marks=[Mark(node="IX.9", value="1")])
    again = d.Supersession(level="PASS", number="9", sheet=story.sheet)

    def against(payload, on):
        situation = now(story, payload)
        situation.command = replace(situation.command, effective_on=on)
        return [each.code for each in restoring.supersession_refusals(situation, payload)]

    assert against(again, date(2024, 12, 1)) == []
    assert against(again, date(2024, 11, 30)) == ["supersedes_a_later_one"]
    assert against(replace(again, sheet=Sheet(marks=[])), TODAY) == []
    assert against(replace(again, sheet=unknown), TODAY) == ["node_unknown"]


def test_who_is_kept_out_is_told_since_when_and_until_when():
    story = kept_out(2, date(2024, 3, 1))

    [reason] = told(story, "select-pilot", d.Selection()).values()
    assert "2024" in reason
    assert "2026" in reason


def test_registration_that_is_over_is_told_with_the_day():
    begun = before()
    late = situate(None, replace(begun.command, effective_on=date(2025, 1, 1)), begun.world)

    assert said(GUARDS["registration_open"](late)) == ["This round ended before 1 Jan 2025."]


@pytest.mark.parametrize(
    ("subjects", "asked"), [([], True), (["department_cell"], True), (["department_committee"], False)]
)  # fmt: skip
def test_registration_and_commitment_are_asked_of_the_kinds_that_the_file_names(subjects, asked):
    programme = SON_LA.programme
    of_kinds = replace(
        programme,
        registration=replace(programme.registration, subjects=subjects),
        commitment=replace(programme.commitment, subjects=subjects),
    )
    situation = before(edition=changed(SON_LA, programme=of_kinds))

    assert bool(preparation.preparation_refusals(situation, d.Opening())) is asked
    assert bool(preparation.registration_refusals(situation, d.Registration())) is asked
    assert bool(preparation.commitment_refusals(situation, d.SignedCommitment())) is asked


def test_a_programme_without_registration_or_commitment_asks_for_none():
    programme = replace(SON_LA.programme, registration=None, commitment=None)
    situation = before(edition=changed(SON_LA, programme=programme))

    assert preparation.preparation_refusals(situation, d.Opening()) == []
    assert preparation.registration_refusals(situation, d.Registration()) == []
    assert preparation.commitment_refusals(situation, d.SignedCommitment()) == []


def test_an_effect_that_the_programme_does_not_allow_is_told_with_those_it_allows():
    story = a_case("recognised")
    asked = d.Revocation(number="9", ground="criteria_not_met", effect="as_if_never")
    fewer = replace(story.programme.revocation, effects=["from_now", "from_date"])
    situation = now(story, asked)
    situation.programme = replace(story.programme, revocation=fewer)
    [reason] = revoking.revocation_refusals(situation, asked)

    assert_shown(reason)
    assert (reason.code, str(reason.values["effect"])) == ("effect_unknown", "as_if_never")
    assert [str(each) for each in reason.values["known"].value] == ["from_now", "from_date"]


def test_a_petition_that_waits_is_answered_and_a_blank_one_is_not_filed():
    story = a_case("recognised")
    then(story, c.PetitionFiled, d.Petition(petition="a", subject_matter="s"))
    answer = d.PetitionAnswer(petition="a", upheld=True)
    blank = d.Petition(petition="b", subject_matter=" ")

    assert revoking.answer_refusals(now(story), answer) == []
    assert said(revoking.petition_refusals(now(story), blank)) == ["It must say what it is about."]
    assert revoking.petition_refusals(now(story), replace(blank, subject_matter="s")) == []
