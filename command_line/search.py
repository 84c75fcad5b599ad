"""The command that finds units, persons, decisions and cases by words."""

from __future__ import annotations

from typing import Annotated

import typer

from application.questions import search as questions
from application.questions.found_rows import FoundRow
from application.questions.pages import Page
from command_line.list_options import After, Size
from command_line.options import AsJson, Database, Language
from command_line.terminal import opened
from command_line.usage.declaring import argument

A_SCREEN = 50


def add_to(app: typer.Typer) -> None:
    app.command("search")(search)


def search(
    text: Annotated[list[str], argument("text", "search")],
    size: Size = A_SCREEN,
    after: After = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Units, persons, decisions and cases found by words."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        typed = " ".join(text)
        found = questions.search(system, typed, Page(after=after, size=size))
        if as_json:
            spoken.json(found.rows)
        elif found.rows:
            spoken.table(questions.COLUMNS, [_cells(row) for row in found.rows])
        else:
            spoken.say("cli.nothing_found", text=typed)
        if found.after:
            spoken.complain("cli.more_after", after=found.after)


def _cells(row: FoundRow) -> tuple[str, ...]:
    """An erased name is shown by the code beside it alone."""
    return row.what, row.name or "", row.code, row.period, row.where
