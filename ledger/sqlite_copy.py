"""A SQLite log copied whole while others read and write it, and whether such a copy has all of its pages."""

from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as driver

from ledger.ledger import Ledger
from ledger.opening import database_at
from ledger.sqlite import SqliteDatabase

_MAGIC, _HEADER = b"SQLite format 3\x00", 100
_LARGEST_PAGE = 65_536


def copy_into(ledger: Ledger, to: Path) -> None:
    """The log and the tables beside it as of one moment, as one file; `to` is not there yet.

    By SQLite's backup API: whoever writes meanwhile is in it whole or not at all. Raises DatabaseError and OSError.
    """
    with ledger.database.told(), ledger.connection() as connection:
        source: Any = connection.connection.driver_connection
        target = driver.connect(str(to))
        try:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            target.close()


def is_cut(file: Path) -> bool:
    """Whether a file that begins as a database has other than the bytes that it says. Raises OSError.

    The header of a database names the size of a page (bytes 16, 17; 1 is 65536) and how many there are (28 to 31).
    """
    with file.open("rb") as opened:
        header = opened.read(_HEADER)
    if not header.startswith(_MAGIC):
        return False
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    whole = (_LARGEST_PAGE if page == 1 else page) * pages
    return len(header) < _HEADER or file.stat().st_size != whole


def file_of(url: str) -> Path | None:
    """The file that a database URL names; None for one of a server. Raises UnsupportedDatabaseError."""
    database = database_at(url, timeout=0)
    named = database.url.database if isinstance(database, SqliteDatabase) else None
    return Path(named).resolve() if named else None
