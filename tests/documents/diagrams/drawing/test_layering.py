"""Rows: where each stage stands, which arrows lead back, how many lines cross."""

from documents.diagrams.drawing.layering import crossings, layers, ordered, returning
from documents.diagrams.drawing.picture import Arrow


def arrows(*pairs):
    return [Arrow(source=pair[0], target=pair[1], labels=("go",)) for pair in pairs]


def test_an_arrow_to_a_stage_on_the_way_leads_back():
    assert returning("sabc", arrows("sa", "ab", "ba", "bc", "ca")) == {("b", "a"), ("c", "a")}


def test_two_ways_to_the_same_stage_do_not_lead_back():
    assert returning("sabc", arrows("sa", "sb", "ac", "bc")) == frozenset()


def test_a_ring_apart_from_the_start_is_cut_too():
    assert returning("sab", arrows("ab", "ba")) == {("b", "a")}


def test_a_stage_stands_below_everything_that_leads_to_it():
    depth = layers("sabc", arrows("sa", "ab", "sb", "bc", "sc"))
    assert depth == {"s": 0, "a": 1, "b": 2, "c": 3}


def test_the_order_of_the_arrows_does_not_matter():
    assert layers("sabc", arrows("bc", "ab", "sa")) == layers("sabc", arrows("sa", "ab", "bc"))


def test_what_nothing_leads_to_stands_just_above_what_it_leads_to():
    depth = layers("sabx", arrows("sa", "ab", "xb"))
    assert depth == {"s": 0, "a": 1, "b": 2, "x": 1}


def test_the_start_stays_on_top():
    assert layers("sab", arrows("ab")) == {"s": 0, "a": 0, "b": 1}


def test_lines_that_change_sides_cross():
    rows = [[0, 1], [2, 3]]
    assert crossings(rows, [(0, 3), (1, 2)]) == 1
    assert crossings(rows, [(0, 2), (1, 3)]) == 0


def test_a_row_is_reordered_until_no_lines_cross():
    rows = [[0, 1, 2], [3, 4, 5]]
    links = [(0, 5), (1, 4), (2, 3)]
    assert crossings(ordered(rows, links), links) == 0


def test_rows_without_crossings_are_left_alone():
    assert ordered([[0, 1], [2, 3]], [(0, 2), (1, 3)]) == [[0, 1], [2, 3]]
