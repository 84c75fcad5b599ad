"""The tables beside the log (decision 60). What stands here may change; what must be proven stands in the log."""

import sqlalchemy as sa

VERSION = 1
SCHEMA = "beside_schema"
"""The row of `meta` that says which version of these tables a database has."""

metadata = sa.MetaData()

_word = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, *, default: str | None = None, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, _word, nullable=False, server_default=default, primary_key=key)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, _number, nullable=False, server_default="0")


# `person` is empty for an administrator, who runs the machine and acts on no case. `secret` is that of the second
# factor, empty where there is none; `used_step` the time step of the last code, so that none is taken twice.
account = sa.Table(
    "web_account", metadata,
    _text("id", key=True), sa.Column("name", _word, nullable=False, unique=True), _text("person", default=""),
    _text("password"), _text("secret", default=""), _count("used_step"), _text("language", default=""),
    _text("made_at"), _count("failures"), _text("locked_until", default=""), _text("closed_at", default=""),
)  # fmt: skip

# A session and an invitation are found by the hash of what their owner holds.
session = sa.Table(
    "web_session", metadata,
    _text("hash", key=True), sa.Column("account", _word, nullable=False, index=True),
    _text("made_at"), _text("seen_at"), _text("ends_at"), _text("browser", default=""), _text("ended_at", default=""),
)  # fmt: skip

invitation = sa.Table(
    "web_invitation", metadata,
    _text("hash", key=True), _text("person", default=""), _text("account", default=""), _text("made_by", default=""),
    _text("made_at"), _text("ends_at"), _text("used_at", default=""),
)  # fmt: skip

# What became of accounts, for the administrator and the auditor: `what` is a word of `account_change`.
account_change = sa.Table(
    "web_account_change", metadata,
    sa.Column("id", _number, primary_key=True, autoincrement=True),
    _text("at"), _text("account"), _text("by", default=""), _text("what"),
)  # fmt: skip

# `about` is a case or another stream, `body` what was typed, as JSON.
draft = sa.Table(
    "web_draft", metadata,
    _text("account", key=True), _text("about", key=True), _text("verb", key=True), _text("body"), _text("saved_at"),
)  # fmt: skip

# Who looked at a member's file, once a day.
reading = sa.Table(
    "web_reading", metadata,
    _text("day", key=True), _text("account", key=True), _text("subject", key=True),
    _text("person", default=""), _text("at"), _count("times"),
)  # fmt: skip
