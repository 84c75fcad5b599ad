"""Years of recognition in a row, with and without the revoked ones; recognitions in the last five years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from domain.periods import year_of
from projections.review.answer import Answer, Share
from projections.review.known import Known
from projections.review.tables import Column
from projections.review.year import Year

WINDOW = 5


class Recognised(NamedTuple):
    """A subject's years of recognition, and what its newest case is of."""

    every: set[int]
    standing: set[int]
    newest: Known
    streams: dict[str, tuple[int, bool]]


def shares(year: Year) -> Iterator[Share]:
    """Each recognition up to the year, and whether it stands."""
    for (programme, subject), found in _recognised(year).items():
        for stream, value in found.streams.items():
            yield Share((programme, subject), stream, value)


def rows(year: Year) -> list[tuple[Any, ...]]:
    """The subjects recognised in the last five years."""
    found = _recognised(year)
    return [_row(programme, subject, found[programme, subject], year)
            for programme, subject in sorted(found)]  # fmt: skip


def streak(years: set[int], last: int) -> int:
    """How many years in a row end with the last one."""
    first = last
    while first in years:
        first -= 1
    return last - first


def _recognised(year: Year) -> dict[tuple[str, str], Recognised]:
    found: dict[tuple[str, str], Recognised] = {}
    for case in sorted(year.every, key=lambda case: (case.opening.period, case.stream)):
        at = year_of(case.opening.period)
        if not case.recognised or at > year.asked.year or not _covered(case, year):
            continue
        key = (case.opening.programme, case.subject)
        known = found.get(key, Recognised(set(), set(), case, {}))
        known.every.add(at)
        known.standing.update({at} if case.standing else ())
        known.streams[case.stream] = (at, case.standing)
        found[key] = known._replace(newest=case)
    recent = range(year.asked.year - WINDOW + 1, year.asked.year + 1)
    return {key: known for key, known in found.items() if not known.every.isdisjoint(recent)}


def _covered(case: Known, year: Year) -> bool:
    return year.asked.programme in {"", case.opening.programme}


def _row(programme: str, subject: str, found: Recognised, year: Year) -> tuple[Any, ...]:
    last, newest = year.asked.year, found.newest
    recent = set(range(last - WINDOW + 1, last + 1))
    return (
        programme,
        subject,
        year.unit_name(newest.unit),
        streak(found.standing, last),
        streak(found.every, last),
        len(found.standing & recent),
        len(found.every & recent),
        [str(each) for each in sorted(found.standing)],
        [str(each) for each in sorted(found.every - found.standing)],
    )


STREAKS = Answer(
    name="streaks",
    vi="Chuỗi năm được công nhận",
    en="Streaks",
    columns=(
        Column("programme", "Chương trình", "Programme"),
        Column("subject", "Đối tượng", "Subject"),
        Column("unit_name", "Đơn vị", "Name of the unit"),
        Column("in_a_row", "Số năm liên tục", "Years in a row", "number"),
        Column("in_a_row_with_revoked", "Kể cả đã huỷ bỏ", "With revoked ones", "number"),
        Column("of_five", "Trong 5 năm gần nhất", "Of the last five years", "number"),
        Column(
            "of_five_with_revoked",
            "Trong 5 năm, kể cả đã huỷ bỏ",
            "Of five, with revoked ones",
            "number",
        ),
        Column("years", "Các năm", "Years", "list"),
        Column("revoked_years", "Các năm đã huỷ bỏ", "Revoked years", "list"),
    ),
    keys=("programme", "subject"),
    rows=rows,
    shares=shares,
)
