"""Questions to the log, each one fixed statement on an open connection."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from ledger.append import NO_STREAM, topics_upto
from ledger.command_digest import is_same
from ledger.commit import Receipt
from ledger.connections import Readers
from ledger.database import Database
from ledger.entry import Row, as_row
from ledger.errors import CommandReusedError, DatabaseDamagedError, PositionNotFoundError
from ledger.instants import normalised
from ledger.texts import unpacked

ENDLESS = 2**62
R = TypeVar("R", bound=tuple[Any, ...])


class Head(NamedTuple):
    position: int
    root: bytes
    recorded_at: str
    simulated: bool


class Refusal(NamedTuple):
    """How often one person was refused one command on one stream for the same guards on one day."""

    day: str
    actor: str
    command: str
    stream: str
    guards: tuple[str, ...]
    count: int  # type: ignore[assignment]  # a tuple has a method of that name


class Selection(Generic[R]):
    """Statements that read only the columns named by the fields of a named tuple, in its order."""

    def __init__(self, columns: type[R], adapted: Callable[[str], str]) -> None:
        names: tuple[str, ...] = getattr(columns, "_fields", ())
        if not names or not set(names) <= set(Row._fields):
            message = f"{columns.__name__} is not a named tuple of columns of the log"
            raise ValueError(message)
        event = f"SELECT {', '.join(names)} FROM event"  # noqa: S608 -- names checked above
        self.make: Callable[[tuple[Any, ...]], R] = partial(tuple.__new__, columns)
        self.stream = adapted(f"{event} WHERE stream = ? ORDER BY version")
        self.stream_upto = adapted(f"{event} WHERE stream = ? AND position <= ? ORDER BY version")
        self._between = f"{event} WHERE position > ? AND position <= ?"
        columns_of_event = ", ".join(f"event.{name}" for name in names)
        self._of_topic = adapted(
            f"SELECT {columns_of_event} FROM topic JOIN event ON event.position = topic.position"  # noqa: S608 -- as above
            " WHERE topic.topic = ? AND topic.position > ? AND topic.position <= ?"
        )
        among = "AND topic IN (SELECT value FROM EACH(?))"
        self._of_tail = adapted(f"{self._between} {among}")
        listed = "position IN (SELECT value FROM NUMBERS(?))"
        self.at = adapted(f"{event} WHERE {listed} ORDER BY position")
        self._adapted = adapted
        self.place = names.index("position") if "position" in names else -1
        self._scans: dict[str, str] = {}

    def scan(self, where: str) -> str:
        """Rows between two positions for which something holds, so many at most."""
        found = self._scans.get(where)
        if found is None:
            sql = f"{self._between}{where} ORDER BY position LIMIT ?"
            found = self._scans[where] = self._adapted(sql)
        return found

    def of_topics(self, count: int) -> str:
        """Rows of each of so many topics between two positions, looked up as far as topics are entered."""
        return " UNION ALL ".join([self._of_topic] * count + [self._of_tail]) + " ORDER BY position"


class Reading:
    def __init__(self, database: Database, readers: Readers) -> None:
        self._sql = database.statements
        self._many = database.many
        self._fetch = readers.fetch
        self._adapted = database.adapted
        self._name = database.name
        self._selections: dict[type, Selection[Any]] = {}

    def selection(self, columns: type[R]) -> Selection[R]:
        found = self._selections.get(columns)
        if found is None:
            found = self._selections[columns] = Selection(columns, self._adapted)
        return found

    def selected(
        self, selection: Selection[R], stream: str, upto: int | None
    ) -> list[tuple[Any, ...]]:
        """The rows of one stream as the driver gives them."""
        if upto is None:
            return self._fetch(selection.stream, (stream,))
        return self._fetch(selection.stream_upto, (stream, upto))

    def scan(
        self,
        columns: type[R],
        after: int,
        upto: int | None,
        batch: int,
        topics: Sequence[str],
    ) -> Iterator[list[R]]:
        make = self.selection(columns).make
        for rows in self.tuples(columns, after, upto, batch, topics):
            yield list(map(make, rows))

    def tuples(
        self,
        columns: type[R],
        after: int,
        upto: int | None,
        batch: int,
        topics: Sequence[str] = (),
    ) -> Iterator[list[tuple[Any, ...]]]:
        """As `scan`, the rows as the driver gives them."""
        selection = self.selection(columns)
        end = ENDLESS if upto is None else upto
        where, wanted = self._of_topics(topics)
        sql = selection.scan(where)
        while rows := self._fetch(sql, (after, end, *wanted, batch)):
            yield rows
            if len(rows) < batch:
                break
            after = rows[-1][selection.place]

    def of_topics(
        self, columns: type[R], topics: Sequence[str], after: int, upto: int
    ) -> list[tuple[Any, ...]]:
        """Rows after a position up to another, looked up in the table of topics; in order of position."""
        entered = topics_upto(self.head().position)
        given: list[Any] = [each for topic in topics for each in (topic, after, min(upto, entered))]
        tail = (max(after, entered), upto, self._many(list(topics)))
        return self._fetch(self.selection(columns).of_topics(len(topics)), [*given, *tail])

    def _of_topics(self, topics: Sequence[str]) -> tuple[str, tuple[object, ...]]:
        if topics:
            return " AND topic IN (SELECT value FROM EACH(?))", (self._many(list(topics)),)
        return "", ()

    def at(self, columns: type[R], positions: Sequence[int]) -> list[R]:
        selection = self.selection(columns)
        return list(map(selection.make, self._fetch(selection.at, (self._many(positions),))))

    def stream(self, stream: str, upto: int | None = None) -> list[Row]:
        """The rows of one stream in order; `upto` is the last position known."""
        if upto is None:
            return list(map(as_row, self._fetch(self._sql.stream, (stream,))))
        return list(map(as_row, self._fetch(self._sql.stream_upto, (stream, upto))))

    def between(
        self, stream: str, gt: int | None, lte: int | None, limit: int | None, *, backwards: bool
    ) -> list[Row]:
        """By version; the question of the library's recorder interface."""
        sql = self._sql.stream_backwards if backwards else self._sql.stream_between
        bounds = (-1 if gt is None else gt, ENDLESS if lte is None else lte)
        limits = (ENDLESS if limit is None else limit,)
        return list(map(as_row, self._fetch(sql, (stream, *bounds, *limits))))

    def versions(self, streams: Iterable[str]) -> dict[str, int]:
        """The last version of each stream; -1 where there is none."""
        rows = self._fetch(self._sql.versions, (self._many(list(streams)),))
        return {stream: NO_STREAM if version is None else version for stream, version in rows}

    def rows(
        self, after: int, upto: int | None, limit: int, topics: Sequence[str] = ()
    ) -> list[Row]:
        end = ENDLESS if upto is None else upto
        if topics:
            parameters: tuple[Any, ...] = (after, end, self._many(list(topics)), limit)
            return list(map(as_row, self._fetch(self._sql.read_topics, parameters)))
        return list(map(as_row, self._fetch(self._sql.read, (after, end, limit))))

    def head(self) -> Head:
        """Raises DatabaseDamagedError where the log has none."""
        for position, root, recorded_at, simulated, _ in self._fetch(self._sql.read_head):
            return Head(position, root, recorded_at, bool(simulated))
        raise DatabaseDamagedError(self._name)

    def position_at(self, instant: str) -> int:
        """The last position recorded at or before an ISO instant with an offset; 0 before the first."""
        wanted = normalised(instant)
        low, high = 0, self.head().position
        while low < high:
            middle = (low + high + 1) // 2
            if self._fetch(self._sql.recorded_at, (middle,))[0][0] <= wanted:
                low = middle
            else:
                high = middle - 1
        return low

    def commit_end(self, position: int) -> int:
        """The last position of the commit that `position` belongs to; raises PositionNotFoundError."""
        return self.head_at(position).position if position else 0

    def head_at(self, position: int) -> Head:
        """The head as it was after the commit that a position belongs to; raises PositionNotFoundError."""
        for end, root, recorded_at in self._fetch(self._sql.head_at, (position,)):
            if position > 0:
                return Head(end, root, recorded_at, self.head().simulated)
        raise PositionNotFoundError(position)

    def command(self, command_id: str) -> Receipt | None:
        found = self._fetch(self._sql.command, (command_id,))
        for _, first, last, recorded_at, root, _, _ in found:
            return Receipt(first, last, recorded_at, root, repeated=True)
        return None

    def repeated(self, command_id: str, digest: str) -> Receipt | None:
        found = self._fetch(self._sql.command, (command_id,))
        for _, first, last, recorded_at, root, kept, texts in found:
            if not is_same(digest, kept, texts):
                raise CommandReusedError(command_id)
            return Receipt(first, last, recorded_at, root, repeated=True)
        return None

    def tagged(self, tag: str, known_at: int | None = None) -> list[str]:
        """The streams with a tag, in the order in which they got it."""
        upto = ENDLESS if known_at is None else known_at
        return [stream for (stream,) in self._fetch(self._sql.tagged, (tag, upto))]

    def tag_count(self, tag: str) -> int:
        return self._fetch(self._sql.tag_ends, (self._many([tag]),))[0][1] or 0

    def texts(self, positions: Iterable[int]) -> dict[str, str | None]:
        """The texts of the commits of some positions, by commitment; None is an erased text."""
        found = self._fetch(self._sql.texts, (self._many(list(positions)),))
        return {text.commitment: text.body for (kept,) in found for text in unpacked(kept)}

    def refusals(self) -> list[Refusal]:
        return [
            Refusal(day, actor, command, stream, tuple(guards.split("\n")), count)
            for day, actor, command, stream, guards, count in self._fetch(self._sql.refusals)
        ]

    def tracked(self, application_name: str) -> int | None:
        for (position,) in self._fetch(self._sql.tracked, (application_name,)):
            return int(position)
        return None
