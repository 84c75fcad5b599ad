"""Records found by the words that people type, in order: the exact code, whole words, words that begin so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
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

    Costs by the rows of the rarest word; whole words cost by those that are shown. Raises RebuildNeededError.
    """
    require(connection, *models)
    found: list[Hit] = []
    if not sought.words:
        return found
    led_by = [_leading(connection, each, sought) for each in models]
    for rank, number in product((EXACT, WHOLE, BEGUN), range(len(models))):
        left = None if size is None else size - len(found)
        if left == 0 or (after and (rank, number) < (after.rank, after.model)):
            continue
        select = _fitting(connection, models[number], sought, led_by[number], rank)
        key = models[number].words.c.place, models[number].words.c.stream
        if after and (rank, number) == (after.rank, after.model):
            rest = sa.tuple_(sa.literal(after.place), sa.literal(after.stream))
            select = select.where(sa.tuple_(*key) > rest)
        rows = connection.execute(select.order_by(*key).limit(left))
        found += [Hit(rank, number, *row) for row in rows]
    return found


def find_all(connection: sa.Connection, model: ReadModel[Any], sought: Sought) -> frozenset[str]:
    """The streams of all that fits in one read model, however well. Raises RebuildNeededError."""
    require(connection, model)
    if not sought.words:
        return frozenset()
    words = model.words.c
    led_by, holds = _leading(connection, model, sought), _holding(connection, words.place)
    select = sa.select(words.stream).where(
        sa.or_(*(_begins(words.word, word) for word in led_by)),
        *(holds(f" {word}") for word in sought.words),
    )
    return frozenset(connection.execute(select).scalars())


def _fitting(
    connection: sa.Connection,
    model: ReadModel[Any],
    sought: Sought,
    led_by: Sequence[str],
    rank: int,
) -> sa.Select[Any]:
    """What fits in one read model so well and no better, each once."""
    words = model.words.c
    holds = _holding(connection, words.place)
    exact = holds(f"\n{sought.code}\n")
    whole = sa.and_(*(holds(f" {word} ") for word in sought.words))
    begun = sa.and_(*(holds(f" {word}") for word in sought.words))
    select = sa.select(words.place, words.stream)
    if rank == BEGUN or (model.wording and model.wording.by_number):
        select = select.where(sa.or_(*(_begins(words.word, word) for word in led_by))).distinct()
    else:
        # One value alone: its rows are in the order that is wanted.
        select = select.where(words.word == led_by[0])
    fits = {EXACT: [begun, exact], WHOLE: [whole, ~exact], BEGUN: [begun, ~whole, ~exact]}
    return select.where(*fits[rank])


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
