from decimal import Decimal
from fractions import Fraction

import pytest

from domain.scoring.value import Ratio, decimal, number, read, read_series, shown


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("85", Fraction(85)),
        ("84.99 %", Fraction(8499, 10000)),
        ("84,99%", Fraction(8499, 10000)),
        ("2/3", Fraction(2, 3)),
        (" -1 ", Fraction(-1)),
        ("1/0", None),
        ("GOOD", None),
        ("", None),
        ("1,000,000", None),
    ],
)
def test_a_number_is_read_exactly_or_not_at_all(text, exact):
    assert number(text) == exact


def test_a_plain_number_among_percentages_is_a_percentage():
    assert number("84", percent=True) == Fraction(84, 100)
    assert number("84 %", percent=True) == Fraction(84, 100)
    assert number("17/20", percent=True) == Fraction(17, 20)


def test_a_ratio_stays_as_it_was_counted():
    assert read("10/20") == Ratio(10, 20)
    assert shown(Ratio(10, 20)) == "10/20"


def test_a_text_that_is_no_number_is_a_word_and_an_empty_one_is_nothing():
    assert read("GOOD") == "GOOD"
    assert read("85 %") == Fraction(17, 20)
    assert read("  ") is None


def test_a_series_keeps_a_place_for_what_is_missing():
    assert read_series("GOOD, FAIR,-,") == ["GOOD", "FAIR", None, None]
    assert read_series("84,5 %; 1/2") == [Fraction(169, 200), Ratio(1, 2)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(17, 20), "0.85"),
        (Fraction(1, 3), "1/3"),
        (Fraction(90), "90"),
        ("GOOD", "GOOD"),
        (None, "-"),
        (["GOOD", None], "GOOD; -"),
    ],
)
def test_a_value_is_written_as_people_read_it(value, text):
    assert shown(value) == text


def test_points_become_decimals_without_trailing_zeros():
    assert str(decimal(Fraction(171, 2))) == "85.5"
    assert str(decimal(Fraction(80))) == "80"
    assert decimal(Fraction(1, 8)) == Decimal("0.125")
