"""Every column of every question has a title in both languages, and no title stands for nothing."""

import ast

import pytest

from domain.catalogue import VERBS
from domain.events import BY_TOPIC
from projections.cases import case_list, register_list, task_list
from projections.organisation import unit_list
from projections.review.case_counts import COUNTED
from tests.architecture.tree import ROOMS, parsed, python_files
from words.catalogue import catalogue
from words.language import LANGUAGES

SOURCE = [name for name in python_files(*ROOMS) if not name.startswith("scripts/benchmarks/")]
SAID = set(catalogue("vi"))
SORTED_BY = {
    name for lists in (case_list, register_list, task_list, unit_list) for name in lists.ORDERS
}


def columns():
    """The file and the word of each `Column(…)` that names itself in the source."""
    for name in SOURCE:
        for node in ast.walk(parsed(name)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Column":
                words = [k.value for k in node.keywords if k.arg == "word"] or node.args[:1]
                labelled = any(k.arg == "label" for k in node.keywords)
                if isinstance(words[0], ast.Constant) and not labelled:
                    yield name, words[0].value


COMPUTED = ("case.mark.", "counted_in_a_row")
"""How titles begin whose columns are named for an event, or for another column."""
COLUMNS = sorted(set(columns()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_title(language):
    said = catalogue(language)

    assert [each for each in COLUMNS if f"column.{each[1]}" not in said] == []


def test_there_are_columns_to_look_at():
    assert len(COLUMNS) > 150


def test_no_title_of_a_column_stands_for_nothing():
    shown = {word for _, word in COLUMNS} | SORTED_BY | set(COUNTED)
    spelled = {
        node.value
        for name in SOURCE
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    titles = {key.removeprefix("column.") for key in SAID if key.startswith("column.")}

    silent = {each for each in titles - shown if each not in spelled}
    assert {each for each in silent if not each.startswith(COMPUTED)} == set()


CODES = {
    "verb": set(VERBS),
    "event": set(BY_TOPIC),
    "state": {"open", "locked", "sealed"},
    "level": {"PASS", "FAIL", "REVOKED"},
    "touched": {"case", "streak", "selection", "classification", "reward"},
    "turned": {"met", "not_met", "knockout", "total"},
    "after_the_seal": {"revocation", "correction", "supersession", "backdated", "late"},
    "power": {"act", "record", "set_up"},
    "effect": {"from_now", "from_date", "as_if_never"},
}
"""By kind of value: every code that a column may hold of those which no programme names."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CODES)
def test_every_code_of_a_kind_has_words(kind, language):
    said = catalogue(language)

    assert [code for code in sorted(CODES[kind]) if f"{kind}.{code}" not in said] == []


@pytest.mark.parametrize("kind", ["state", "touched", "turned", "after_the_seal"])
def test_no_word_of_a_kind_stands_for_nothing(kind):
    said = {key.removeprefix(f"{kind}.") for key in SAID if key.startswith(f"{kind}.")}

    assert said == CODES[kind]
