"""Numbers, dates and moments as each language writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from documents.review.numbers import instant, shown
from projections.review.collecting.words import Word


@pytest.mark.parametrize(
    ("value", "kind", "vi", "en"),
    [
        (1234567, "number", "1.234.567", "1,234,567"),
        (Decimal("12.50"), "number", "12,5", "12.5"),
        (Fraction(2, 3), "number", "0,67", "0.67"),
        (Decimal(-1), "number", "-1", "-1"),
        (0, "number", "0", "0"),
        (Fraction(6, 7), "share", "85,7%", "85.7%"),
        (Fraction(1), "share", "100%", "100%"),
        (date(2024, 12, 5), "date", "05/12/2024", "5 Dec 2024"),
        ("2024-12-05", "date", "05/12/2024", "5 Dec 2024"),
        ("2024-12-05", "text", "05/12/2024", "5 Dec 2024"),
        ("2024-12-05 08:04", "text", "05/12/2024 08:04", "5 Dec 2024 08:04"),
        ("2024-99-99", "text", "2024-99-99", "2024-99-99"),
        (True, "yes_no", "có", "yes"),
        (False, "yes_no", "không", "no"),
        (["2023", "2024"], "list", "2023; 2024", "2023; 2024"),
        (Word("PASS", "Công nhận", "Recognised"), "text", "Công nhận", "Recognised"),
        ([Word("a", "một", "one")], "list", "một", "one"),
        (None, "number", "–", "–"),
        ("", "text", "–", "–"),
        ([], "list", "–", "–"),
    ],
)
def test_a_value_is_shown_in_each_language(value, kind, vi, en):
    assert (shown(value, kind, "vi"), shown(value, kind, "en")) == (vi, en)


def test_a_moment_is_that_of_vietnam():
    assert instant("2025-01-30T17:05:09.123456+00:00", "vi") == "31/01/2025 00:05"
    assert instant("2025-01-30T17:05:09+00:00", "en") == "31 Jan 2025 00:05"
