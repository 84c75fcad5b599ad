"""Every kind of criterion, met and not met, entered and measured."""

from decimal import Decimal
from fractions import Fraction

import pytest

from domain.scoring.value import Ratio
from tests.domain.scoring.sets import mark, measured, one, outcome, row
from words.sentences import sentence

LEVELS = [
    {"id": "good", "points": 10},
    {"id": "fair", "points": 7},
    {"id": "weak", "points": 2, "passes": False},
]
BANDS = [
    {"range": "[90 %, 100 %]", "points": 10, "level": "most"},
    {"range": "[80 %, 90 %)", "points": 7},
    {"range": "[0 %, 70 %)", "points": 2, "passes": False, "level": "few"},
]
MONTHS = {"count": 12, "need": "all", "passes": "= GOOD"}


def test_a_toggle_gives_all_or_nothing():
    toggle = one("toggle")
    assert row(toggle, mark(value="true")).points == 10
    assert row(toggle, mark(value="false")).points == 0
    assert not row(toggle, mark(value="false")).met


def test_a_measured_toggle_is_not_asked_of_the_scorer():
    toggle = one("toggle", measure="unexcused", passes="= 0")
    found = row(toggle, mark(value="true"), facts=measured(unexcused=Fraction(1)))
    assert (found.source, found.met, found.points) == ("measured", False, 0)


def test_a_level_gives_its_points():
    levels = one("levels", levels=LEVELS)
    assert row(levels, mark(value="fair")).points == 7
    assert row(levels, mark(value="fair")).met
    assert not row(levels, mark(value="weak")).met
    assert row(levels, mark(value="splendid")).source == "missing"


def test_points_are_what_the_scorer_gives():
    points = one("points")
    assert row(points, mark(points="7.5")).points == Decimal("7.5")
    assert row(points, mark(value="7.5")).points == Decimal("7.5")
    assert not row(points, mark(points=0)).met


def test_points_above_the_maximum_or_below_nothing_are_worth_no_more():
    assert row(one("points"), mark(points=11)).points == 10
    assert row(one("points"), mark(points=-1)).points == 0


def test_points_may_have_to_reach_a_mark():
    points = one("points", passes=">= 5")
    assert row(points, mark(points=5)).met
    assert not row(points, mark(points="4.5")).met


def test_a_figure_finds_its_band():
    bands = one("bands", bands=BANDS)
    assert row(bands, mark(value="9/10")).points == 10
    assert row(bands, mark(value="89.99 %")).points == 7
    assert not row(bands, mark(value="69 %")).met


def test_a_plain_number_in_a_table_of_percentages_is_a_percentage():
    assert row(one("bands", bands=BANDS), mark(value="85")).points == 7


def test_a_figure_between_bands_is_worth_nothing_until_a_level_is_chosen():
    bands = one("bands", bands=BANDS, measure="targets")
    facts = measured(targets=Ratio(3, 4))
    assert row(bands, facts=facts).source == "missing"
    assert row(bands, mark(value="75 %")).why[0].code == "scored_no_band"
    chosen = row(bands, mark(value="few"), facts=facts)
    assert (chosen.source, chosen.points, chosen.met) == ("entered", 2, False)


def test_a_band_may_have_to_pass_a_comparison_too():
    bands = one("bands", bands=BANDS, passes=">= 95 %")
    assert not row(bands, mark(value="9/10")).met
    assert row(bands, mark(value="19/20")).met
    assert row(bands, mark(value="most")).met


@pytest.mark.parametrize(("value", "met"), [("84.99 %", False), ("85 %", True), ("17/20", True)])
def test_a_threshold_is_exact_at_its_border(value, met):
    assert row(one("threshold", passes=">= 85 %"), mark(value=value)).met is met


def test_a_measured_threshold_takes_the_measured_value():
    threshold = one("threshold", measure="members_in_breach", passes="= 0")
    found = row(threshold, mark(value="0"), facts=measured(members_in_breach=Fraction(1)))
    assert (found.source, found.value, found.met, found.points) == ("measured", "1", False, 0)


def test_a_threshold_over_several_values_asks_each_of_them():
    threshold = one("threshold", measure="attendance", passes=">= 85 %")
    assert row(threshold, facts=measured(attendance=[Ratio(17, 20), Ratio(9, 10)])).met
    assert not row(threshold, facts=measured(attendance=[Ratio(16, 20), Ratio(9, 10)])).met
    assert not row(threshold, facts=measured(attendance=[None, Ratio(9, 10)])).met
    assert not row(threshold, facts=measured(attendance=[])).met


