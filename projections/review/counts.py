"""The plain counts: by programme, title, subject kind, organisation type and superior body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from projections.review.answer import Answer, Share
from projections.review.case_counts import COUNTED, marks
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.year import Year
from projections.review.deadlines import is_late
from words.tables import Column

KEYS = ("programme", "title", "subject_kind", "org_type", "superior")


def superior(case: CaseOnDay, year: Year) -> str:
    """The unit directly above on the closing day; of a member it is the cell."""
    if case.subject.startswith("member:"):
        return case.unit
    placed = year.unit_of(case)
    return placed.parent if placed else ""


def shares(year: Year) -> Iterator[Share]:
    """What each case adds to the counts."""
    for case in year.cases:
        opening = case.opening
        key = (
            opening.programme,
            year.word("titles", opening.title, case),
            year.word("subjects", opening.subject_kind, case),
            year.word("org_types", opening.org_type, case),
            superior(case, year),
        )
        late = {"late"} if is_late(case, year) else set()
        yield Share(key, case.stream, marks(case) | late)


def rows(year: Year) -> list[tuple[Any, ...]]:
    """One row for each group of cases, in order of its key."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for key, _, what in shares(year):
        counted = found.setdefault(key, dict.fromkeys(COUNTED, 0))
        for each in what:
            counted[each] += 1
    return [
        (*key, year.unit_name(key[-1]), *(found[key][each] for each in COUNTED))
        for key in sorted(found)
    ]


COUNTS = Answer(
    name="counts",
    columns=(
        Column("programme", "programme"),
        Column("title"),
        Column("subject_kind"),
        Column("org_type"),
        Column("superior", "code", word="superior_code"),
        Column("superior_name"),
        Column("cases", "number"),
        Column("registered", "number"),
        Column("submitted", "number"),
        Column("returned", "number"),
        Column("passed", "number"),
        Column("failed", "number"),
        Column("withdrawn", "number"),
        Column("late", "number"),
        Column("revoked", "number"),
        Column("standing", "number"),
    ),
    keys=KEYS,
    rows=rows,
    shares=shares,
)
