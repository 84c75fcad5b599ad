"""Commands about programmes: check a file, publish it, list, show, draw its workflows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal
from uuid import uuid4

import typer

from application.commands.handle import handle
from application.commands.request import Request
from application.intake.programme_files import check_file
from application.intake.programme_publishing import edition_of, programme_data
from application.questions import organisation, programme_list
from application.questions.clauses import clauses, text_of
from application.questions.defaults import defaults
from application.questions.names import LogNames
from application.running.bootstrap import open_system
from application.running.system import System
from command_line.options import AsJson, At, By, Database, Language, On, ReasonOrUsual
from command_line.terminal import REFUSED, Terminal, opened, terminal
from command_line.typed_times import day, instant
from command_line.usage.declaring import argument, option
from command_line.usage.typer_classes import Commands
from documents.diagrams.mermaid import mermaid
from documents.diagrams.svg import svg
from documents.diagrams.titles import title_of
from documents.programmes.clause_marks import Shown
from documents.programmes.sheet import CLAUSES, DEFAULTS, default_told, programme_sheet
from domain.programme.edition import Edition
from ledger.errors import DatabaseUnreachableError, NotInitialisedError
from words.sentences import Names, nameless, sentence
from words.tables import Column

app = Commands()

Files = Annotated[list[Path], argument("file", key="programme_file")]
Code = Annotated[str, argument("programme", key="programme_or_file")]


@app.command()
def check(files: Files, lang: Language = "", as_json: AsJson = False) -> None:
    """Check programme files."""
    with terminal("", lang, as_json=as_json) as spoken:
        faults = [fault for file in files for fault in check_file(file)]
        if as_json:
            spoken.json(
                [
                    {"file": str(f.file), "line": f.line, "fault": sentence(f.why, spoken.language)}
                    for f in faults
                ]
            )
        for fault in faults:
            place = f"{fault.file}:{fault.line}:"
            spoken.fail(f"{place} {sentence(fault.why, spoken.language)}")
        if faults:
            raise typer.Exit(REFUSED)
        spoken.say("cli.no_faults", files=len(files))


@app.command()
def publish(
    files: Files,
    by: By,
    reason: ReasonOrUsual = "",
    on: On = "",
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Publish programmes in the log."""
    with opened(database, lang) as (spoken, system):
        contents = [programme_data(str(file)) for file in files]
        for file, data in zip(files, contents, strict=True):
            done = handle(
                system,
                Request(
                    verb="publish-programme",
                    actor=by,
                    reason=reason or spoken.words("cli.reason_to_publish"),
                    command_id=str(uuid4()),
                    data=data,
                    on=day(spoken, on),
                    at=instant(spoken, at),
                ),
            )
            spoken.say(
                "cli.published",
                code=data["code"],
                version=data["version"][:12],
                file=file.name,
            )
            spoken.note(done.warnings)


@app.command("list")
def list_programmes(database: Database = "", lang: Language = "", as_json: AsJson = False) -> None:
    """Published programmes."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        spoken.answer(programme_list.COLUMNS, programme_list.programmes(system, spoken.language))


@app.command()
def show(
    code: Annotated[str, argument("programme", key="programme_or_file")] = "",
    clause: Annotated[str, option("--clause", takes="clause", key="one_clause")] = "",
    default: Annotated[str, option("--default", takes="default", key="one_default")] = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """One programme in words; or one clause, one default."""
    with terminal(database, lang, as_json=as_json) as spoken:
        if clause or default:
            _tell_one(spoken, clause, default)
        elif not code:
            spoken.wrong_use("cli.what_to_show")
        elif as_json:
            spoken.json(organisation.programme(_edition(spoken, code), spoken.language))
        else:
            with _in_a_log(spoken) as system:
                names = LogNames(system) if system else nameless
                _tell_programme(spoken, edition_of(code, system), names)


def _tell_programme(spoken: Terminal, edition: Edition, names: Names) -> None:
    programme = edition.programme
    spoken.put(programme.name.text(spoken.language))
    ids = (Column("programme"), Column("programme_version"))
    spoken.table(ids, [(programme.code, edition.version[:12])])
    for table in programme_sheet(Shown(edition, spoken.language, names), spoken.language):
        if table.rows:
            spoken.put(f"\n{table.title(spoken.language)}")
            spoken.table(table.columns, table.rows)


def _tell_one(spoken: Terminal, clause: str, default: str) -> None:
    """What a clause says and what it does, or what a default assumes and why."""
    if clause:
        if clause not in clauses():
            spoken.wrong_use("cli.no_clause", clause=clause)
        spoken.sheet(CLAUSES, {"clause": clause, "text": text_of(clause, spoken.language)})
    if default:
        if default not in defaults():
            spoken.wrong_use("cli.no_default", default=default)
        names = [column.name for column in DEFAULTS]
        told = default_told(default, spoken.language)
        spoken.sheet(DEFAULTS, dict(zip(names, told, strict=True)))


@app.command()
def diagram(
    code: Code,
    kind: Annotated[str, argument("kind")],
    form: Annotated[Literal["mermaid", "svg"], option("--format", takes="format")] = "mermaid",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Draw a workflow."""
    with terminal(database, lang) as spoken:
        edition = _edition(spoken, code)
        subject = edition.programme.subjects.get(kind)
        workflow = subject.workflow if subject else kind
        definition = edition.definitions.get(workflow)
        if definition is None:
            known = ", ".join(edition.programme.subjects)
            spoken.wrong_use("cli.no_kind", kind=kind, known=known)
        draw = svg if form == "svg" else mermaid
        title = title_of(edition.programme, workflow, spoken.language)
        typer.echo(draw(definition, spoken.language, title=title))


def _edition(spoken: Terminal, code: str) -> Edition:
    """A published programme where there is a log; else the one that ships with bontot."""
    with _in_a_log(spoken) as system:
        return edition_of(code, system)


@contextmanager
def _in_a_log(spoken: Terminal) -> Iterator[System | None]:
    """The log that was named, if there is one."""
    try:
        system = open_system(spoken.settings.database)
    except (NotInitialisedError, DatabaseUnreachableError):
        yield None
        return
    try:
        yield system
    finally:
        system.close()