def test_one_bad_month_is_fatal_by_default():
    series = one("series", measure="ratings", series=MONTHS)
    assert row(series, facts=measured(ratings=["GOOD"] * 12)).met
    assert not row(series, facts=measured(ratings=["GOOD"] * 11 + ["FAIR"])).met
    assert not row(series, facts=measured(ratings=["GOOD"] * 11 + [None])).met
    assert not row(series, facts=measured(ratings=[])).met


def test_months_that_were_not_due_yet_are_not_asked_of_a_measured_series():
    assert row(
        one("series", measure="ratings", series=MONTHS), facts=measured(ratings=["GOOD"] * 11)
    ).met


def test_entered_months_are_asked_in_full():
    series = one("series", series=MONTHS)
    assert row(series, mark(value=",".join(["GOOD"] * 12))).met
    assert not row(series, mark(value=",".join(["GOOD"] * 11))).met
    assert row(series, mark(value="12/12")).met
    assert not row(series, mark(value="11/12")).met
    assert row(series, mark(value="11/11")).source == "missing"
    assert row(series, mark(value=",".join(["GOOD"] * 13))).source == "missing"


def test_a_series_may_ask_for_so_many_months():
    series = one("series", series={**MONTHS, "need": 10})
    assert row(series, mark(value="10/12")).met
    assert not row(series, mark(value="9/12")).met


def test_a_series_may_ask_for_the_mean():
    series = one("series", series={"of": "quarter", "count": 4, "need": "mean", "passes": ">= 80"})
    assert row(series, mark(value="70;90;80;80")).met
    assert not row(series, mark(value="70;90;80;79.99")).met
    assert not row(series, mark(value="90;90;90;-")).met
    assert not row(series, mark(value="GOOD;GOOD;GOOD;GOOD")).met
    measured_series = one(
        "series", measure="x", series={"count": 4, "need": "mean", "passes": ">= 1/2"}
    )
    assert row(measured_series, facts=measured(x=[Ratio(1, 4), Ratio(3, 4)])).met
    assert not row(measured_series, facts=measured(x=[])).met


def test_exactly_half_of_the_members_is_enough():
    ratio = one("ratio_of_cases", passes=">= 50 %", children={"of": "members"})
    assert row(ratio, mark(value="9/18")).met
    assert not row(ratio, mark(value="8/17")).met
    assert row(ratio, mark(value="19/18")).source == "missing"
    assert row(ratio, mark(value="0/0")).source == "missing"
    assert row(ratio, mark(value="50")).met
    assert not row(ratio, mark(value="49")).met


def test_a_ratio_of_nobody_is_not_met():
    ratio = one("ratio_of_cases", measure="four_good_members", passes=">= 0 %")
    assert not row(ratio, facts=measured(four_good_members=Ratio(0, 0))).met


def test_a_level_of_the_annual_classification_is_reached_or_not():
    external = {"instrument": "classification", "at_least": "WELL"}
    result = one("external_result", external=external)
    assert row(result, mark(value="EXCELLENT")).met
    assert not row(result, mark(value="COMPLETED")).met
    assert row(result, mark(value="GOOD")).source == "missing"
    assert not row(result, facts=measured(**{"1": "NOT_COMPLETED"})).met


def test_nine_tenths_of_the_members_reach_a_level_or_not():
    external = {"instrument": "classification", "of": "members", "at_least": "WELL"}
    result = one("external_result", external=external, passes=">= 90 %")
    assert row(result, mark(value="9/10")).met
    assert not row(result, mark(value="8/9")).met


def test_a_figure_that_cannot_be_read_counts_as_none():
    threshold = one("threshold", passes=">= 85 %")
    assert row(threshold, mark(value="most")).source == "missing"
    assert row(one("threshold", passes="= GOOD"), mark(value="85 %")).source == "missing"
    assert row(one("series", series=MONTHS), mark(value=" ")).source == "missing"


def test_a_collective_may_give_points_where_the_members_gave_levels():
    levels = one("levels", levels=LEVELS)
    assert row(levels, mark(points="8.5")).points == Decimal("8.5")
    assert row(levels, mark(points=7)).met
    assert not row(levels, mark(points="6.5")).met
    assert not row(one("toggle"), mark(points="9.5")).met


def test_a_node_without_a_result_is_worth_nothing_and_not_met():
    found = row(one("points"))
    assert (found.source, found.points, found.met) == ("missing", 0, False)
    assert sentence(found.why[0], "en") == "There is no result yet."
    assert sentence(found.why[0], "vi") == "Chưa có kết quả."


def test_the_value_used_stands_in_the_row():
    found = row(one("threshold", passes=">= 85 %"), mark(value="17/20"))
    assert sentence(found.why[0], "en") == "17/20: meets >= 85 %."
    assert outcome(one("points"), mark(points=3)).points == {"I": 3, "1": 3}
