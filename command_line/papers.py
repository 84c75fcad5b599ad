"""Commands about papers that an office signs: which there are, one of them as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

from application.commands.typed_document import typed_document
from application.questions.moments import known_at as known_at_of
from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from application.running.world import newest_world
from command_line.naming import Case, Period, Programme
from command_line.options import AsJson, Database, KnownAt, Language
from command_line.terminal import opened
from command_line.usage.declaring import argument, option
from command_line.usage.typer_classes import Commands
from documents.files.whole_file import replace_file
from documents.papers import making
from documents.papers.drawing.word_package import is_as_made
from documents.papers.making import PaperRow
from words import kinds
from words.tables import Column

app = Commands()
WORD = ".docx"
COLUMNS = (
    Column("code", "code"), Column("name", word="case.paper"),
    Column("programmes", "lines"), Column("needs", "lines", word="paper_needs"),
)  # fmt: skip
Out = Annotated[
    Optional[Path],  # noqa: UP045 -- typer reads the annotation at run time
    option("--out", takes="file", key="out_file"),
]


@app.command("list")
def list_papers(database: Database = "", lang: Language = "", as_json: AsJson = False) -> None:
    """List papers."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        rows = making.paper_list(system, spoken.language)
        spoken.answer(COLUMNS, rows if as_json else [_told(row) for row in rows])


def _told(row: PaperRow) -> dict[str, object]:
    """A row with what its codes are."""
    return {
        "code": row.code,
        "name": row.name,
        "programmes": [kinds.programme(each) for each in row.programmes],
        "needs": [kinds.of("event", each) for each in row.needs],
    }


@app.command()
def make(
    document: Annotated[str, argument("document")],
    case: Case,
    period: Period = "",
    programme: Programme = "",
    out: Out = None,
    known_at: KnownAt = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """One paper of a case."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        code = typed_document(document, newest_world(system))
        named = case_named(system, case, period, programme)
        at = known_at_of(system, known_at)
        told = case_on_paper(system, named, known_at=at, language=spoken.language)
        made = making.make(code, told)
        path = out or Path(making.file_name(code, told))
        if path.suffix.lower() != WORD:
            spoken.wrong_use("cli.no_word_file", file=path, suffix=WORD)
        replace_file(path, made.as_word(), is_as_made)
        if as_json:
            spoken.json(
                {
                    "document": code,
                    "case": named,
                    "file": str(path),
                    "position": told.position,
                    "format_rules": made.rules.version,
                }
            )
            return
        spoken.say(
            "cli.paper_made",
            document=spoken.value(code, "document"),
            file=path,
            position=told.position,
        )
