"""Whatever can be said has words in both languages, and there are no words that nobody says."""

import ast
import re
import string

import pytest

from tests.architecture.tree import ROOMS, ROOT, parsed, python_files
from words.catalogue import catalogue

SAID = catalogue("vi")
SOURCE = [name for name in python_files(*ROOMS) if not name.startswith("scripts/benchmarks/")]


def calls(*functions):
    """Calls of a function with a constant first argument, with the file's name."""
    for name in SOURCE:
        for node in ast.walk(parsed(name)):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in functions
                and node.args
            ):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield name, first.value, {keyword.arg for keyword in node.keywords}


def placeholders(key):
    return {field for _, field, _, _ in string.Formatter().parse(SAID[key]) if field}


REASONS = [("refusal", *call) for call in calls("refusal")] + [
    ("score", *call) for call in calls("reason")
]


@pytest.mark.parametrize(("kind", "place", "code", "values"), REASONS)
def test_a_reason_has_words_and_every_value_that_they_name(kind, place, code, values):
    assert f"{kind}.{code}" in SAID, place
    assert None in values or placeholders(f"{kind}.{code}") <= values, place


def test_no_reason_has_words_that_nobody_says():
    spelled = {
        node.value
        for name in SOURCE
        if name != "domain/refusal_fields.py"
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    computed = ("score.not_applicable_", "score.breach_")
    silent = [
        key
        for key in SAID
        if key.startswith(("refusal.", "score.")) and key.partition(".")[2] not in spelled
    ]

    assert [key for key in silent if not key.startswith(computed)] == []


VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
SAMPLE_DATA = {"scripts/benchmarks/cases.py", "scripts/benchmarks/generate.py"}
"""What fills the made-up logs of the benchmarks is typed there as people would type it; nobody reads it."""


def test_words_for_people_are_spelled_in_the_catalogues_alone():
    spelled = {
        name
        for name in python_files(*ROOMS)
        if not name.startswith("words/")
        and VIETNAMESE.search((ROOT / name).read_text(encoding="utf-8"))
    }

    assert sorted(spelled - SAMPLE_DATA) == []
