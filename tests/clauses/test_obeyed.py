"""A clause does what the catalogue says of it: it is broken on the real programme, and just that follows."""

import pytest

from scripts.clause_table import DOES, does_of, rows
from tests.clauses.broken import effects_at, effects_of
from tests.clauses.homes import HOMES
from tests.clauses.on_screen import is_shown, screen_of
from tests.programmes.files import tree

CLAUSES = tree("clauses/clauses.yaml")
SAYING = [clause for clause in CLAUSES if does_of(clause)]
NOT_BROKEN_YET = 0
"""Clauses that no test breaks so far; the number may only fall."""


@pytest.mark.parametrize("clause", SAYING)
def test_a_broken_clause_does_what_it_says(clause):
    assert effects_of(clause) == set(does_of(clause))


def test_the_catalogue_says_of_a_clause_what_can_be_seen():
    assert {does for clause in SAYING for does in does_of(clause)} <= DOES


def test_no_more_clauses_than_today_are_broken_by_no_test():
    assert len([row for row in rows() if not row.does]) <= NOT_BROKEN_YET


def test_a_home_that_nothing_reads_does_nothing():
    """The control: a source of the guideline is named there, and no rule comes of it."""
    source = next(home for home in HOMES if home.room == "sources")
    assert effects_at(source) == set()


def test_a_clause_without_its_sentences_on_the_screen_is_not_shown():
    """The control: the same screen, once without the sentences, once without the value they stand beside."""
    screen = screen_of("soc-trang")
    assert is_shown("ST-GEN-1", screen)
    assert not is_shown("ST-GEN-1", screen._replace(quoted=screen.quoted | {"ST-GEN-1": ""}))
    assert not is_shown("ST-GEN-1", screen._replace(values=""))


def test_a_clause_of_another_guideline_is_not_shown():
    assert not is_shown("KT-GEN-1", screen_of("soc-trang"))
