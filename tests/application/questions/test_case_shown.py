"""An entry of a case as people read it: the day on which it was typed in, where the paper has another."""

from datetime import date

import pytest

from application.questions.case_shown import history_told, set_told


def entry(**told):
    return {
        "effective_on": date(2024, 12, 5),
        "rests_on": [],
        "corrected": [],
        "event": "x",
        "sentence": "Đã nộp.",
    } | told


@pytest.mark.parametrize(
    ("recorded_at", "shown"),
    [
        ("2024-12-05T02:00:00Z", None),
        ("2024-12-05T16:59:00Z", None),
        ("2024-12-05T17:01:00Z", date(2024, 12, 6)),  # past midnight where the offices are
        ("2025-01-20T02:00:00Z", date(2025, 1, 20)),
    ],
)
def test_a_field_that_was_set_on_another_day_than_it_was_typed_in_says_so(recorded_at, shown):
    told = set_told(entry(field="stage", value="claimed", recorded_at=recorded_at))
    assert told["recorded_on"] == shown


def test_what_a_step_rests_on_tells_a_clause_from_an_assumption():
    told = history_told(entry(rests_on=["KT-STP-2c", "D-25"]), "vi")
    assert told["sentence"] == "Đã nộp. Theo KT-STP-2c, giả định D-25."


def test_a_step_that_rests_on_nothing_names_nothing():
    assert history_told(entry(), "vi")["sentence"] == "Đã nộp."
