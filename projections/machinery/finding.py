"""Records found by the words that people type, in order: the exact code, whole words, words that begin so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from projections.machinery.criteria import Among
from projections.machinery.read_model import ReadModel, S
from projections.machinery.schema_guard import require
from projections.machinery.word_table import LONGEST, number_of
from words.folded import folded, words_of

EXACT, WHOLE, BEGUN = range(3)
"""How well something fits: its code is what was typed; each word is one of its own; each begins one."""
LAST = "\U0010ffff"
"""Comes after every letter and digit."""
LOOKED_AT = 2_000
"""Rows of a word that are counted to see which word is the rarest."""


class Sought(NamedTuple):
    """What was typed, as it is looked for: its words in any order, and the whole as a code."""

    words: tuple[str, ...]
    code: str

    @classmethod
    def of(cls, text: str) -> Sought:
        """Nothing is found by a text without a letter or a digit."""
        return cls(tuple(words_of(text)), folded(text)[:LONGEST])


class Hit(NamedTuple):
    """A record that was found, in the order of a list of them; `model` is the number of its read model."""

    rank: int
    model: int
    place: str
    stream: str

    @property
    def code(self) -> str:
        """The code by which it was found, as it is looked for."""
        return self.place.split("\n")[1]


def find(
    connection: sa.Connection,
    models: Sequence[ReadModel[Any]],
    sought: Sought,
    after: Hit | None = None,
    size: int | None = None,
) -> list[Hit]:
    """The records of read models that fit, those after a hit, `size` of them at most.

    Costs by the rows of the rarest word. Raises RebuildNeededError.
    """
    require(connection, *models)
    if not sought.words:
        return []
    arms = [_arm(connection, each, sought, number) for number, each in enumerate(models)]
    found = sa.union_all(*arms).subquery()
    key = found.c.rank, found.c.model, found.c.place, found.c.stream
    query = sa.select(*key).order_by(*key).limit(size)
    if after is not None:
        query = query.where(sa.tuple_(*key) > sa.tuple_(*map(sa.literal, after)))
    return [Hit(*row) for row in connection.execute(query)]


def _arm(
    connection: sa.Connection, model: ReadModel[Any], sought: Sought, number: int
) -> sa.Select[Any]:
    """What fits in one read model, each once."""
    words, place = model.words.c, model.words.c.place
    holds = _holding(connection, place)
    rank = sa.case(
        (holds(f"\n{sought.code}\n"), EXACT),
        (sa.and_(*(holds(f" {word} ") for word in sought.words)), WHOLE),
        else_=BEGUN,
    )
    led_by = _leading(connection, model, sought)
    return (
        sa.select(rank.label("rank"), sa.literal(number).label("model"), place, words.stream)
        .where(sa.or_(*(_begins(words.word, word) for word in led_by)))
        .where(*(holds(f" {word}") for word in sought.words))
        .distinct()
    )


def _holding(
    connection: sa.Connection, place: sa.ColumnElement[str]
) -> Callable[[str], sa.ColumnElement[bool]]:
    inside = sa.func.instr if connection.dialect.name == "sqlite" else sa.func.strpos
    return lambda text: inside(place, text) > 0


def _begins(column: sa.ColumnElement[str], word: str) -> sa.ColumnElement[bool]:
    return sa.and_(column >= word, column < word + LAST)


def _leading(connection: sa.Connection, model: ReadModel[Any], sought: Sought) -> Sequence[str]:
    """The words by which the table is gone into: one of those that everything that fits has a row for."""
    if model.wording is None or model.wording.by_number:
        return sought.words
    words = sought.words
    return [min(words, key=lambda word: _rows_of(connection, model, word))] if words[1:] else words


def _rows_of(connection: sa.Connection, model: ReadModel[Any], word: str) -> int:
    """How many rows begin with a word, LOOKED_AT at most."""
    column = model.words.c.word
    some = sa.select(column).where(_begins(column, word)).limit(LOOKED_AT).subquery()
    return connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()


def fits(words: list[str], sought: Sought, *, by_number: bool = False) -> bool:
    """Whether what is called by some words is found: the same as `find` asks of the database."""
    if not words or not sought.words:
        return False
    leading = [number_of(words)] if by_number else words
    return all(any(each.startswith(word) for each in words) for word in sought.words) and any(
        each.startswith(word) for each in leading for word in sought.words
    )


def records_of(connection: sa.Connection, model: ReadModel[S], streams: set[str]) -> dict[str, S]:
    """The records there are, by stream. Raises RebuildNeededError."""
    require(connection, model)
    if not streams:
        return {}
    clause = Among("stream", frozenset(streams)).clause(model.view, connection.dialect.name)
    rows = connection.execute(sa.select(model.view).where(clause)).all()
    return {row.stream: model.unpack(row) for row in rows}
