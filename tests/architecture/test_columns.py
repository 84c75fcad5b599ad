"""Every column of every question has a title in both languages, and no title stands for nothing."""

import ast

import pytest

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
