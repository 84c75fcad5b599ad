"""Revocation: finding, explanation, effect, what relied on it."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.dependents import dependents, flags_after
from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events.base import Reliance
from domain.streams import round_stream
from tests.domain.case.asking import a_case, refused, taken
from tests.support.stage_world import FINDING, PARENT


def _revocation(**changes):
    fields = {"number": "9-QĐ", "ground": "criteria_not_met", "effect": "from_now", **changes}
    return d.Revocation(**fields)


def _found(explain_by=date(2024, 12, 31)):
    story = a_case("recognised")
    story.act(c.DefectFound, d.Finding(ground="criteria_not_met", statement="s", explain_by=explain_by),
              to="under_reexamination")  # fmt: skip
    return story


def test_a_finding_gives_the_unit_its_days_to_explain():
    event = taken(a_case("recognised"), "find-defect", d.Finding(
        ground="criteria_not_met", statement="s", evidence=FINDING.evidence))  # fmt: skip

    assert (event.to_stage, event.details.explain_by) == ("under_reexamination", date(2025, 1, 4))


def test_a_revocation_waits_for_the_explanation():
    assert refused(_found(), "revoke", _revocation()) == {"explanation_time_runs"}


def test_after_the_time_is_over_it_need_not_wait():
    assert taken(_found(date(2024, 12, 10)), "revoke", _revocation()).to_stage == "revoked"


def test_a_written_reason_may_take_the_place_of_waiting():
    assert taken(_found(), "revoke", _revocation(without_explanation="đơn vị đã giải thể"))


def test_an_explanation_opens_the_way():
    story = _found()
    story.act(c.ExplanationGiven, d.Explanation(explanation="e"), to="explained")

    assert taken(story, "revoke", _revocation()).to_stage == "revoked"


def test_only_the_body_that_decided_revokes():
    story = _found(date(2024, 12, 10))

    found = refused(story, "revoke", _revocation(), organ=f"{PARENT}/committee_office")

    assert found == {"organ_not_competent"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": ""}, "number_missing"),
        ({"number": " 01-QĐ/TEST "}, "number_of_the_replaced"),
        ({"ground": "không rõ"}, "ground_unknown"),
        ({"effect": "from_date"}, "effect_date_missing"),
        ({"effect": "from_date", "effect_on": date(2024, 1, 1)}, "effect_before_recognition"),
    ],
)
def test_a_revocation_says_number_ground_and_effect(changes, code):
    assert refused(_found(date(2024, 12, 10)), "revoke", _revocation(**changes)) == {code}


@pytest.mark.parametrize(
    ("effect", "on"), [("from_now", date(2024, 12, 20)), ("as_if_never", date(2024, 12, 1))]
)
def test_the_effect_begins_now_or_with_the_recognition(effect, on):
    event = taken(_found(date(2024, 12, 10)), "revoke", _revocation(effect=effect))

    assert event.details.effect_on == on


def test_what_is_not_recognised_is_not_found_defective():
    assert refused(a_case("not_recognised"), "find-defect", FINDING) == {"not_at_this_stage"}


def test_a_recognition_that_another_case_relied_on_is_flagged_there():
    story = a_case("recognised")
    relied = Reliance(stream="case:cell", version=3, use="ratio", value="PASS")
    event = c.CommentGiven(
        step="comment", from_stage="recognised", to_stage="recognised",
        details=d.Comment(comment="c"), relied_on=[relied],
    )  # fmt: skip
    story.world.give(story.stream, event)

    [(stream, flag)] = flags_after("case:cell", event, "revoked", story.world)

    assert (stream, flag.details, flag.to_stage) == (
        story.stream,
        d.Flagging(revoked="case:cell", use="ratio", value="PASS"),
        "recognised",
    )


def test_what_relied_on_what_relied_on_it_is_found_too_with_the_way_there():
    story = a_case("recognised")
    relied = Reliance(stream="case:cell", version=3, use="ratio", value="PASS")
    event = c.CommentGiven(
        step="comment", from_stage="recognised", to_stage="recognised",
        details=d.Comment(comment="c"), relied_on=[relied],
    )  # fmt: skip
    story.world.give(story.stream, event)
    selected = r.OutstandingSelected(
        reward="co", subject="unit:donvi", cases=[story.stream], votes_for=9, votes_cast=9,
        relied_on=[Reliance(stream=story.stream, version=2, use="selection:co")],
    )  # fmt: skip
    story.world.give(
        round_stream(story.programme.code, "2024"), selected, organ="captren3/rewarder"
    )

    found = [(each.use, each.level, each.organ) for each in dependents("case:cell", story.world)]
    flags = dict(flags_after("case:cell", event, "revoked", story.world))

    assert found == [("ratio", 1, ""), ("selection:co", 2, "captren3/rewarder")]
    assert flags[story.stream].details == d.Flagging(
        revoked="case:cell", use="selection:co", value="unit:donvi", via=story.stream,
        dependent=round_stream(story.programme.code, "2024"), organ="captren3/rewarder",
    )  # fmt: skip


def test_only_the_organ_that_made_a_choice_reviews_it():
    story = a_case("recognised")
    flag = d.Flagging(revoked=story.stream, use="selection:co", dependent="round:x:2024",
                      organ=f"{PARENT}/committee_office")  # fmt: skip
    story.act(c.DependentOutcomeFlagged, flag, to="recognised")
    review = d.DependentReview(revoked=story.stream, use="selection:co", result="stands")

    decider = f"{PARENT}/party_committee"
    assert refused(story, "review-dependent", review, organ=decider) == {"organ_not_competent"}
    assert taken(story, "review-dependent", review)


def test_an_inquiry_comes_to_its_conclusion_before_the_decision():
    story = _found(date(2024, 12, 10))
    body = f"{PARENT}/inspection_commission"
    story.act(
        c.InquiryOpened, d.Inquiry(body=body, due_on=date(2024, 12, 30)), to="under_reexamination"
    )
    assert refused(story, "revoke", _revocation()) == {"inquiry_runs"}
    assert refused(story, "confirm-recognition", d.Confirmation(number="1")) == {"inquiry_runs"}

    conclusion = d.InspectionConclusion(conclusion="đúng là thiếu", in_order=False)
    story.act(c.InspectionConcluded, conclusion, to="under_reexamination", organ="khac/organ")
    assert refused(story, "revoke", _revocation()) == {"inquiry_runs"}

    story.act(c.InspectionConcluded, conclusion, to="under_reexamination", organ=body)
    assert taken(story, "revoke", _revocation()).to_stage == "revoked"


def test_an_inquiry_has_a_body_that_exists_and_a_day_that_is_not_over():
    inquiry = d.Inquiry(body=f"{PARENT}/nowhere", due_on=date(2024, 12, 1))

    assert refused(_found(), "open-inquiry", inquiry) == {"organ_not_there", "inquiry_date_past"}


def _revoked(upheld=None):
    story = a_case("recognised")
    story.act(c.RecognitionRevoked, _revocation(), to="revoked", on="2024-12-05")
    if upheld is not None:
        story.act(c.PetitionFiled, d.Petition(petition="kn", subject_matter="s"), to="revoked")
        answer = d.PetitionAnswer(petition="kn", upheld=upheld)
        story.act(c.PetitionAnswered, answer, to="revoked")
    return story


@pytest.mark.parametrize("upheld", [None, False])
def test_without_an_upheld_petition_a_revocation_stays(upheld):
    restoration = d.Restoration(number="10-QĐ", petition="kn")

    assert refused(_revoked(upheld), "restore-recognition", restoration) == {"petition_not_upheld"}


def test_a_revocation_is_itself_revoked_and_the_recognition_stands_again():
    story = _revoked(upheld=True)
    assert not story.world.case(story.stream).recognised_and_not_revoked

    event = taken(story, "restore-recognition", d.Restoration(number="10-QĐ", petition="kn"))
    story.world.give(story.stream, event)

    assert event.to_stage == "recognised"
    assert story.world.case(story.stream).recognised_and_not_revoked
    assert story.world.case(story.stream).revoked is None


REFUSING = d.Supersession(level="FAIL", number="11-QĐ", departure="kiến nghị đúng")


def test_to_supersede_a_recognition_that_nothing_stands_against_has_a_reason():
    unexplained = replace(REFUSING, departure="")

    found = refused(a_case("recognised"), "supersede-decision", unexplained)
    assert found == {"against_unexplained"}


def test_a_new_decision_takes_the_place_of_an_older_one():
    story = a_case("recognised")

    event = taken(story, "supersede-decision", REFUSING)
    story.world.give(story.stream, event)

    assert (event.to_stage, event.details.replaces) == ("not_recognised", "01-QĐ/TEST")
    assert story.world.case(story.stream).outcome == "FAIL"
    assert not story.world.case(story.stream).recognised_and_not_revoked


@pytest.mark.parametrize(
    ("number", "on", "codes"),
    [
        ("", date(2024, 12, 20), {"number_missing"}),
        ("01-QĐ/TEST", date(2024, 12, 20), {"number_of_the_replaced"}),
        ("11-QĐ", date(2024, 11, 1), {"supersedes_a_later_one", "date_before_last_step"}),
    ],
)
def test_a_superseding_decision_is_a_new_one_and_a_later_one(number, on, codes):
    payload = replace(REFUSING, number=number)

    assert refused(a_case("recognised"), "supersede-decision", payload, on=on) == codes


def test_a_revoked_recognition_is_not_revoked_twice():
    story = _found(date(2024, 12, 10))
    story.act(c.RecognitionRevoked, _revocation(), to="under_reexamination")

    assert refused(story, "revoke", _revocation()) == {"not_standing"}
