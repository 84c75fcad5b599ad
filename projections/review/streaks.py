"""Years of recognition in a row, with and without the revoked ones; recognitions in the last five years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from domain.periods import year_of
from projections.review.answer import Answer, Share
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.lazy_rows import Lazily
from projections.review.collecting.year import Year
from words.tables import Column

WINDOW = 5


def shares(year: Year) -> Iterator[Share]:
    """Each recognition up to the year, and whether it stands."""
    for key, cases in _recognised(year).items():
        for case in cases:
            yield Share(key, case.stream, (_year(case), case.standing))


def rows(year: Year) -> Sequence[tuple[Any, ...]]:
    """The subjects recognised in the last five years."""
    found = sorted(_recognised(year).items(), key=itemgetter(0))
    return Lazily(found, lambda each: [_row(*each, year)], lambda _: 1)


def streak(years: set[int], last: int) -> int:
    """How many years in a row end with the last one."""
    first = last
    while first in years:
        first -= 1
    return last - first


def _recognised(year: Year) -> dict[tuple[str, str], list[CaseOnDay]]:
    """The recognitions by programme and subject, oldest first, of those who have a recent one."""
    last, found = year.asked.year, dict[tuple[str, str], list[CaseOnDay]]()
    for case in year.every:
        programme = case.opening.programme
        if case.recognised and _year(case) <= last and year.asked.programme in {"", programme}:
            found.setdefault((programme, case.subject), []).append(case)
    return {
        key: sorted(cases, key=lambda case: (case.opening.period, case.stream))
        for key, cases in found.items()
        if any(_year(case) > last - WINDOW for case in cases)
    }


def _year(case: CaseOnDay) -> int:
    return year_of(case.opening.period)


def _row(key: tuple[str, str], cases: list[CaseOnDay], year: Year) -> tuple[Any, ...]:
    last = year.asked.year
    every = {_year(case) for case in cases}
    standing = {_year(case) for case in cases if case.standing}
    recent = set(range(last - WINDOW + 1, last + 1))
    return (
        *key,
        year.unit_name(cases[-1].unit),
        streak(standing, last),
        streak(every, last),
        len(standing & recent),
        len(every & recent),
        [str(each) for each in sorted(standing)],
        [str(each) for each in sorted(every - standing)],
    )


STREAKS = Answer(
    name="streaks",
    columns=(
        Column("programme", "programme"),
        Column("subject", "subject"),
        Column("unit_name"),
        Column("in_a_row", "number"),
        Column("in_a_row_with_revoked", "number"),
        Column("of_five", "number"),
        Column("of_five_with_revoked", "number"),
        Column("years", "list"),
        Column("revoked_years", "list"),
    ),
    keys=("programme", "subject"),
    rows=rows,
    shares=shares,
)
