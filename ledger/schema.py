"""The tables of the log, for both databases. Triggers, which differ, are in `sqlite.py` and `postgres.py`."""

import sqlalchemy as sa

APPLICATION = "bontot"
VERSION = 2

metadata = sa.MetaData()

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Compared by bytes everywhere: instants are compared as text, and plain comparison is quicker.
_word = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _says_something(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"length(trim({column})) > 0", name=f"{column}_says_something")


meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", _word, primary_key=True),
    sa.Column("value", _word, nullable=False),
    sqlite_strict=True,
)

# Who stands where: the log itself, and whoever reads it and keeps count. They are few and written at each commit,
# so they stand on one page.
head = sa.Table(
    "head",
    metadata,
    sa.Column("name", _word, primary_key=True),
    sa.Column("position", _number, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("recorded_at", _word, nullable=False, server_default=""),
    sa.Column("frontier", sa.LargeBinary),
    sa.Column("simulated", _number, nullable=False, server_default="0"),
    sa.Column("schema", _number, nullable=False, server_default="0"),
    sa.Column("generation", _number, nullable=False, server_default="0"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What belongs to a commit stands with its last event, in the columns from `first` on: one page instead of four.
# `texts` is a JSON list of commitment, salt, body, and the next one; salt and body are null once it is erased.
event = sa.Table(
    "event",
    metadata,
    sa.Column("position", _number, primary_key=True, autoincrement=False),
    sa.Column("stream", _word, nullable=False),
    sa.Column("version", _number, nullable=False),
    sa.Column("topic", _word, nullable=False),
    sa.Column("state", sa.LargeBinary, nullable=False),
    sa.Column("recorded_at", _word, nullable=False),
    sa.Column("effective_on", _word, nullable=False),
    sa.Column("actor", _word, nullable=False),
    sa.Column("signed_by", _word, nullable=False),
    sa.Column("organ", _word, nullable=False),
    sa.Column("authority", _word, nullable=False),
    sa.Column("reason", _word, nullable=False),
    sa.Column("command_id", _word, nullable=False),
    sa.Column("leaf", sa.LargeBinary, nullable=False),
    sa.Column("first", _number),
    sa.Column("root", sa.LargeBinary),
    sa.Column("tags", sa.LargeBinary),
    sa.Column("digest", _word),
    sa.Column("texts", sa.Text),
    sa.UniqueConstraint("stream", "version"),
    _says_something("actor"),
    _says_something("reason"),
    _says_something("command_id"),
    sa.CheckConstraint("length(effective_on) = 10", name="effective_on_is_a_day"),
    sa.CheckConstraint(
        "(first IS NULL) = (root IS NULL) AND (first IS NULL) = (tags IS NULL)"
        " AND (first IS NOT NULL OR (digest IS NULL AND texts IS NULL))",
        name="ends_a_commit_as_a_whole",
    ),
    sqlite_strict=True,
)

# A command is found again by its last event.
_OF_COMMAND = sa.text("digest IS NOT NULL")
sa.Index(
    "event_by_command",
    event.c.command_id,
    unique=True,
    sqlite_where=_OF_COMMAND,
    postgresql_where=_OF_COMMAND,
)

# Which events have a topic, entered for so many positions at once: event by event, each would cost a page.
TOPICS_TOGETHER = 1024
topic = sa.Table(
    "topic",
    metadata,
    sa.Column("topic", _word, primary_key=True),
    sa.Column("position", _number, primary_key=True, autoincrement=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

tag = sa.Table(
    "tag",
    metadata,
    sa.Column("tag", _word, primary_key=True),
    sa.Column("number", _number, primary_key=True, autoincrement=False),
    sa.Column("stream", _word, nullable=False),
    sa.Column("position", _number, nullable=False),
    sa.UniqueConstraint("tag", "stream"),
    sa.Index("tag_by_position", "position"),
    sqlite_strict=True,
)

refusal = sa.Table(
    "refusal",
    metadata,
    sa.Column("day", _word, primary_key=True),
    sa.Column("actor", _word, primary_key=True),
    sa.Column("command", _word, primary_key=True),
    sa.Column("stream", _word, primary_key=True),
    sa.Column("guards", _word, primary_key=True),
    sa.Column("count", _number, nullable=False),
    sqlite_strict=True,
)

tracking = sa.Table(
    "tracking",
    metadata,
    sa.Column("application_name", _word, primary_key=True),
    sa.Column("position", _number, nullable=False),
    sqlite_strict=True,
)
