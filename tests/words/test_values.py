"""Values in both languages; a share never passes its limit by rounding."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from words import values
from words.days import read_day


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Fraction(1, 3), "33,3%", "33.3%"),
        (Fraction(85, 100), "85%", "85%"),
        (Fraction(7996, 10000), "79,96%", "79.96%"),
        (Fraction(79_999_999_999, 100_000_000_000), "79,999999%", "79.999999%"),
        (Fraction(1, 3000), "0,03%", "0.03%"),
    ],
)
def test_a_share_is_never_shown_as_a_whole_number_of_percent_that_it_is_not(value, vi, en):
    assert (values.share(value, "vi"), values.share(value, "en")) == (vi, en)


def test_a_share_is_shown_on_its_own_side_of_a_limit_with_decimals():
    assert values.share(Fraction(6664, 10000), "en", Fraction(666, 1000)) == "66.64%"
    assert values.share(Fraction(6664, 10000), "en") == "66.6%"


@given(st.fractions(0, 1, max_denominator=5000), st.integers(0, 100))
def test_what_is_shown_compares_with_a_limit_as_the_share_does(share, limit):
    told = Fraction(values.share(share, "en").rstrip("%"))

    assert (told >= limit) == (share * 100 >= limit)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (1234, "1.234", "1,234"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (Fraction(1, 3), "0,33", "0.33"),
        (Decimal("79.996"), "79,996", "79.996"),
        (Decimal("-0.001"), "-0,001", "-0.001"),
        (0, "0", "0"),
    ],
)
def test_a_number_has_two_decimals_and_more_where_it_would_become_a_whole_one(value, vi, en):
    assert (values.number(value, "vi"), values.number(value, "en")) == (vi, en)


def test_days_and_instants_are_those_of_the_offices():
    last = datetime(2024, 12, 31, 17, 30, tzinfo=UTC)

    assert values.day(date(2024, 12, 5), "vi") == values.day("2024-12-05", "vi") == "05/12/2024"
    assert values.day(date(2024, 12, 5), "en") == "5 Dec 2024"
    assert (
        values.instant(last, "vi") == values.instant(last.isoformat(), "vi") == "01/01/2025 00:30"
    )
    assert values.instant("2024-12-31T17:30", "en") == "31 Dec 2024 17:30"
    assert values.local_day(last) == values.local_day(last.isoformat()) == date(2025, 1, 1)


def test_money_yes_and_no_and_lists_are_words():
    assert values.money(500_000, "vi") == "500.000\N{NO-BREAK SPACE}₫"
    assert [values.yes_no(value, "vi") for value in (True, False)] == ["có", "không"]
    assert values.listed(["a", "b", "c"], "vi") == "a, b và c"
    assert values.listed(["a", "b"], "en") == "a and b"


@pytest.mark.parametrize(
    "typed", ["05/12/2024", "5/12/2024", " 2024-12-05 ", "2024-12-5", "2024-12-05 00:00:00"]
)
def test_a_day_is_read_as_people_type_it(typed):
    assert read_day(typed) == date(2024, 12, 5)


@pytest.mark.parametrize(
    "typed", ["", "31/02/2024", "12/2024", "5/12/24", "٥/12/2024", "2024-12-05 07:00"]
)
def test_what_is_no_day_is_none(typed):
    assert read_day(typed) is None
