"""What is told of a decision or a consultation that is refused: who, what, which day, in whole sentences."""

from datetime import date

from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Mark, Sheet
from tests.domain.case.asking import a_case, told
from tests.domain.case.test_bound import PASS, claim, ready, then
from tests.support.stage_world import PARENT, ballots
from words import kinds
from words.sentences import sentence

BODY = f"{PARENT}/party_committee"
BOARD = f"{PARENT}/propaganda_board"
COMMISSION = f"{PARENT}/inspection_commission"


def test_a_sheet_that_fails_is_told_with_what_is_not_met_and_the_figures():
    story = ready("kon-tum", "subordinate_cell")
    few = Sheet(marks=[Mark(node=mark.node) for mark in story.sheet.marks])
    then(story, c.Appraised, d.Appraisal(proposal="PASS", sheet=few))
    sentences = told(story, "decide", PASS)

    assert list(sentences) == ["against_sheet"]
    assert "mark to pass: 80" in sentences["against_sheet"]
    assert "total: 4," in sentences["against_sheet"]


def test_a_claim_and_a_lost_vote_against_the_decision_are_told_with_level_and_votes():
    story = ready("kon-tum", "subordinate_cell")
    then(story, c.LevelClaimed, claim("FAIL"))
    [(about, sentence_of_claim)] = told(story, "decide", PASS).items()
    assert about == "departure"
    assert sentence_of_claim.startswith("Those under consideration claim “")
    assert sentence_of_claim.endswith("To do so all the same, a reason has to be given.")

    then(story, c.BallotsCounted, replace(ballots(), votes_for=4, votes_against=5, passed=False))
    assert told(story, "decide", replace(PASS, departure="x"))["against_vote"] == (
        "The vote was lost: 4 votes for, of 9 on the roll."
    )


def test_an_inspection_against_the_decision_is_told_with_its_day():
    story = ready("kon-tum", "subordinate_cell")
    inspected = d.InspectionConclusion(conclusion="x", in_order=False)
    then(story, c.InspectionConcluded, inspected, on="2024-12-11")

    assert told(story, "decide", PASS)["departure"].startswith(
        "An inspection concluded on 11 Dec 2024, after the sheet, that things are not in order."
    )


def test_a_decision_against_the_proposal_is_told_with_its_level():
    [(about, reason)] = told(
        a_case("appraised"), "decide", d.Decision(level="FAIL", number="1")
    ).items()

    assert about == "departure"
    assert reason.startswith("The decision “")
    assert reason.endswith("” departs from the appraiser's proposal: a reason is needed.")


def consulting(*answered, due_on=date(2024, 12, 30)):
    story = a_case("consulting", "base_cell")
    asked = d.ConsultationRequest(bodies=[COMMISSION, BOARD], due_on=due_on)
    story.act(c.ConsultationOpened, asked, to="consulting")
    for body in answered:
        story.act(c.OpinionGiven, d.Opinion(body=body, stance="agree"), to="consulting")
    return story


def test_a_consultation_that_runs_is_told_with_its_day_and_who_is_awaited():
    [reason] = told(consulting(COMMISSION), "close-consultation", d.ConsultationClosing(
        silent={BOARD: "x"})).values()  # fmt: skip

    assert reason.startswith("The time to answer runs until 30 Dec 2024, still awaited: ")
    assert sentence_names(reason, BOARD)
    assert not sentence_names(reason, COMMISSION)


def sentence_names(reason, organ):
    """Whether a sentence speaks of an organ, by the name that the catalogue has for it."""
    return (
        sentence(kinds.because("refusal.inquiry_runs", body=kinds.organ(organ)), "en").split(
            " is inquiring"
        )[0]
        in reason
    )


def test_a_body_that_is_silent_or_was_not_asked_is_named():
    late = consulting(COMMISSION, due_on=date(2024, 12, 19))
    [silent] = told(late, "close-consultation", d.ConsultationClosing()).values()
    assert sentence_names(silent, BOARD)

    other = d.Opinion(body="x/y", stance="agree")
    [not_asked] = told(consulting(), "give-opinion", other, organ=BOARD).values()
    assert f"({COMMISSION})" in not_asked
    assert f"({BOARD})" in not_asked


def test_a_time_to_answer_that_is_too_short_is_told_with_the_earliest_day():
    story = a_case("appraised", "base_cell")
    short = d.ConsultationRequest(bodies=[BOARD], due_on=date(2024, 12, 29))
    [(about, reason)] = told(story, "open-consultation", short).items()

    assert about == "due_on"
    assert "29 Dec 2024" in reason
    assert "30 Dec 2024" in reason


def test_a_voter_is_told_by_who_it_is_and_where_they_would_vote():
    story = a_case("appraised")
    unknown = d.Decision(level="PASS", number="1", voters=["ai-do"])
    strange = d.Decision(level="PASS", number="1", voters=["nguoi-la"])

    assert told(story, "decide", unknown) == {
        "voters": "Nobody ai-do is known to the log: they cannot be named as a voter."
    }
    [(_, reason)] = told(story, "decide", strange).items()
    assert reason.startswith("On 20 Dec 2024 nguoi-la holds no mandate of ")


def test_who_is_related_is_told_how():
    story = a_case("submitted")
    office = f"{PARENT}-committee_office"
    story.act(c.LevelClaimed, d.Claim(level="PASS"), to="submitted", by=office)

    appraisal = d.Appraisal(proposal="PASS", review_results="reviewed")
    [(about, reason)] = told(story, "appraise", appraisal).items()
    assert about == "signed_by"
    assert office in reason


def test_a_reward_is_named_in_each_reason_against_it():
    story = ready("power-tkv", "subordinate_cell")
    unknown = d.RewardDecision(reward="flag", number="1")
    case = a_case("recognised", "subordinate_cell", story.edition)
    [(_, reason)] = [
        each for each in told(case, "decide-reward", unknown).items() if "flag" in each[1]
    ]

    assert all(f"({code})" in reason for code in case.programme.rewards)
