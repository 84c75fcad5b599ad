"""The bare limit: the driver alone, with the same bytes and the same durability."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

STATE = (
    b'{"step":"attach-evidence","from_stage":"recognised","to_stage":"recognised","details":{}}' * 4
)


class BareTable:
    """A table with rows like ours, WAL and FULL; insert and commit, nothing else."""

    def __init__(self, path: Path) -> None:
        self._connection: Any = sqlite.connect(str(path), isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute(
            "CREATE TABLE event (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER, topic TEXT,"
            " state BLOB, recorded_at TEXT, actor TEXT, reason TEXT, UNIQUE (stream, version))"
        )
        self._position = 0

    def insert(self) -> None:
        """Insert a row and commit it."""
        self._position += 1
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._position,
                "case:x",
                self._position,
                "t",
                STATE,
                "2024-12-01T00:00:00",
                "a",
                "r" * 64,
            ),
        )
        self._connection.execute("COMMIT")
