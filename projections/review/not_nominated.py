"""Units that a programme could recognise on the closing day and that have no case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.streams import round_stream, unit_stream
from projections.review.answer import Answer, Share
from projections.review.collecting.year import Year
from projections.review.eligible import eligible
from words.tables import Column


def rows(year: Year) -> list[tuple[Any, ...]]:
    return [
        (
            each.round.programme,
            each.round.period,
            year.word_of("subjects", each.kind, each.round.programme, each.round.version),
            each.unit.code,
            each.unit.name,
            year.word_of("org_types", each.unit.org_type, each.round.programme, each.round.version),
            each.unit.parent,
            year.unit_name(each.unit.parent),
        )
        for each in eligible(year)
        if not each.case
    ]


def shares(year: Year) -> Iterator[Share]:
    """The streams behind each unit of the list: its own, the round's, and that of its case if there is one."""
    for each in eligible(year):
        key = (each.round.programme, each.round.period, each.unit.code)
        yield Share(key, unit_stream(each.unit.code), each.unit)
        stream = round_stream(each.round.programme, each.round.period)
        yield Share(key, stream, each.unit.code in each.round.pilot_units)
        if each.case:
            yield Share(key, each.case, True)


NOT_NOMINATED = Answer(
    name="not_nominated",
    columns=(
        Column("programme", "programme"),
        Column("period"),
        Column("subject_kind"),
        Column("unit", "code"),
        Column("unit_name"),
        Column("org_type"),
        Column("superior", "code", word="superior_code"),
        Column("superior_name"),
    ),
    keys=("programme", "period", "unit"),
    rows=rows,
    shares=shares,
)
