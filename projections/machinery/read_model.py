"""What a read model is: a record for each stream, how events change it, and the table it is kept in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec
import sqlalchemy as sa

from projections.machinery.word_table import WORD, Wording, words_table

S = TypeVar("S", bound=msgspec.Struct)
Apply = Callable[[Any, Any, Any], Any]
"""`apply(state, event, row) -> state`: may change and answer the state it was given."""

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class Seen(NamedTuple):
    """The columns of the log that the folds look at."""

    position: int
    stream: str
    topic: str
    state: bytes
    effective_on: str
    organ: str


class Fold(NamedTuple):
    """How one kind of event changes a record: the few fields it needs, and what it does with them."""

    event: type[msgspec.Struct]
    apply: Apply


@cache
def _decoder(event: type[msgspec.Struct]) -> Callable[[bytes], Any]:
    return msgspec.json.Decoder(event).decode


class Index(NamedTuple):
    """Columns by which records are found; `where` narrows it to some of them, in SQL of both databases."""

    columns: Sequence[str]
    where: str = ""


class Records(Protocol):
    """What is known beside a record: those of other read models, and events of other streams."""

    def record(self, model: ReadModel[S], stream: str) -> S | None: ...
    def events(self, stream: str) -> list[bytes]: ...
    def text(self, position: int, commitment: str) -> str | None: ...


class Touched(NamedTuple):
    """Records that an event of another stream concerns: a condition on their columns, `?` for each value."""

    where: str
    values: tuple[str, ...] = ()


class Beside(NamedTuple):
    """The part of a record that follows from other streams, so that a database can look for it.

    `facts` makes what `complete(record, facts)` asks out of the records of the read models it `needs`.
    `touched` says by topic which records an event makes to be completed again. `erasable` is the column
    with the commitment of a text that the record follows from, if there is one: once that is erased the
    record is completed again.
    """

    needs: tuple[ReadModel[Any], ...]
    touched: Mapping[str, Callable[[Seen], Touched]]
    facts: Callable[[Records], Any]
    complete: Callable[[Any, Any, bool], None]
    """Given the record, the facts, and whether an event of another stream concerns it: only then, or where
    the record itself says so, what was worked out before has to be worked out again."""
    erasable: str = ""


class ReadModel(Generic[S]):
    """One record of type `record` for each stream, its first field being the stream.

    Text and numbers are columns as they are, every other field is kept as JSON. `schema` goes up
    by one whenever the record or a fold changes. Where there is a `wording`, records are found by words.
    """

    def __init__(
        self,
        name: str,
        schema: int,
        record: type[S],
        folds: Mapping[str, Fold],
        indexes: Sequence[Index] = (),
        beside: Beside | None = None,
        wording: Wording | None = None,
    ) -> None:
        self.name = name
        self.schema = schema
        self.record = record
        self.folds = folds
        self.decoders = {topic: _decoder(fold.event) for topic, fold in folds.items()}
        self.indexes = indexes
        self.beside = beside
        self.wording = wording
        fields = msgspec.structs.fields(record)
        self.columns = tuple(field.name for field in fields)
        self._plain = {f.name: f.type for f in fields if f.type in (str, int)}
        self._encoded = [
            (at, msgspec.json.Decoder(field.type).decode)
            for at, field in enumerate(fields)
            if field.name not in self._plain
        ]
        self._encode = msgspec.json.Encoder().encode
        self.view = self.table(f"read_{name}")
        self.words = words_table(f"read_{name}_words")

    def table_name(self, generation: int) -> str:
        return f"read_{self.name}_{generation}"

    def words_name(self, generation: int) -> str:
        """The table of the words by which records are found, where the model has a `wording`."""
        return f"read_{self.name}_words_{generation}"

    def table(self, name: str) -> sa.Table:
        """The table or the view of that name; indexes are made apart, after filling it."""
        first, *others = self.columns
        return sa.Table(
            name,
            sa.MetaData(),
            sa.Column(first, WORD, primary_key=True),
            *(sa.Column(column, self._type(column), nullable=False) for column in others),
        )

    def pack(self, state: S) -> list[Any]:
        """The record as a row of the table."""
        values = list(msgspec.structs.astuple(state))
        for at, _ in self._encoded:
            values[at] = self._encode(values[at]).decode()
        return values

    def unpack(self, row: Sequence[Any]) -> S:
        """The record from a row of the table."""
        values = list(row)
        for at, decode in self._encoded:
            values[at] = decode(values[at])
        return self.record(*values)

    @property
    def needs(self) -> tuple[ReadModel[Any], ...]:
        """The read models that records are completed from."""
        return self.beside.needs if self.beside else ()

    def _type(self, column: str) -> sa.types.TypeEngine[Any]:
        return NUMBER if self._plain.get(column) is int else WORD
