"""The year-end review: on the screen, as JSON."""

from __future__ import annotations

from collections.abc import Container
from typing import Annotated

import typer

from application import reviewing
from documents import review_json
from projections.review.tables import Review, Table
from projections.review.words import said
from scripts.command_line.options import AsJson, Database, KnownAt, Language
from scripts.command_line.terminal import Terminal, day, opened

Programme = Annotated[
    str, typer.Option("--programme", metavar="CODE", help="Chương trình. / Programme.")
]
Period = Annotated[str, typer.Option("--period", metavar="PERIOD", help="Kỳ. / Period.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE", help="Có hiệu lực đến ngày. / In effect by a day.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("review")(review)


def review(
    year: Annotated[int, typer.Argument(metavar="YEAR", help="Năm. / Year.")],
    programme: Programme = "",
    period: Period = "",
    as_of: AsOf = "",
    known_at: KnownAt = None,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Tổng kết năm: số liệu và các bảng. / The year's review: counts and tables."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        question = reviewing.Question(year, programme, period, day(spoken, as_of), known_at)
        found = reviewing.review(system, question)
        if as_json:
            typer.echo(review_json.encoded(review_json.document(found)).decode(), nl=False)
        else:
            show(spoken, found)


def show(spoken: Terminal, found: Review) -> None:
    """The counts, and how long each other table is."""
    spoken.say(
        f"Tổng kết năm {found.year}, đến ngày {found.as_of:%d/%m/%Y}, theo sổ đến vị trí {found.position}.",
        f"Review of {found.year} as of {found.as_of:%d/%m/%Y}, as known at position {found.position}.",
    )
    counts, *others = found.tables
    answer(spoken, counts, without=("superior_name",))
    for table in others:
        spoken.say(f"{table.vi}: {len(table.rows)} dòng", f"{table.en}: {len(table.rows)} rows")


def answer(spoken: Terminal, table: Table, without: Container[str] = ()) -> None:
    """A table with the words that people read."""
    names = [column.name for column in table.columns]
    rows = [
        {name: said(value, spoken.language) for name, value in zip(names, row, strict=True)}
        for row in table.rows
    ]
    shown = [column for column in table.columns if column.name not in without]
    spoken.answer(rows, {column.name: (column.vi, column.en) for column in shown})
