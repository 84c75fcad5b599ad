"""Whether the log's part of a SQLite database stands as it was made, and its indexes hold every row."""

from sqlalchemy.dialects import sqlite

from ledger.database import Fetch
from ledger.expected_schema import TABLES, Definitions, differing, made_by, plain

_OURS = ", ".join(f"'{table}'" for table in TABLES)
_FOUND = (
    "SELECT name, sql FROM sqlite_master"  # noqa: S608 -- our own names
    f" WHERE sql IS NOT NULL AND tbl_name IN ({_OURS})"
)

_OF_EVENTS = (
    "SELECT (SELECT count(*) FROM event INDEXED BY sqlite_autoindex_event_1 WHERE position <=",
    "(SELECT count(*) FROM event INDEXED BY event_by_command WHERE digest IS NOT NULL AND position <=",
)
_OF_TAGS = (
    "SELECT (SELECT count(*) FROM tag NOT INDEXED),"
    " (SELECT count(*) FROM tag INDEXED BY sqlite_autoindex_tag_1),"
    " (SELECT count(*) FROM tag INDEXED BY sqlite_autoindex_tag_2),"
    " (SELECT count(*) FROM tag INDEXED BY tag_by_position)"
)


def altered(fetch: Fetch, guards: Definitions) -> set[str]:
    """The names of what is missing, was added, or is made otherwise; `guards` are the triggers that belong there."""
    triggers = {name: plain(f"CREATE TRIGGER {name} {rule}") for name, rule in guards.items()}
    expected = {**dict(made_by(sqlite.dialect())), **triggers}
    return differing(expected, {name: plain(sql) for name, sql in fetch(_FOUND)})


def broken_indexes(fetch: Fetch, events: int, commands: int) -> set[str]:
    """The tables of which an index does not hold as many rows as there are: of `events`, the first ones, and of tags.

    Only `PRAGMA integrity_check` compares index and table row by row; it takes a minute for a million events.
    """
    [(by_stream, by_command)] = fetch(f"{_OF_EVENTS[0]} {events}), {_OF_EVENTS[1]} {events})")
    [tags] = fetch(_OF_TAGS)
    whole = {"event": (by_stream, by_command) == (events, commands), "tag": len(set(tags)) == 1}
    return {table for table, is_whole in whole.items() if not is_whole}
