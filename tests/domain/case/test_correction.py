"""Corrections of what was typed wrongly."""

import pytest

from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import a_case, refused, taken


def _position(story, event):
    return story.world.case(story.stream).last(event).position


def test_a_number_typed_wrongly_is_corrected_and_the_stage_stays():
    story = a_case("recognised")
    at = _position(story, c.DecisionIssued)
    event = taken(story, "correct", d.Correction(of_position=at, field="number", value="07-QĐ"))
    story.world.give(story.stream, event, on="2024-12-20")

    case = story.world.case(story.stream)

    assert (case.decision.number, case.stage, case.outcome) == ("07-QĐ", "recognised", "PASS")


def test_a_date_typed_wrongly_is_corrected():
    story = a_case("recognised")
    at = _position(story, c.DecisionIssued)
    correction = d.Correction(of_position=at, field="effective_on", value="2024-12-03")
    story.world.give(story.stream, taken(story, "correct", correction), on="2024-12-20")

    assert story.world.case(story.stream).decided_on == "2024-12-03"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("level", "FAIL", "correction_of_decisive_field"),
        ("number", "01-QĐ/TEST", "correction_changes_nothing"),
        ("no_such", "x", "correction_unreadable"),
        ("departure", "viết lại", "correction_of_text"),
        ("effective_on", "mai", "correction_unreadable"),
        ("effective_on", "2999-01-01", "date_in_future"),
        ("effective_on", "1999-01-01", "date_before_opening"),
        ("effective_on", "", "correction_unreadable"),
        ("effective_on", "20241203", "correction_unreadable"),
        ("effective_on", "2024-W49-2", "correction_unreadable"),
        ("number", " ", "number_missing"),
        ("number.x", "1", "correction_unreadable"),
        ("voters", "an", "correction_unreadable"),
    ],
)
def test_what_decides_or_cannot_be_read_is_not_corrected(field, value, code):
    story = a_case("recognised")
    at = _position(story, c.DecisionIssued)

    assert refused(story, "correct", d.Correction(of_position=at, field=field, value=value)) == {
        code
    }


def test_nothing_of_another_case_is_corrected():
    found = refused(
        a_case("recognised"),
        "correct",
        d.Correction(of_position=10_000, field="number", value="x"),
        organ="donvi/cell",
    )

    assert "correction_of_nothing" in found


def test_a_correction_is_not_itself_corrected():
    story = a_case("recognised")
    at = _position(story, c.DecisionIssued)
    first = d.Correction(of_position=at, field="number", value="07-QĐ")
    organ = story.world.case(story.stream).decided.organ
    story.world.give(story.stream, taken(story, "correct", first), on="2024-12-20", organ=organ)
    again = d.Correction(
        of_position=_position(story, c.CorrectionRecorded), field="value", value="8"
    )

    assert refused(story, "correct", again) == {"correction_of_correction"}
