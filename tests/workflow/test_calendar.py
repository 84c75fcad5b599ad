"""Business days, with holidays and exchanged days as data."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.calendar import (
    HolidayCalendar,
    add_business_days,
    business_days_between,
    is_business_day,
    next_business_day,
    on_or_after,
    on_or_before,
    previous_business_day,
)

FRIDAY, SATURDAY, MONDAY = date(2024, 5, 3), date(2024, 5, 4), date(2024, 5, 6)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
HOLIDAYS = st.frozensets(st.dates(date(2023, 1, 1), date(2025, 12, 31)), max_size=30)
COUNTS = st.integers(0, 60)


def a_calendar():
    return msgspec.convert(
        {
            "holidays": [
                {"from": "2024-04-29", "until": "2024-05-01", "vi": "Nghỉ lễ", "en": "Holidays"},
                {"from": "2024-09-02"},
            ],
            "worked": ["2024-05-04"],
        },
        HolidayCalendar,
    )


def test_a_weekend_is_no_business_day():
    assert [is_business_day(day) for day in (FRIDAY, SATURDAY, MONDAY)] == [True, False, True]


def test_a_holiday_is_no_business_day():
    assert not is_business_day(MONDAY, frozenset({MONDAY}))


def test_a_named_range_is_off_on_both_ends_and_not_beyond():
    days = [date(2024, 4, 26), date(2024, 4, 29), date(2024, 5, 1), date(2024, 5, 2)]
    assert [is_business_day(day, a_calendar()) for day in days] == [True, False, False, True]


def test_a_range_without_an_end_is_one_day():
    days = [date(2024, 9, 2), date(2024, 9, 3)]
    assert [is_business_day(day, a_calendar()) for day in days] == [False, True]


def test_a_saturday_worked_in_exchange_is_a_business_day():
    assert is_business_day(SATURDAY, a_calendar())
    assert not is_business_day(SATURDAY + timedelta(days=1), a_calendar())


def test_a_holiday_may_not_end_before_it_begins():
    with pytest.raises(msgspec.ValidationError, match="must not end before it begins"):
        msgspec.convert(
            {"holidays": [{"from": "2024-05-02", "until": "2024-05-01"}]}, HolidayCalendar
        )


def test_on_or_after_and_on_or_before_keep_a_business_day():
    assert (on_or_after(FRIDAY), on_or_before(FRIDAY)) == (FRIDAY, FRIDAY)
    assert (on_or_after(SATURDAY), on_or_before(SATURDAY)) == (MONDAY, FRIDAY)


def test_next_and_previous_leave_even_a_business_day():
    assert (next_business_day(FRIDAY), previous_business_day(MONDAY)) == (MONDAY, FRIDAY)


def test_adding_counts_business_days_only():
    assert add_business_days(FRIDAY, 3) == date(2024, 5, 8)
    assert add_business_days(FRIDAY, 3, frozenset({MONDAY})) == date(2024, 5, 9)
    assert add_business_days(date(2024, 5, 8), -3) == FRIDAY


def test_adding_none_is_the_day_itself():
    assert add_business_days(SATURDAY, 0) == SATURDAY


@settings(deadline=None)
@given(DAYS, COUNTS, HOLIDAYS)
def test_taking_away_what_was_added_leads_back_to_a_business_day(day, count, holidays):
    begin = on_or_after(day, holidays)
    assert add_business_days(add_business_days(begin, count, holidays), -count, holidays) == begin


@settings(deadline=None)
@given(DAYS, DAYS, COUNTS, HOLIDAYS)
def test_a_later_begin_never_ends_earlier(one, other, count, holidays):
    early, late = sorted((one, other))
    assert add_business_days(early, count, holidays) <= add_business_days(late, count, holidays)


@settings(deadline=None)
@given(DAYS, COUNTS, HOLIDAYS)
def test_each_further_day_is_later(day, count, holidays):
    assert add_business_days(day, count, holidays) < add_business_days(day, count + 1, holidays)


@settings(deadline=None)
@given(DAYS, st.integers(1, 60), HOLIDAYS)
def test_what_is_added_is_what_is_counted(day, count, holidays):
    end = add_business_days(day, count, holidays)
    assert is_business_day(end, holidays)
    assert business_days_between(day, end, holidays) == count


@settings(deadline=None)
@given(DAYS, st.integers(0, 90), HOLIDAYS)
def test_counting_backwards_is_the_count_of_the_days_before(day, length, holidays):
    end = day + timedelta(days=length)
    shifted = business_days_between(day - timedelta(days=1), end - timedelta(days=1), holidays)
    assert business_days_between(end, day, holidays) == -shifted
