"""What an act can name in a case: told before anything is typed, and where there is nothing it is refused."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.ballots import carried
from domain.case.choices import CHOICES, nothing_to_name
from domain.case.decide import question, situate
from domain.case.live_evidence import live_evidence
from domain.events import case as c
from domain.events import details as d
from domain.programme.procedure import Vote
from tests.domain.case.asking import a_case, no_case
from tests.support.shown import assert_shown
from tests.support.stage_world import FLAG, TODAY, ballots
from words.sentences import sentence


def situation(story):
    case = story.world.case(story.stream)
    return situate(case, question(case, TODAY, story.world), story.world)


def choices(story, verb):
    return CHOICES[verb](situation(story))


def told(story, verb):
    reasons = nothing_to_name(situation(story), verb)
    for each in reasons:
        assert_shown(each)
    return [sentence(each, "en") for each in reasons]


def test_evidence_can_be_withdrawn_until_it_is():
    story = a_case("in_progress")
    assert choices(story, "withdraw-evidence") == ["mc-1"]
    assert told(story, "withdraw-evidence") == []

    more = d.Evidence(evidence="mc-2", nodes=[], kind="figure", value="1")
    story.act(c.EvidenceAttached, more, to="in_progress")
    story.act(c.EvidenceWithdrawn, d.EvidenceWithdrawal(evidence="mc-1"), to="in_progress")
    assert live_evidence(story.world.case(story.stream)) == {"mc-2"}
    assert live_evidence(None) == set()


def test_every_act_but_a_correction_can_be_corrected_by_its_position():
    story = a_case("recognised")
    acts = story.world.case(story.stream).acts
    assert choices(story, "correct") == [str(act.position) for act in acts]

    story.act(c.CorrectionRecorded, d.Correction(of_position=acts[0].position, field="contact", value="1"),
              to="recognised")  # fmt: skip
    assert choices(story, "correct") == [str(act.position) for act in acts]


def test_the_decision_can_be_superseded_and_before_one_nothing_can():
    decided = a_case("recognised")
    assert choices(decided, "supersede-decision") == ["01-QĐ/TEST"]

    rows = decided.world.rows[decided.stream]
    rows[:] = [row for row in rows if row[0].TOPIC not in {"decision-issued", "reward-decided"}]
    assert choices(decided, "supersede-decision") == []
    [reason] = told(decided, "supersede-decision")
    assert reason.startswith("There is nothing in the case to “")
    assert reason != "There is nothing in the case to “None”."


def test_a_case_is_resumed_once_it_is_suspended():
    story = a_case("in_progress")
    assert told(story, "resume") == ["The case is not suspended."]

    story.act(c.CaseSuspended, d.Suspension(), to="in_progress")
    assert choices(story, "resume") == [story.stream]
    assert told(story, "resume") == []


def test_a_petition_waits_for_an_answer_until_it_has_one():
    story = a_case("recognised")
    for petition in ("a", "b"):
        filed = d.Petition(petition=petition, subject_matter="s")
        story.act(c.PetitionFiled, filed, to="recognised")
    story.act(c.PetitionAnswered, d.PetitionAnswer(petition="a", upheld=False), to="recognised")

    assert choices(story, "answer-petition") == ["b"]


def test_flags_are_reviewed_as_often_as_they_were_raised():
    story = a_case("recognised")
    review = d.DependentReview(revoked=FLAG.revoked, use=FLAG.use, result="stands")
    assert choices(story, "review-dependent") == []

    story.act(c.DependentOutcomeFlagged, replace(FLAG), to="recognised")
    assert choices(story, "review-dependent") == ["case:x"]
    story.act(c.DependentOutcomeReviewed, review, to="recognised")
    assert choices(story, "review-dependent") == []
    story.act(c.DependentOutcomeFlagged, replace(FLAG), to="recognised")
    assert choices(story, "review-dependent") == ["case:x"]


def test_without_a_case_nothing_of_one_can_be_named():
    story = no_case()
    command = story.world.command(
        "select-pilot", story.stream, {}, programme="kon-tum", period="2024",
        subject="unit:donvi", organ="captren/standing_committee", on=date(2024, 12, 20),
    )  # fmt: skip
    before = situate(None, command, story.world)
    empty = {verb: CHOICES[verb](before) for verb in CHOICES if verb != "open-consultation"}

    assert set(map(tuple, empty.values())) == {()}


@pytest.mark.parametrize(
    ("present", "votes_for", "is_carried"),
    [(9, 5, True), (9, 4, False), (8, 4, False), (6, 5, True), (5, 5, False), (10, 5, False), (10, 6, True)],
)  # fmt: skip
def test_a_vote_is_carried_with_its_quorum_and_more_than_its_share_of_the_present(
    present, votes_for, is_carried
):
    vote = Vote(required=True, quorum="2/3", majority="1/2", majority_of="present")
    counted = replace(ballots(), present=present, votes_for=votes_for)

    assert carried(counted, vote) is is_carried
