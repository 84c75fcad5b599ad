"""A clause does what the catalogue says of it: it is broken on the real programme, and just that follows."""

import pytest

from scripts.clause_table import DOES, does_of, rows
from tests.clauses.broken import effects_at, effects_of
from tests.clauses.homes import HOMES
from tests.programmes.files import tree

CLAUSES = tree("clauses/clauses.yaml")
SAYING = [clause for clause in CLAUSES if does_of(clause)]
NOT_BROKEN_YET = 16
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
