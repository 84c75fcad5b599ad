"""A ground that a second finding replaced is said in the words of the programme, in the table of changes too."""

import json

import pytest

from application.questions.review_names import named_review
from application.questions.year import Question
from documents.review.in_words import in_words
from documents.review.numbers import shown
from tests.application.systems import a_sample, played, scenario_of


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    folder = tmp_path_factory.mktemp("log")
    system = a_sample(f"sqlite:///{folder}/log.db", "kon-tum")
    lines = map(json.loads, scenario_of("kon-tum").read_text(encoding="utf-8").splitlines())
    first = next(each for each in lines if each["do"] == "find-defect")
    data = {**first["data"], "ground": "Không đảm bảo tiêu chí", "nodes": []}
    again = {**first, "at": "2026-06-01T08:00", "data": data}
    assert played(system, folder / "again.jsonl", [again]) == []
    yield named_review(system, Question(2024))
    system.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_ground_that_was_replaced_is_said_in_words(review, language):
    [table] = [table for table in review.tables if table.name == "changes_after_submission"]
    told = in_words(table, language, review.names)
    rows = [
        {
            column.name: shown(value, column.kind, language)
            for column, value in zip(told.columns, row, strict=True)
            if value is not None
        }
        for row in told.rows
    ]
    [row] = [row for row in rows if row["old"] in _grounds(language)]

    assert (row["old"], row["new"]) == _grounds(language)
    assert not any("criteria_not_met" in value for row in rows for value in row.values())


def _grounds(language):
    if language == "vi":
        return "Kê khai sai thành tích", "không đảm bảo tiêu chí"
    return "Achievements were falsely declared", "The criteria were not met"
