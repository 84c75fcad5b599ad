"""What stands against a step before anything is typed, and what that depends on: as the decision then says."""

from datetime import date

from msgspec.structs import replace

from domain.case.decide import question, situate
from domain.case.open_steps import open_steps
from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import a_case, refused, taken
from tests.support.stage_world import FINDING, FLAG, PARENT, STRANGER, TODAY, UNIT, holder

DECIDER = f"{PARENT}/party_committee"
INSPECTION = f"{PARENT}/inspection_commission"


def asked(story, verb, person, organ=""):
    """The steps of a command as a person meets them."""
    case = story.world.case(story.stream)
    command = replace(
        question(case, TODAY, story.world), signed_by=person, actor=person, organ=organ
    )
    steps = open_steps(situate(case, command, story.world))
    return [step for step in steps if step.step.verb == verb]


def codes(steps):
    return [{reason.code for reason in step.refusals} for step in steps]


def _found(explained=True):
    story = a_case("under_reexamination")
    story.act(c.DefectFound, FINDING, to="under_reexamination")
    if explained:
        story.act(c.ExplanationGiven, d.Explanation(explanation="x"), to="under_reexamination")
    return story


def test_while_an_inquiry_runs_nobody_is_told_that_they_may_revoke():
    story = _found()
    assert codes(asked(story, "revoke", holder(DECIDER))) == [set()]

    inquiry = d.Inquiry(body=INSPECTION, due_on=date(2024, 12, 30))
    story.act(c.InquiryOpened, inquiry, to="under_reexamination")

    assert codes(asked(story, "revoke", holder(DECIDER))) == [{"inquiry_runs"}]


def test_the_body_that_was_asked_may_conclude():
    story = _found()
    person = holder(INSPECTION)
    before = asked(story, "conclude-inspection", person)
    inquiry = d.Inquiry(body=f"{PARENT}/cell", due_on=date(2024, 12, 30))
    story.act(c.InquiryOpened, inquiry, to="under_reexamination")

    after = asked(story, "conclude-inspection", holder(f"{PARENT}/cell"))

    assert f"{PARENT}/cell" not in [organ for step in before for organ in step.organs]
    assert [step.organs for step in after] == [[f"{PARENT}/cell"]]
    assert codes(after) == [set()]


def test_who_made_an_act_may_correct_it_which_depends_on_the_act():
    story = a_case("appraised")
    story.act(
        c.Appraised,
        d.Appraisal(proposal="PASS", review_results="đã kiểm điểm"),
        to="appraised",
        organ=INSPECTION,
    )

    [step] = asked(story, "correct", holder(INSPECTION))

    assert (step.organs, step.refusals, step.depends_on) == ([INSPECTION], [], ["of_position"])
    assert "no_mandate" in codes(asked(story, "correct", STRANGER))[0]


def test_who_made_an_outcome_that_is_no_case_may_review_it():
    story = a_case("recognised")
    assert "nothing_to_name" in codes(asked(story, "review-dependent", holder(INSPECTION)))[0]
    flag = replace(FLAG, dependent="round:x", organ=INSPECTION)
    story.act(c.DependentOutcomeFlagged, flag, to="recognised")

    [step] = asked(story, "review-dependent", holder(INSPECTION))

    assert (step.organs, step.refusals, step.depends_on) == ([INSPECTION], [], [])
    review = d.DependentReview(revoked="case:x", use="ratio", result="stands")
    assert taken(story, "review-dependent", review, organ=INSPECTION)


def test_where_two_made_such_outcomes_it_depends_on_the_recognition():
    story = a_case("recognised")
    for use, organ in (("ratio", INSPECTION), ("streak", DECIDER)):
        flag = replace(FLAG, use=use, dependent="round:x", organ=organ)
        story.act(c.DependentOutcomeFlagged, flag, to="recognised")

    [step] = asked(story, "review-dependent", holder(INSPECTION))

    assert (step.organs, step.refusals, step.depends_on) == ([INSPECTION], [], ["revoked"])


def test_what_there_is_nothing_of_in_the_case_cannot_be_named():
    story = a_case("recognised")

    assert codes(asked(story, "answer-petition", holder(DECIDER))) == [{"nothing_to_name"}]

    story.act(c.PetitionFiled, d.Petition(petition="kn-1", subject_matter="s"), to="recognised")
    assert codes(asked(story, "answer-petition", holder(DECIDER))) == [set()]


def test_a_guard_that_something_typed_can_satisfy_says_what_it_depends_on():
    story = a_case("under_reexamination")
    story.act(c.DefectFound, replace(FINDING, explain_by=TODAY), to="under_reexamination")

    [step] = asked(story, "revoke", holder(DECIDER))

    assert (step.refusals, step.depends_on) == ([], ["without_explanation"])
    revocation = d.Revocation(number="5", ground="criteria_not_met", effect="from_now")
    assert refused(story, "revoke", revocation) == {"explanation_time_runs"}
    assert taken(story, "revoke", replace(revocation, without_explanation="lý do"))


def test_an_organ_that_is_named_is_the_only_one_asked_about():
    story = a_case("appraised")

    [step, *_] = asked(story, "decide", holder(DECIDER), organ=f"{UNIT}/cell")

    assert step.organs == []
    assert {"organ_not_competent", "no_mandate"} <= {reason.code for reason in step.refusals}
