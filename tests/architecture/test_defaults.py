"""docs/defaults.md says what code and programme files say of the defaults."""

import re

import pytest

from application.questions.defaults import defaults, named_by
from application.questions.programme_tables import programme_tables
from domain.checks.assumed import LAST_DEFAULT
from domain.programme.reading import read
from scripts import defaults_page
from tests.architecture.tree import ROOMS, ROOT, tracked
from tests.programmes.files import tree

FILES = [
    name
    for name in tracked()
    if name.startswith((*(f"{room}/" for room in ROOMS), "programmes/", "samples/", "docs/"))
    and name.endswith((".py", ".md", ".yaml", ".jsonl"))
]


def unknown(text):
    """The defaults that a text names and that do not exist."""
    return set(re.findall(r"\bD-\d+\b", text)) - set(defaults())


def test_the_page_equals_its_drawing():
    assert (ROOT / "docs" / "defaults.md").read_text(encoding="utf-8") == defaults_page.draw()


def test_the_defaults_are_those_that_a_programme_file_may_name():
    assert list(defaults()) == [f"D-{number:02}" for number in range(1, LAST_DEFAULT + 1)]


def test_a_default_that_does_not_exist_is_seen():
    assert unknown("as D-31 and D-99 say, and D-1") == {"D-99", "D-1"}


def test_no_file_names_a_default_that_does_not_exist():
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in FILES}

    assert {name: unknown(text) for name, text in texts.items() if unknown(text)} == {}


def test_a_default_is_used_or_says_where_it_is_held():
    nowhere = [
        name for name, each in defaults().items() if not (defaults_page.places(name) or each.held)
    ]

    assert nowhere == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_programme_shows_what_each_of_its_defaults_says_and_why(language):
    edition = read(tree("kon-tum.yaml"))
    shown = programme_tables(edition, language)[-1].dicts()

    assert [row["default"] for row in shown] == named_by(edition)
    assert {"default": "D-01", **said("D-01", language)} in shown


def said(name, language):
    default = defaults()[name]
    return {"means": default.text(language), "why": default.why.text(language)}
