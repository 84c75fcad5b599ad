"""The words by which records are found: a table beside that of the read model, a row for each word of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from words.folded import folded, words_of

# Compared by bytes everywhere, so that both databases and Python sort alike.
WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
LONGEST = 300
"""Letters of a name or a code by which it is found: an index takes no more."""
WordRow = tuple[str, str, str]
"""A word, the place of what it stands for among the others, and its stream."""


class Called(NamedTuple):
    """What something is called: by a name, by a code, or by both."""

    name: str
    code: str

    @property
    def words(self) -> list[str]:
        """Each word once, those of the name first, as they are looked for."""
        return words_of(f"{folded(self.name)[:LONGEST]} {folded(self.code)[:LONGEST]}")

    @property
    def place(self) -> str:
        """Every word between spaces, then the whole code on a line of its own."""
        return f" {' '.join(self.words)} \n{folded(self.code)[:LONGEST]}\n"


class Wording(NamedTuple):
    """How records are found: what each is called, and by which of its words.

    With `by_number` that is its first word with a digit in it, else its first one: a row for each
    decision instead of three.
    """

    called: Callable[[Any], Iterable[Called]]
    by_number: bool = False

    def rows(self, record: Any, stream: str) -> set[WordRow]:
        """The rows of a record."""
        return {
            (word, each.place, stream)
            for each in self.called(record)
            for word in self.keys(each.words)
        }

    def keys(self, words: list[str]) -> list[str]:
        """The words in the table, of those that something is called by."""
        return [number_of(words)] if self.by_number and words else words


def number_of(words: list[str]) -> str:
    """The first word with a digit in it, else the first word."""
    return next((word for word in words if any(each.isdigit() for each in word)), words[0])


def words_table(name: str) -> sa.Table:
    """A table of words, or the view of that name; in order of word and place, so that no index is needed."""
    return sa.Table(
        name,
        sa.MetaData(),
        *(sa.Column(column, WORD, primary_key=True) for column in ("word", "place", "stream")),
        sqlite_with_rowid=False,
    )


class WordTexts(NamedTuple):
    """Statements on one table of words, in the dialect of a database."""

    insert: str
    delete: str
    copy: str

    @classmethod
    def of(cls, table: str, mark: str) -> WordTexts:
        here = " AND ".join(f"{column} = {mark}" for column in ("word", "place", "stream"))
        return cls(
            insert=f"INSERT INTO {table} (word, place, stream) VALUES ({mark}, {mark}, {mark})",  # noqa: S608 -- our own names
            delete=f"DELETE FROM {table} WHERE {here}",  # noqa: S608 -- our own names
            copy=f"COPY {table} (word, place, stream) FROM STDIN",
        )


def all_rows(wording: Wording, records: Iterable[tuple[str, Any]]) -> Iterator[WordRow]:
    """The rows of many records, in the order of the table."""
    return iter(sorted({row for stream, each in records for row in wording.rows(each, stream)}))
