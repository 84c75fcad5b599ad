"""On which day a deadline falls."""

from datetime import date

import msgspec
import pytest

from workflow.deadline import Deadline, due_on

REGISTRATION = {
    "variants": [
        {"before": {"month": 5, "day": 7}, "years": {"from": 2024, "until": 2024}},
        {"quarter": 1, "years": {"from": 2025}},
    ]
}


def due(tree, year=2024, dates=None, holidays=frozenset()):
    return due_on(msgspec.convert(tree, Deadline), year, dates or {}, holidays)


def test_a_fixed_day_is_that_day_of_the_period_year():
    assert due({"on": {"month": 12, "day": 31}}) == date(2024, 12, 31)


def test_a_fixed_day_may_lie_in_a_later_year():
    assert due({"on": {"month": 1, "day": 15, "year_offset": 1}}) == date(2025, 1, 15)


def test_before_a_day_is_due_on_the_day_before():
    assert due({"before": {"month": 5, "day": 6}}) == date(2024, 5, 5)


def test_before_the_first_of_january_is_the_last_day_of_the_year_before():
    tree = {"before": {"month": 1, "day": 1, "year_offset": 1}}
    assert due(tree) == date(2024, 12, 31)


@pytest.mark.parametrize(("year", "last"), [(2024, date(2024, 2, 29)), (2023, date(2023, 2, 28))])
def test_the_29th_of_february_is_the_28th_in_a_common_year(year, last):
    assert due({"on": {"month": 2, "day": 29}}, year) == last


@pytest.mark.parametrize("year", [2023, 2024])
def test_before_the_29th_of_february_is_the_28th_in_every_year(year):
    assert due({"before": {"month": 2, "day": 29}}, year) == date(year, 2, 28)


@pytest.mark.parametrize(
    ("quarter", "last"), [(1, (3, 31)), (2, (6, 30)), (3, (9, 30)), (4, (12, 31))]
)
def test_a_quarter_is_due_on_its_last_day(quarter, last):
    assert due({"quarter": quarter}) == date(2024, *last)


def test_within_days_does_not_count_the_day_it_begins_on():
    tree = {"within": {"days": 15, "after": "ask"}}
    assert due(tree, dates={"ask": date(2024, 5, 1)}) == date(2024, 5, 16)


def test_within_no_days_is_the_same_day():
    tree = {"within": {"days": 0, "after": "ask"}}
    assert due(tree, dates={"ask": date(2024, 5, 1)}) == date(2024, 5, 1)


def test_within_business_days_passes_over_weekends_and_holidays():
    tree = {"within": {"business_days": 3, "after": "ask"}}
    dates = {"ask": date(2024, 5, 2)}
    assert due(tree, dates=dates) == date(2024, 5, 7)
    assert due(tree, dates=dates, holidays=frozenset({date(2024, 5, 3)})) == date(2024, 5, 8)


def test_within_is_not_due_while_what_it_counts_from_has_not_happened():
    tree = {"within": {"days": 15, "after": "ask"}, "roll": "next"}
    assert due(tree, dates={"lend": date(2024, 5, 1)}) is None


def test_a_variant_is_meant_for_its_own_years():
    assert [due(REGISTRATION, year) for year in (2023, 2024, 2025, 2031)] == [
        None,
        date(2024, 5, 6),
        date(2025, 3, 31),
        date(2031, 3, 31),
    ]


def test_a_deadline_is_not_due_outside_its_years():
    tree = {"quarter": 1, "years": {"until": 2023}}
    assert (due(tree, 2023), due(tree, 2024)) == (date(2023, 3, 31), None)


@pytest.mark.parametrize(
    ("roll", "day"),
    [
        ("none", date(2024, 3, 31)),
        ("next", date(2024, 4, 2)),
        ("previous", date(2024, 3, 29)),
    ],
)
def test_a_sunday_rolls_as_the_deadline_says(roll, day):
    holidays = frozenset({date(2024, 4, 1)})
    assert due({"quarter": 1, "roll": roll}, holidays=holidays) == day


@pytest.mark.parametrize(
    ("tree", "why"),
    [
        ({}, "exactly one of"),
        ({"quarter": 1, "on": {"month": 1, "day": 1}}, "exactly one of"),
        ({"quarter": 5}, "<= 4"),
        ({"on": {"month": 2, "day": 30}}, "day is out of range"),
        ({"on": {"month": 13, "day": 1}}, "<= 12"),
        ({"within": {"after": "ask"}}, "either days or business_days"),
        ({"within": {"after": "ask", "days": 1, "business_days": 1}}, "either days"),
        ({"within": {"after": "ask", "days": -1}}, ">= 0"),
        ({"quarter": 1, "roll": "sideways"}, "sideways"),
        ({"variants": [{"quarter": 1}, {"quarter": 2, "years": {"from": 2024}}]}, "same year"),
    ],
)
def test_a_deadline_that_cannot_be_meant_is_refused(tree, why):
    with pytest.raises(msgspec.ValidationError, match=why):
        msgspec.convert(tree, Deadline)
