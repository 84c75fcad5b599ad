"""The tables of the log, for both databases. Triggers, which differ, are in `sqlite.py` and `postgres.py`."""

import sqlalchemy as sa

APPLICATION = "bontot"
VERSION = 1

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

head = sa.Table(
    "head",
    metadata,
    sa.Column("one", _number, sa.CheckConstraint("one = 1"), primary_key=True),
    sa.Column("position", _number, nullable=False),
    sa.Column("recorded_at", _word, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("frontier", sa.LargeBinary, nullable=False),
    sa.Column("simulated", _number, nullable=False),
    sqlite_strict=True,
)

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
    sa.UniqueConstraint("stream", "version"),
    sa.Index("event_by_topic", "topic", "position"),
    _says_something("actor"),
    _says_something("reason"),
    _says_something("command_id"),
    sa.CheckConstraint("length(effective_on) = 10", name="effective_on_is_a_day"),
    sqlite_strict=True,
)

# One row per commit: it is also where a command id is found again.
root = sa.Table(
    "root",
    metadata,
    sa.Column("position", _number, primary_key=True, autoincrement=False),
    sa.Column("first", _number, nullable=False),
    sa.Column("recorded_at", _word, nullable=False),
    sa.Column("command_id", _word, unique=True),
    sa.Column("digest", _word, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("tags", sa.LargeBinary, nullable=False),
    sqlite_strict=True,
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

# Salt and body are both NULL once the text is erased.
text = sa.Table(
    "text",
    metadata,
    sa.Column("commitment", _word, primary_key=True),
    sa.Column("position", _number, nullable=False),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("body", sa.Text),
    sa.CheckConstraint("(salt IS NULL) = (body IS NULL)", name="erased_as_a_whole"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
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
