"""What the real table of An Phú teaches the engine."""

import pytest

from domain.scoring.interval import Flaw, gaps_and_overlaps
from domain.scoring.profile import Profile
from tests.domain.scoring.an_phu import BEST, table
from tests.domain.scoring.sets import mark, one, outcome, refusals

FULL = Profile(has=frozenset({"cell_committee", "thematic_meeting"}))
NO_THEME = Profile(has=frozenset({"cell_committee"}))


def best(*but, without=()):
    marks = {**BEST, **{each.node: each for each in but}}
    return [each for name, each in marks.items() if name not in without]


def test_a_month_with_a_thematic_meeting_can_have_a_hundred_points():
    found = outcome(table(), *best(), profile=FULL)
    assert (found.total, found.level, found.passes) == (100, "GOOD", True)


@pytest.mark.parametrize(
    ("rule", "total"), [("not_counted", 95), ("full", 100), ("exclude_and_rescale", 100)]
)
def test_a_month_without_one_has_ninety_five_unless_a_rule_is_set(rule, total):
    assert outcome(table(rule), *best(without=["4.3"]), profile=NO_THEME).total == total


def test_without_a_rule_six_lost_points_cost_the_good_rating_in_such_a_month():
    lost = [mark("5", points=4)]
    assert outcome(table(), *best(*lost), profile=FULL).level == "GOOD"
    assert outcome(table(), *best(*lost, without=["4.3"]), profile=NO_THEME).level == "FAIR"


def test_thematic_points_in_a_month_without_a_thematic_meeting_are_refused():
    assert refusals(table(), *best(), profile=NO_THEME) == ["node_not_due"]


def test_a_cell_with_a_secretary_only_has_the_points_of_the_committee_s_preparation():
    alone = Profile(has=frozenset({"thematic_meeting"}))
    assert outcome(table(), *best(without=["3.3"]), profile=alone).total == 100
    assert refusals(table(), *best(without=["3.3"]), profile=alone, complete=True) == []


@pytest.mark.parametrize(
    ("lost", "level"),
    [(10, "GOOD"), (11, "FAIR"), (30, "FAIR"), (31, "AVERAGE"), (50, "AVERAGE"), (51, "POOR")],
)
def test_the_levels_begin_where_the_table_says(lost, level):
    thirty = table().groups[3].nodes
    kept = {each.node: each for each in best()}
    for name in ("4.2", "5", "6", "8", "4.1", "3.1", "4.3", "4.4", "3.2", "3.3", "3.5", "3.4"):
        taken = min(lost, int(kept[name].points))
        kept[name] = mark(name, points=int(kept[name].points) - taken)
        lost -= taken
    assert (lost, len(thirty)) == (0, 8)
    assert outcome(table(), *kept.values(), profile=FULL).level == level


SHORT_BY = ["[90, )", "[75, 90)", "[60, 75)", "[45, 46)", "[0, 45)"]


def test_thirty_one_to_forty_four_minutes_short_falls_between_the_levels():
    assert gaps_and_overlaps(SHORT_BY, 0, 240) == [Flaw("gap", "[46, 60)")]


@pytest.mark.parametrize("minutes", range(46, 60))
def test_the_level_of_a_meeting_in_the_gap_must_be_chosen(minutes):
    bands = [
        {"range": text, "points": 5 - n, "level": str(5 - n)} for n, text in enumerate(SHORT_BY)
    ]
    timed = one("bands", max=5, bands=bands)
    assert refusals(timed, mark(value=str(minutes)), complete=True) == ["value_in_no_band"]
    assert refusals(timed, mark(value="3"), complete=True) == []


def test_a_level_must_be_marked_even_when_the_minutes_are_known():
    assert refusals(table(), *best(without=["1"]), profile=FULL, complete=True) == ["node_missing"]
