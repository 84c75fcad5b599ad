"""Logs as bontot kept them before: the sample year of Kon Tum up to its appraisals, made by the code of that day.

Each holds three erased texts, refusals, tags, commits of one event and of several, an event without a command, read
models. They are packed; the one for PostgreSQL is a dump of its schema `old_log`.
"""

import gzip
import re
from pathlib import Path

import psycopg

_FOLDER = Path(__file__).parents[1] / "ledger" / "old_logs"
ROOTS = {
    "sqlite": "ce5993048d63a5408030d37ae7c1f18b293e174e5b60f9896057a99985c2111e",
    "postgresql": "5a07d874192bcbc8f9061602bf9294179af3d35cb73eb331a899c022a9c7a5ab",
}
EVENTS = 172
LINES = 184
"""The lines of the sample's scenario up to which it was played; those that came in since are left out."""
ERASED = [6, 41, 168]
"""Positions of the events whose reasons were erased."""


def restore(url: str) -> str:
    """Put the log of the first schema at the URL of an empty database; answer its root in hexadecimal."""
    kind = url.partition(":")[0]
    if kind == "sqlite":
        packed = (_FOLDER / "schema-1.sqlite.gz").read_bytes()
        Path(url.removeprefix("sqlite:///")).write_bytes(gzip.decompress(packed))
    else:
        _restore_dump(url)
    return ROOTS[kind]


def _restore_dump(url: str) -> None:
    packed = (_FOLDER / "schema-1.postgres.sql.gz").read_bytes()
    dump = gzip.decompress(packed).decode().replace("CREATE SCHEMA old_log;", "")
    with psycopg.connect(url) as connection:
        (schema,) = connection.execute("SELECT current_schema()").fetchone()
        connection.execute(re.sub(r"\bold_log\.", f"{schema}.", dump).encode())
