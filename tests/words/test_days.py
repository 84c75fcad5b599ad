"""Days as people type them, read in one place: what is one, and why another text is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from words.days import FIRST, LAST, day_or_why, read_day

DAYS = st.dates(date(FIRST, 1, 1), date(LAST, 12, 31))


@given(DAYS)
def test_a_day_is_read_as_it_is_written_here_and_in_iso(day):
    assert read_day(f"{day:%d/%m/%Y}") == day
    assert read_day(f" {day.day}/{day.month}/{day.year} ") == day
    assert read_day(day.isoformat()) == day


def test_a_cell_of_a_workbook_may_bring_its_hour():
    assert read_day("2024-12-31 00:00:00") == date(2024, 12, 31)
    assert read_day("2024-12-31 08:00:00") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02/2024", "impossible"),
        ("12/31/2024", "impossible"),
        ("2024-02-30", "impossible"),
        ("00/01/2024", "impossible"),
        ("01/01/0202", "far_off"),
        ("9999-12-31", "far_off"),
        ("5/12/24", "unreadable"),
        ("5/12", "unreadable"),
        ("5.12.2024", "unreadable"),
        ("2024/12/05", "unreadable"),
        ("٣١/١٢/٢٠٢٤", "unreadable"),
        ("", "unreadable"),
        ("hôm nay", "unreadable"),
    ],
)
def test_what_is_no_day_says_why(text, why):
    assert day_or_why(text) == why
    assert read_day(text) is None
