"""The year-end review: on the screen, as JSON, as files; and two reviews compared."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Optional

import typer

from application.intake.programme_publishing import edition_of_file
from application.questions import year as reviewing
from application.questions import years_compared as comparing
from application.questions.moments import known_at as known_at_of
from application.questions.review_names import named_review
from application.questions.what_if import what_if as simulated
from command_line.comparing import spoken_of
from command_line.comparing import tell as tell_comparison
from command_line.options import AsJson, AsOf, Database, KnownAt, Language
from command_line.terminal import Terminal, opened
from command_line.typed_times import asked
from command_line.usage.declaring import argument, option
from command_line.what_if_shown import tell
from documents.files.whole_folder import Write, write_folder
from documents.review import comparison_files
from documents.review.files import review_files
from projections.review import as_json
from projections.review.comparison import Comparison
from projections.review.tables import Review, Table

Programme = Annotated[str, option("--programme", takes="programme")]
Period = Annotated[str, option("--period", takes="period")]
Folder = Annotated[
    Optional[Path],  # noqa: UP045 -- typer reads the annotation at run time
    option("--out", takes="folder", key="files_into"),
]
Against = Annotated[
    str,
    option("--against", takes="moment"),
]
AgainstYear = Annotated[
    Optional[int],  # noqa: UP045 -- as above
    option("--against-year", takes="year"),
]


Processes = Annotated[
    Optional[int],  # noqa: UP045 -- as above
    option("--processes", takes="count", min=1, max=64),
]


def add_to(app: typer.Typer) -> None:
    app.command("review")(review)
    app.command("what-if")(what_if)


def review(
    year: Annotated[int, argument("year")],
    programme: Programme = "",
    period: Period = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    against: Against = "",
    against_year: AgainstYear = None,
    out: Folder = None,
    processes: Processes = None,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """The year's review, or two of them compared."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        when = asked(spoken, system, known_at, as_of)
        question = reviewing.Question(year, programme, period, **when, processes=processes or 0)
        if not against and against_year is None:
            _answer(spoken, named_review(system, question), out)
        else:
            other = comparing.Against(known_at_of(system, against), against_year)
            found = comparing.comparison(system, question, other, spoken.language)
            _compare(spoken, found, out)


def _answer(spoken: Terminal, found: Review, out: Path | None) -> None:
    if out is not None:
        _write(spoken, out, review_files(found, spoken.language), "review")
    if spoken.as_json:
        _print(as_json.pieces(found))
    else:
        show(spoken, found)


def _compare(spoken: Terminal, found: Comparison, out: Path | None) -> None:
    if out is not None:
        files = comparison_files.comparison_files(found, spoken.language)
        _write(spoken, out, files, "review --against")
    if spoken.as_json:
        _print([as_json.encoded(comparison_files.document(found))])
        return
    before, after = _named(spoken, found.before), _named(spoken, found.after)
    spoken.say("cli.from_to", before=before, after=after)
    tell_comparison(spoken, found)


def _write(spoken: Terminal, out: Path, files: Mapping[str, Write], made_by: str) -> None:
    with spoken.progress("cli.writing_files") as progress:
        write_folder(out, files, made_by, progress)
    spoken.say("cli.files_written", files=len(files), out=out)


def _print(pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        typer.echo(piece.decode(), nl=False)


def _named(spoken: Terminal, found: Review) -> str:
    as_of = spoken.value(found.as_of, "date")
    return spoken.words("cli.review_named", year=found.year, as_of=as_of, position=found.position)


def show(spoken: Terminal, found: Review) -> None:
    """The counts, and how long each other table is."""
    spoken.say("cli.review_of", review=_named(spoken, found))
    counts, *others = found.tables
    answer(spoken, counts, without=("superior",))
    for table in others:
        title = table.title(spoken.language)
        spoken.say("cli.table_rows", title=title, rows=len(table.rows))


def answer(spoken: Terminal, table: Table, without: Container[str] = ()) -> None:
    """A table with the words that people read."""
    shown = [at for at, column in enumerate(table.columns) if column.name not in without]
    rows = [[spoken_of(row[at]) for at in shown] for row in table.rows]
    spoken.table([table.columns[at] for at in shown], rows)


def what_if(
    year: Annotated[int, argument("year")],
    programme: Annotated[
        str,
        option("--programme", takes="file", key="other_rules"),
    ],
    as_of: AsOf = "",
    known_at: KnownAt = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """The year under other rules; nothing is stored."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        edition = edition_of_file(programme)
        found = simulated(system, year, edition, **asked(spoken, system, known_at, as_of))
        if as_json:
            spoken.json(found)
            return
        tell(spoken, found)
