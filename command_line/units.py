"""Commands about units: import from a table, list, show on a date."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from application.intake.tables.rows import TableRow
from application.intake.units_import import Imported, import_units
from application.questions import unit_shown
from application.questions.pages import Page
from application.questions.trial_shown import said
from application.questions.unit_list import COLUMNS, UnitsAsked, unit_list
from command_line.list_options import After, Kinds, Parents, Search, Size, Sort, Under, Units
from command_line.options import AsJson, At, By, Database, Language, On, OnDay, ReasonOrUsual
from command_line.terminal import REFUSED, Terminal, opened, terminal
from command_line.typed_times import day, instant
from command_line.usage.declaring import argument, option
from command_line.usage.typer_classes import Commands
from documents.files.whole_file import keep_file, refuse_place
from documents.units.answer import units_answer
from documents.units.template import unit_template
from words.tables import Column

app = Commands()
IMPORTED = (
    Column("line", "ordinal"),
    Column("code", "code"),
    Column("name"),
    Column("kind"),
    Column("parent"),
    Column("organs"),
)
"""What a preview shows of each row that was read."""


@app.command("import")
def import_table(
    file: Annotated[Path, argument("file", key="units_file")],
    by: By,
    reason: ReasonOrUsual = "",
    on: On = "",
    at: At = "",
    preview: Annotated[bool, option("--preview")] = False,
    answer: Annotated[Path | None, option("--answer", takes="file")] = None,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Import units, all or none."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        if answer is not None:
            refuse_place(answer)
        result = import_units(
            system,
            file,
            by=by,
            reason=reason or spoken.words("cli.reason_to_import_units"),
            on=day(spoken, on),
            at=instant(spoken, at),
            preview=preview,
        )
        if answer is not None:
            content = units_answer(result, spoken.language, spoken.reason, preview=preview)
            keep_file(answer, content)
        if as_json:
            spoken.json(_as_json(spoken, result))
        if preview:
            spoken.table(IMPORTED, [_cells(row) for row in result.rows])
        _told(spoken, result, preview=preview)


def _as_json(spoken: Terminal, result: Imported) -> dict[str, Any]:
    return {
        "imported": result.imported,
        "warnings": said(result.warnings, spoken.language, spoken.names),
        "wrong": [
            {"row": w.row, "reasons": [spoken.reason(r) for r in w.refusals]} for w in result.wrong
        ],
    }


def _cells(row: TableRow) -> list[object]:
    return [row.number, *(row.cells.get(column.name, "") for column in IMPORTED[1:])]


def _told(spoken: Terminal, result: Imported, *, preview: bool) -> None:
    """Say what became of the table; ends the program where a row is wrong."""
    for wrong in result.wrong:
        spoken.complain("cli.at_row", row=wrong.row)
        spoken.refused(wrong.refusals)
    if result.wrong:
        spoken.fail(spoken.words("cli.nothing_imported"))
        raise typer.Exit(REFUSED)
    if not result.imported:
        spoken.say("cli.units_were_there")
        return
    told = "cli.units_would_be_imported" if preview else "cli.units_imported"
    spoken.say(told, imported=result.imported)
    spoken.note(result.warnings)


@app.command()
def template(
    file: Annotated[Path, argument("file", key="new_workbook")],
    database: Database = "",
    lang: Language = "",
) -> None:
    """An empty table of units to fill in."""
    with terminal(database, lang) as spoken:
        keep_file(file, unit_template(spoken.language))
        spoken.say("cli.file_made", file=file)


@app.command("list")
def list_units(
    unit: Units = None,
    under: Under = "",
    parent: Parents = None,
    kind: Kinds = None,
    search: Search = "",
    sort: Sort = "",
    size: Size = None,
    after: After = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """List units."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        wanted = UnitsAsked(
            units=tuple(unit or ()),
            under=under,
            parents=tuple(parent or ()),
            kinds=tuple(kind or ()),
            search=search,
        )
        spoken.page(unit_list(system, wanted, Page(after=after, size=size, order=sort)), COLUMNS)


@app.command()
def show(
    unit: Annotated[str, argument("unit")],
    on: OnDay = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """One unit on a date."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        shown = unit_shown.unit(system, unit, day(spoken, on))
        spoken.sheet(unit_shown.COLUMNS, shown)
