"""Units from a table: the empty one to fill in, what would become of one that was sent, and the sending of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from application.intake.units_import import FIELDS, Imported
from documents.units.answer import units_answer
from documents.units.template import unit_template
from domain.refusal import RefusedError
from web.acts.told import reasons
from web.asked import Asked, Person
from web.drawing import UNPROCESSABLE, page
from web.lists.files import FILES, file_answer
from web.organisation.table_sent import Table, carried, imported, table_of
from web.sent import Form, Sent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from application.intake.tables.rows import TableRow
    from domain.refusal import Refusal

router = APIRouter()
SHOWN = 200
"""Rows of a preview on the page; the answer as a workbook has all."""


@router.get("/units-by-table")
def upload_page(asked: Person) -> Response:
    return _page(asked)


@router.get("/units-by-table/template")
def template(asked: Person) -> Response:
    """The empty table, with the words that may be chosen."""
    name = f"{asked.spoken.words('units_book.title')}.xlsx"
    return file_answer(unit_template(asked.language), name, FILES["xlsx"])


@router.post("/units-by-table")
async def sent_table(asked: Person, sent: Form) -> Response:
    """What the button asks for: a preview, the answer as a workbook, the import itself."""
    table = await table_of(sent)
    return await to_thread.run_sync(_answer, asked, sent, table, limiter=asked.desk.commands)


def _answer(asked: Asked, sent: Sent, table: Table) -> Response:
    step = sent.one("_step")
    try:
        found = imported(asked, sent.one("reason"), table, preview=step != "do")
    except RefusedError as refused:
        return _page(asked, refused.refusals)
    if step == "answer":
        content = units_answer(found, asked.language, asked.spoken.reason, preview=True)
        name = f"{asked.spoken.words('units_book.answer')}.xlsx"
        return file_answer(content, name, FILES["xlsx"])
    return _page(asked, found=found, table=table, done=step == "do", reason=sent.one("reason"))


def _page(
    asked: Asked,
    wrong: Sequence[Refusal] = (),
    *,
    found: Imported | None = None,
    table: Table | None = None,
    done: bool = False,
    reason: str = "",
) -> Response:
    spoken = asked.spoken
    return page(
        asked,
        "units_by_table.html.j2",
        status=UNPROCESSABLE if wrong or (found and found.wrong) else 200,
        title=spoken.words("web.units_by_excel"),
        place="units",
        reasons=reasons(wrong, spoken, {}),
        reason=reason or spoken.words("web.reason_to_import_units"),
        found=found,
        done=done,
        wrong=[(w.row, [spoken.reason(each) for each in w.refusals]) for w in found.wrong]
        if found
        else [],
        warnings=[spoken.reason(each) for each in found.warnings] if found else [],
        titles=[spoken.words(f"column.{name}") for name in FIELDS],
        rows=_rows(found.rows[:SHOWN]) if found else [],
        carried=carried(table) if found and table and not found.wrong and not done else {},
    )


def _rows(rows: Sequence[TableRow]) -> list[list[str]]:
    return [[str(row.number), *(row.cells.get(name, "") for name in FIELDS)] for row in rows]
