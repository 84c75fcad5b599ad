"""Whatever the criteria of a guideline say is broken on the real file: another outcome follows, each time."""

import pytest
from msgspec.structs import replace

from domain.events.base import Mark, Sheet
from domain.programme.criteria import Breach, Check
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score
from tests.clauses.criteria_broken import KNOCKS_OUT, SCORES, effects
from tests.clauses.homes import EDITIONS, HOMES, Home, pieces

CRITERIA = [home for home in HOMES if home.room == "criteria"]
CHECKS = [
    Home(code, path, piece)
    for code, edition in EDITIONS.items()
    for path, piece in pieces(edition.programme)
    if isinstance(piece, Check)
]


def _name(home):
    return ".".join(map(str, (home.programme, *home.path)))


@pytest.mark.parametrize("home", CRITERIA, ids=_name)
def test_a_broken_clause_of_the_criteria_changes_the_outcome(home):
    assert effects(EDITIONS[home.programme], home) & {SCORES, KNOCKS_OUT}


@pytest.mark.parametrize("home", CHECKS, ids=_name)
def test_a_condition_inside_a_criterion_costs_something_where_it_fails(home):
    assert effects(EDITIONS[home.programme], home) & {SCORES, KNOCKS_OUT}


def test_a_condition_that_costs_nothing_is_seen():
    """The control: Kon Tum's complaints without what a breach of them does."""
    at = ("criteria", "cell", "groups", 0, "nodes", 4, "checks", 1)
    home = next(each for each in CHECKS if (each.programme, each.path) == ("kon-tum", at))
    criteria = home.above(2)
    idle = replace(home.above(6), on_breach=Breach())
    groups = [replace(criteria.groups[0], nodes=[*criteria.groups[0].nodes[:4], idle])]
    profile = Profile(subject_kind="base_cell")

    def total(nodes):
        mark = Mark(node="I.5", points=6)
        failed = Mark(node="I.5/mass_complaints", value="3")
        table = replace(criteria, groups=nodes)
        return score(table, profile, Sheet(marks=[mark, failed]), Facts()).outcome.total

    assert (total(groups), total(criteria.groups)) == (6, 4)
