"""What is told of a revocation, petition or correction that is refused: days at their edge, numbers, what there is."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import a_case, taken, told
from tests.support.stage_world import FINDING, PARENT

BODY = f"{PARENT}/party_committee"
BOARD = f"{PARENT}/propaganda_board"
COMMISSION = f"{PARENT}/inspection_commission"


def test_a_ground_or_an_effect_that_there_is_none_of_is_told_with_those_there_are():
    story = a_case("explained")
    story.before("revoke")
    known = story.programme.revocation
    revocation = d.Revocation(number="9", ground="x", effect="from_now")
    found = told(story, "revoke", revocation)

    assert list(found) == ["ground"]
    assert all(f"({ground})" in found["ground"] for ground in known.grounds)


def test_a_revocation_from_a_day_before_the_recognition_is_told_with_both_days():
    story = a_case("explained")
    story.before("revoke")
    early = d.Revocation(
        number="9", ground=FINDING.ground, effect="from_date", effect_on=date(2024, 11, 30)
    )
    [(about, reason)] = told(story, "revoke", early).items()

    assert about == "effect_on"
    assert "30 Nov 2024" in reason
    assert "1 Dec 2024" in reason
    assert taken(story, "revoke", replace(early, effect_on=date(2024, 12, 1)))


def test_the_number_of_the_very_decision_is_told():
    story = a_case("explained")
    story.before("revoke")
    same = d.Revocation(number="01-QĐ/TEST", ground=FINDING.ground, effect="from_now")

    assert told(story, "revoke", same) == {
        "number": "The number 01-QĐ/TEST is that of the very decision to be replaced or revoked."
    }


def test_the_time_to_explain_is_told_with_its_day():
    story = a_case("recognised")
    waiting = d.Finding(ground="criteria_not_met", statement="s", explain_by=date(2024, 12, 20))
    story.act(c.DefectFound, waiting, to="under_reexamination")
    revocation = d.Revocation(number="9", ground="criteria_not_met", effect="from_now")

    assert list(told(story, "revoke", revocation).values()) == [
        "The unit may explain until 20 Dec 2024."
    ]
    story.act(
        c.DefectFound, replace(waiting, explain_by=date(2024, 12, 19)), to="under_reexamination"
    )
    assert taken(story, "revoke", revocation)


def test_who_inquires_and_until_when_are_told():
    story = a_case("recognised")
    story.act(c.DefectFound, FINDING, to="under_reexamination")
    inquiry = d.Inquiry(body=COMMISSION, due_on=date(2024, 12, 19))

    assert told(story, "open-inquiry", inquiry) == {
        "due_on": "The inquiry's due date 19 Dec 2024 is before the day on which it is opened."
    }
    assert taken(story, "open-inquiry", replace(inquiry, due_on=date(2024, 12, 20)))
    story.act(
        c.InquiryOpened, replace(inquiry, due_on=date(2024, 12, 30)), to="under_reexamination"
    )
    revocation = d.Revocation(number="9", ground="criteria_not_met", effect="from_now")
    [reason] = told(story, "revoke", revocation).values()
    assert reason.endswith(" is inquiring; its conclusion comes first.")


def test_a_petition_is_told_by_its_id():
    story = a_case("recognised")
    petition = d.Petition(petition="kn-7", subject_matter="s")
    story.act(c.PetitionFiled, petition, to="recognised")

    assert told(story, "file-petition", petition) == {
        "petition": "There is already a petition with the id kn-7."
    }
    assert told(story, "answer-petition", d.PetitionAnswer(petition="kn-8", upheld=True)) == {
        "petition": "No petition kn-8 waits for an answer."
    }
    story.act(c.PetitionAnswered, d.PetitionAnswer(petition="kn-7", upheld=True), to="recognised")
    assert told(story, "answer-petition", d.PetitionAnswer(petition="kn-7", upheld=True)) == {
        "petition": "No petition kn-7 waits for an answer."
    }


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("number", "01-QĐ/TEST", "changes nothing"),
        ("level", "FAIL", "decides a stage or an outcome"),
        ("departure", "x", "is free text that can be erased"),
    ],
)
def test_a_field_that_is_not_corrected_is_named_in_words(field, value, reason):
    story = a_case("recognised")
    at = story.world.case(story.stream).last(c.DecisionIssued).position
    [told_of] = told(
        story, "correct", d.Correction(of_position=at, field=field, value=value)
    ).values()

    assert reason in told_of


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2024-12-21", "The date 21 Dec 2024 is after today (20 Dec 2024)."),
        ("2024-01-04", "The date 4 Jan 2024 is before the case was opened (5 Jan 2024)."),
    ],
)
def test_a_corrected_day_is_told_with_the_day_at_its_edge(on, reason):
    story = a_case("recognised")
    at = story.world.case(story.stream).last(c.DecisionIssued).position

    found = told(story, "correct", d.Correction(of_position=at, field="effective_on", value=on))
    assert reason in found.values()
