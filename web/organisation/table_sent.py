"""A table of units that was sent: taken from the form, carried on by the page that shows it, given to the import."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from application.intake.units_import import Imported, import_units
from domain.refusal import RefusedError, refusal

if TYPE_CHECKING:
    from web.asked import Asked
    from web.sent import Sent

MOST = 5 * 1024 * 1024
"""Bytes of a table that goes through the page; a larger one is imported by whoever runs the machine."""
LONGEST = 60
"""Characters of a file's name, which are bytes and more."""


class Table(NamedTuple):
    """A file that was sent."""

    name: str
    content: bytes


async def table_of(sent: Sent) -> Table:
    """The file of the form, or the one that its page carried on; empty where there is none."""
    file = sent.files.get("file")
    if file is None:
        return Table(_plain(sent.one("name")), _carried_on(sent.one("content")))
    content = await file.read()
    await file.close()
    return Table(_plain(file.filename or ""), content)


def _plain(name: str) -> str:
    """The last part of a name, with nothing that means something to a file system."""
    last = name.replace("\\", "/").rpartition("/")[2].replace("\0", "").strip(". ")
    return last[-LONGEST:] or "xlsx"


def _carried_on(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except Error:
        return b""


def carried(table: Table) -> dict[str, str]:
    """The file as the page sends it on: what was looked at is what is imported."""
    return {"name": table.name, "content": b64encode(table.content).decode()}


def imported(asked: Asked, reason: str, table: Table, *, preview: bool) -> Imported:
    """What became of the table, or would; refuses one that is empty, too large, or none."""
    if not table.content:
        raise RefusedError([refusal("table_unreadable", file=table.name)])
    if len(table.content) > MOST:
        raise RefusedError([refusal("table_too_large", file=table.name)])
    with TemporaryDirectory() as folder:
        path = Path(folder) / table.name
        path.write_bytes(table.content)
        return import_units(asked.system, path, by=asked.person, reason=reason, preview=preview)
