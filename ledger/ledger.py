"""The ledger as the other rooms use it: append, ask, erase, verify. Safe to use from many threads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from ledger.append import Appending, Known, Placed
from ledger.commit import Commit, Receipt, check, check_entry
from ledger.connections import Readers, Writer, Writing
from ledger.entry import Entry, Row
from ledger.errors import ConflictError, LedgerError
from ledger.opening import Opened, initialise_at, open_at
from ledger.reading import Head, R, Reading, Refusal
from ledger.upgrading import Progress
from ledger.verification import Verification, Verifying

Then = Callable[[Writing, list[Row]], object]
Erased = Callable[[Writing, str], object]
"""Told the commitment of a text in the transaction that erased it."""
Clock = Callable[[], datetime]
TIMEOUT_SECONDS = 10.0


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An open log. `Ledger.initialise` makes a new one, `Ledger.open` opens one that is there.

    `on_erasure` is for whoever keeps something that was made from texts.
    """

    on_erasure: Erased | None = None

    def __init__(self, opened: Opened, clock: Clock = _now) -> None:
        self.database, self.engine = opened
        self.readers = Readers(self.database, self.engine)
        self.reading = Reading(self.database, self.readers)
        self.appending = Appending(self.database, clock)
        self.writer = Writer(self.database, self.engine)

    @classmethod
    def initialise(
        cls,
        url: str,
        *,
        simulated: bool = False,
        clock: Clock = _now,
        timeout: float = TIMEOUT_SECONDS,
    ) -> Self:
        """A new log in an empty or missing SQLite file or an empty PostgreSQL database.

        `timeout` is how long to wait for a lock, in seconds. Raises AlreadyInitialisedError and the errors of `open`.
        """
        return cls(initialise_at(url, simulated=simulated, timeout=timeout), clock)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        clock: Clock = _now,
        timeout: float = TIMEOUT_SECONDS,
        upgrade: bool = True,
        progress: Progress | None = None,
    ) -> Self:
        """A log of an older schema is brought to today's in place; with `upgrade` unset it is refused.

        `progress(events done, events in all)` while that goes on. Raises NotInitialisedError, NotOurDatabaseError,
        NewerDatabaseError, OutdatedDatabaseError, DatabaseLockedError, DatabaseUnreachableError,
        UnsupportedDatabaseError or UnsafeSqliteError, having changed nothing.
        """
        return cls(open_at(url, timeout=timeout, upgrade=upgrade, progress=progress), clock)

    def close(self) -> None:
        self.writer.close()
        self.readers.close()
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def append(self, commit: Commit, then: Then | None = None) -> Receipt:
        """Store a commit, and whatever `then(writing, rows)` writes, in one transaction.

        The same command id and digest again gives the first receipt with `repeated` set, and `then` is not called.
        Raises VersionConflictError, TagConflictError, CommandReusedError, InvalidCommitError, IncompleteEntryError,
        TextNotFoundError, DatabaseLockedError, DatabaseUnreachableError, and whatever `then` raises.
        """
        check(commit)
        (outcome,) = self.append_together([(commit, then)])
        if isinstance(outcome, LedgerError):
            raise outcome
        return outcome

    def append_together(
        self, requests: Sequence[tuple[Commit, Then | None]]
    ) -> list[Receipt | LedgerError]:
        """Commits that passed `check`, in one transaction; a refused one stands as its error among the receipts.

        A `then` that follows several commits one after the other is called once, with the rows of them all.

        Raises, having stored nothing at all, for what cannot be undone alone: errors of the database and of a `then`.
        """
        commits = [commit for commit, _ in requests]
        with self.writer.transaction(self.appending.questions(commits)) as writing:
            known = self.appending.known(writing.answers)
            outcomes = [self._placed(known, commit) for commit in commits]
            self._keep(
                writing,
                [
                    (outcome, then)
                    for outcome, (_, then) in zip(outcomes, requests, strict=True)
                    if isinstance(outcome, Placed) and outcome.rows
                ],
            )
        if any(commit.erase for commit in commits):
            self.writer.forget()
        return [each.receipt if isinstance(each, Placed) else each for each in outcomes]

    def _placed(self, known: Known, commit: Commit) -> Placed | ConflictError:
        try:
            return self.appending.place(known, commit)
        except ConflictError as error:
            return error

    def append_bare(self, entries: Sequence[Entry]) -> Receipt:
        """Entries without a command: for the library's recorder interface only."""
        for entry in entries:
            check_entry(entry)
        (outcome,) = self.append_together([(Commit("", "", entries), None)])
        if isinstance(outcome, LedgerError):
            raise outcome
        return outcome

    def _keep(self, writing: Writing, fresh: Sequence[tuple[Placed, Then | None]]) -> None:
        if not fresh:
            return
        self.appending.keep(writing.cursor, [placed for placed, _ in fresh])
        for placed, _ in fresh:
            for position, commitment in placed.commit.erase:
                self._erase(writing, position, commitment)
        for then, group in groupby(fresh, key=itemgetter(1)):
            if then is not None:
                then(writing, [row for placed, _ in group for row in placed.rows])

    @contextmanager
    def locked(self) -> Iterator[Writing]:
        """A write transaction that holds the head lock."""
        with self.writer.transaction([(self.database.statements.lock_head, ())]) as writing:
            yield writing

    @contextmanager
    def connection(self) -> Iterator[sa.Connection]:
        """A connection for the read models to read by; what it writes needs its own commit.

        Raises the errors of `open` for a database that cannot be reached any longer.
        """
        with self.database.told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """A write transaction without the head lock, for the read models to catch up in."""
        if self.database.one_writer:
            with self.writer.transaction() as writing:
                yield writing.connection
        else:
            with self.database.told(), self.engine.begin() as connection:
                yield connection

    def stream(self, stream: str, upto: int | None = None) -> list[Row]:
        """The rows of one stream in order; `upto` is the last position known."""
        return self.reading.stream(stream, upto)

    def versions(self, streams: Iterable[str]) -> Mapping[str, int]:
        """The last version of each stream; -1 where there is none."""
        return self.reading.versions(streams)

    def read(
        self, after: int = 0, upto: int | None = None, batch: int = 5000, topics: Sequence[str] = ()
    ) -> Iterator[list[Row]]:
        """The log in order, from the position after `after` up to and with `upto`, in lists of `batch` rows."""
        return self.reading.scan(Row, after, upto, batch, topics)

    def scan(
        self,
        columns: type[R],
        after: int = 0,
        upto: int | None = None,
        batch: int = 5000,
        topics: Sequence[str] = (),
    ) -> Iterator[list[R]]:
        """Like `read`, but only the columns named by a named tuple, `position` among them: much quicker."""
        return self.reading.scan(columns, after, upto, batch, topics)

    def tuples(
        self, columns: type[R], after: int, upto: int, batch: int
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Like `scan`, but plain tuples, which are quicker over millions of rows."""
        return self.reading.tuples(columns, after, upto, batch)

    def of_topics(
        self, columns: type[R], topics: Sequence[str], after: int, upto: int
    ) -> list[tuple[Any, ...]]:
        """As `tuples`, of a few topics only, found by their index: worth while over thousands of positions."""
        return self.reading.of_topics(columns, topics, after, upto)

    def at(self, columns: type[R], positions: Sequence[int]) -> list[R]:
        """The rows at some positions, in order; only the columns named by a named tuple."""
        return self.reading.at(columns, positions)

    def tagged(self, tag: str, known_at: int | None = None) -> list[str]:
        """The streams with a tag, in the order in which they got it; `known_at` is a position."""
        return self.reading.tagged(tag, known_at)

    def tag_count(self, tag: str) -> int:
        return self.reading.tag_count(tag)

    def head(self) -> Head:
        return self.reading.head()

    def position_at(self, instant: str) -> int:
        """The last position recorded at or before an ISO instant with an offset; 0 before the first."""
        return self.reading.position_at(instant)

    def commit_end(self, position: int) -> int:
        """The last position of the commit that `position` belongs to; raises PositionNotFoundError."""
        return self.reading.commit_end(position)

    def head_at(self, position: int) -> Head:
        """The head as it was after the commit that `position` belongs to; raises PositionNotFoundError."""
        return self.reading.head_at(position)

    def repeated(self, command_id: str, digest: str) -> Receipt | None:
        """The receipt of a command already kept; raises CommandReusedError if it had other content."""
        return self.reading.repeated(command_id, digest)

    def command(self, command_id: str) -> Receipt | None:
        return self.reading.command(command_id)

    def texts(self, positions: Iterable[int]) -> dict[str, str | None]:
        """The free texts kept with the events at some positions and with the rest of their commits.

        Bodies by commitment; None is an erased text.
        """
        return self.reading.texts(positions)

    def erase(self, position: int, commitment: str) -> None:
        """Forget one text of the commit that `position` belongs to, for good; raises TextNotFoundError.

        Erasing again changes nothing.
        """
        with self.writer.transaction() as writing:
            self._erase(writing, position, commitment)
        self.writer.forget()

    def _erase(self, writing: Writing, position: int, commitment: str) -> None:
        self.appending.erase(writing.session, position, commitment)
        if self.on_erasure is not None:
            self.on_erasure(writing, commitment)

    def refuse(
        self, actor: str, command: str, stream: str, guards: Iterable[str], day: str
    ) -> None:
        """Count a refusal, beside the log."""
        counted = (day, actor, command, stream, "\n".join(sorted(guards)))
        with self.writer.transaction() as writing:
            writing.cursor.execute(self.database.statements.refuse, counted)

    def refusals(self) -> list[Refusal]:
        return self.reading.refusals()

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Check the whole log against itself; `progress(positions done, positions in all)`."""
        return Verifying(self.database, self.readers).run(progress)
