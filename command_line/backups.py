"""`bontot backup` and `bontot restore`: yesterday put aside, and put back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from command_line.options import Database, Language
from command_line.terminal import opened, terminal
from command_line.usage.declaring import argument
from documents.backups.making import back_up
from documents.backups.restoring import restore as put_back

File = Annotated[Path, argument("file", key="backup")]


def add_to(app: typer.Typer) -> None:
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(file: File, database: Database = "", lang: Language = "") -> None:
    """Put the log and what is kept beside it aside, while people work."""
    with opened(database, lang) as (spoken, system):
        back_up(system.ledger, file)
        spoken.say("cli.backed_up", file=file.resolve())


def restore(file: File, database: Database = "", lang: Language = "") -> None:
    """Put a backup back where nothing is yet, once it was looked at whole."""
    with terminal(database, lang) as spoken:
        with spoken.progress("cli.verifying") as progress:
            events = put_back(file, spoken.settings.database, progress)
        spoken.say("cli.restored", events=events, url=spoken.settings.database)
