"""A backup: the log and what is kept beside it as one file, whole or not at all, while people work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.files.set_aside import NEW, set_aside, tidy
from documents.files.whole_file import refuse_place
from domain.refusal import RefusedError, refusal
from ledger.sqlite_copy import copy_into

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.ledger import Ledger


def back_up(ledger: Ledger, file: Path) -> None:
    """Write a backup to where nothing is yet; raises DatabaseError, OSError, and RefusedError.

    Refuses a place where a file is, and a PostgreSQL log, with the program that does it there.
    """
    refuse_elsewhere(ledger)
    file = file.resolve()
    refuse_place(file)
    tidy(file.parent)
    with set_aside(file.parent) as aside:
        made = aside / NEW / file.name
        copy_into(ledger, made)
        refuse_place(file)
        made.rename(file)


def refuse_elsewhere(ledger: Ledger) -> None:
    """Refuse a log that is not kept in a file."""
    if not ledger.database.one_writer:
        raise RefusedError([refusal("backup_by_pg_dump")])
