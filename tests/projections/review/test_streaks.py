"""Years in a row, and how many of the last five, with and without those revoked."""

from datetime import date

from tests.projections.review.asking import asked
from tests.projections.review.course import decided, revoked

FIGURES = ("in_a_row", "in_a_row_with_revoked", "of_five", "of_five_with_revoked")


def recognised(book, *years, unit="C1", **of):
    streams = {}
    for year in years:
        streams[year] = book.case(unit, period=str(year), on=f"{year}-02-01", **of)
        decided(book, streams[year], on=f"{year}-12-20")
    return streams


def figures(book, **question):
    return [tuple(row[name] for name in FIGURES) for row in asked(book, "streaks", **question)]


def test_years_in_a_row_end_with_the_year_asked_for(book):
    recognised(book, 2019, 2020, 2022, 2023, 2024)
    assert figures(book) == [(3, 3, 4, 4)]  # 2019 is not among the last five
    assert figures(book, at=2023) == [(2, 2, 4, 4)]
    assert figures(book, at=2021) == [(0, 0, 2, 2)]


def test_a_revoked_year_breaks_the_streak_but_not_the_one_that_counts_it(book):
    streams = recognised(book, 2022, 2023, 2024)
    revoked(book, streams[2023], "2025-03-01")
    assert figures(book) == [(1, 3, 2, 3)]
    assert figures(book, as_of=date(2025, 2, 28)) == [(3, 3, 3, 3)]
    [row] = asked(book, "streaks")
    assert (row["years"], row["revoked_years"]) == (["2022", "2024"], ["2023"])


def test_a_long_streak_is_counted_beyond_five_years(book):
    recognised(book, *range(2017, 2025))
    assert figures(book) == [(8, 8, 5, 5)]


def test_a_subject_not_recognised_for_five_years_is_not_listed(book):
    recognised(book, 2019)
    assert figures(book) == []
    assert figures(book, at=2023) == [(0, 0, 1, 1)]


def test_a_rejection_is_no_year_and_a_later_year_does_not_count_yet(book):
    stream = book.case(period="2024", on="2024-02-01")
    decided(book, stream, "FAIL")
    recognised(book, 2023, 2025)
    assert figures(book) == [(0, 0, 1, 1)]


def test_a_year_of_months_counts_once(book):
    for month in ("2024-05", "2024-06"):
        decided(book, book.case(period=month))
    assert figures(book) == [(1, 1, 1, 1)]


def test_subjects_and_programmes_are_counted_apart(book):
    recognised(book, 2023, 2024)
    recognised(book, 2024, unit="C2", programme="soc-trang")
    rows = [(row["programme"], row["subject"], row["in_a_row"]) for row in asked(book, "streaks")]
    assert rows == [("kon-tum", "unit:C1", 2), ("soc-trang", "unit:C2", 1)]
    assert len(asked(book, "streaks", programme="kon-tum")) == 1
