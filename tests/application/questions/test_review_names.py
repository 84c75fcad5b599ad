"""Names in a review: units that are called alike have their codes behind them, as in lists."""

import pytest

from application.questions.review_names import named_review
from application.questions.year import Question
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import word


def unit(code, name):
    return small_year._line("register-unit", at="2024-01-05", data={
        "code": code, "name": name, "kind": "BASE_CELL", "parent": "DUK"})  # fmt: skip


@pytest.fixture
def review(fresh_url, tmp_path):
    system = a_system(fresh_url())
    more = [unit("X1", "Chi bộ Mẫu"), unit("X2", "chi bo mau"), unit("X3", "Chi bộ Khác")]
    assert (
        played(system, tmp_path / "year.jsonl", small_year.set_up(), more, small_year.year()) == []
    )
    yield named_review(system, Question(2024))
    system.close()


@pytest.mark.parametrize(
    ("code", "told"), [("X1", "Chi bộ Mẫu (X1)"), ("X2", "chi bo mau (X2)"), ("X3", "Chi bộ Khác")]
)
def test_units_that_are_called_alike_are_told_apart(review, code, told):
    assert word(code, "unit", "vi", review.names) == told
    assert word(f"unit:{code}", "subject", "vi", review.names) == told
