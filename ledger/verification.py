"""Checking the whole log against itself: each leaf, the order, the tree, the commits with tags and texts, topics."""

from collections.abc import Callable
from typing import Any, NamedTuple

from ledger.append import topics_upto
from ledger.commit import committed
from ledger.connections import Readers
from ledger.database import Database
from ledger.entry import Row, as_row
from ledger.errors import DatabaseDamagedError
from ledger.leaf import row_leaf, tags_digest
from ledger.reading import ENDLESS
from ledger.texts import unpacked
from ledger.tree import grow, pack, root_hash

_BATCH = 5000
_UNREADABLE = (LookupError, ValueError, TypeError, ArithmeticError)
"""What reading damaged rows raises."""
_COLUMNS = len(Row._fields)
_Tags = dict[int, list[tuple[Any, ...]]]


class Verification(NamedTuple):
    """`first_bad` is the first position found wrong (None if none), `reason` a word for what is wrong."""

    ok: bool
    positions: int
    root: bytes
    first_bad: int | None
    reason: str

    @property
    def trusted(self) -> int:
        """The last position up to which every event agrees with the tree."""
        return min(self.positions, self.first_bad - 1) if self.first_bad else self.positions


class _WrongError(Exception):
    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


class Verifying:
    """One walk through the log up to the head it found; later appends do not disturb it."""

    def __init__(self, database: Database, readers: Readers) -> None:
        self._database = database
        self._sql = database.statements
        self._fetch = readers.fetch
        self._position = 0
        self._recorded_at = ""
        self._frontier: list[bytes] = []
        self._versions: dict[str, int] = {}
        self._commands = 0
        self._commit: list[Row] = []
        """The rows of a commit that has not come to its end."""

    def run(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Whatever is wrong, it is answered how far the log can be trusted."""
        try:
            end, root, *rest = self._fetch(self._sql.read_head)[0]
            self._walk(end, progress)
            self._check_head(end, root, rest)
            self._check_topics(end)
            self._check_schema(end)
        except _WrongError as wrong:
            return self._found_wrong(wrong.position, wrong.reason)
        except (DatabaseDamagedError, self._database.errors, *_UNREADABLE):
            return self._found_wrong(self._position + 1, "unreadable")
        return Verification(True, end, root, None, "")

    def _found_wrong(self, position: int, reason: str) -> Verification:
        return Verification(False, self._position, root_hash(self._frontier), position, reason)

    def _walk(self, end: int, progress: Callable[[int, int], None] | None) -> None:
        while self._position < end:
            rows = self._fetch(self._sql.read_whole, (self._position, end, _BATCH))
            if not rows:
                raise _WrongError(self._position + 1, "row missing")
            tags = self._tags(self._position, rows[-1][0])
            for columns in rows:
                row = as_row(columns[:_COLUMNS])
                self._check_row(row)
                self._commit.append(row)
                if columns[_COLUMNS] is not None:
                    self._check_commit(row, columns[_COLUMNS:], tags)
            for position in tags:
                raise _WrongError(position, "tags")
            if progress is not None:
                progress(self._position, end)

    def _check_row(self, row: Row) -> None:
        expected = self._position + 1
        if row.position != expected:
            raise _WrongError(expected, "row missing")
        if row_leaf(row) != row.leaf:
            raise _WrongError(expected, "leaf")
        if row.recorded_at < self._recorded_at:
            raise _WrongError(expected, "recorded_at")
        before = self._versions.get(row.stream)
        if row.version != before + 1 if before is not None else row.version not in {0, 1}:
            raise _WrongError(expected, "version")
        self._versions[row.stream] = row.version
        grow(self._frontier, self._position, row.leaf)
        self._position, self._recorded_at = expected, row.recorded_at

    def _check_commit(self, row: Row, kept: tuple[Any, ...], tags: _Tags) -> None:
        first, root, digest_of_tags, digest, texts = kept
        begin = self._commit[0]
        if first != begin.position or row.recorded_at != begin.recorded_at:
            raise _WrongError(begin.position, "commit missing")
        if digest is not None and any(each.command_id != row.command_id for each in self._commit):
            raise _WrongError(row.position, "commit")
        self._commands += digest is not None
        if root != root_hash(self._frontier):
            raise _WrongError(row.position, "root")
        if digest_of_tags != tags_digest(tags.pop(row.position, ())):
            raise _WrongError(row.position, "tags")
        if texts is not None:
            self._check_texts(row.position, texts)
        self._commit.clear()

    def _check_texts(self, position: int, texts: str) -> None:
        """Each is what was committed to, by an event of this very commit."""
        known = committed((row.reason, row.state) for row in self._commit)
        try:
            held = all(text.holds() and text.commitment in known for text in unpacked(texts))
        except ValueError:
            held = False
        if not held:
            raise _WrongError(position, "text")

    def _tags(self, after: int, upto: int) -> _Tags:
        tags: _Tags = {}
        for position, *row in self._fetch(self._sql.read_tags, (after, upto)):
            tags.setdefault(position, []).append(tuple(row))
        return tags

    def _check_head(self, end: int, root: bytes, rest: list[Any]) -> None:
        recorded_at, _, frontier = rest
        if (root, frontier) != (root_hash(self._frontier), pack(self._frontier)):
            raise _WrongError(end, "head")
        if recorded_at != self._recorded_at:
            raise _WrongError(end, "head")
        if self._commit:
            raise _WrongError(self._commit[0].position, "commit missing")
        beyond = self._fetch(self._sql.read, (end, end + 1, 1)) or self._fetch(
            self._sql.read_tags, (end, ENDLESS)
        )
        if beyond and not self._moved(end):
            raise _WrongError(end + 1, "row after the head")

    def _moved(self, end: int) -> bool:
        return bool(self._fetch(self._sql.read_head)[0][0] > end)

    def _check_topics(self, end: int) -> None:
        """One for each event entered, and its own; each position is once under a topic at most."""
        entered = topics_upto(end)
        count, last, wrong = self._fetch(self._sql.wrong_topics, (entered,))[0]
        if wrong is not None:
            raise _WrongError(wrong, "topic")
        if last is not None and last > topics_upto(self._fetch(self._sql.read_head)[0][0]):
            raise _WrongError(last, "topic")
        if count != entered:
            missing = self._fetch(self._sql.missing_topic, (entered,))[0][0]
            raise _WrongError(missing or end, "topic")

    def _check_schema(self, end: int) -> None:
        missing = self._database.missing_guards(self._fetch)
        if missing:
            raise _WrongError(0, f"guards missing: {', '.join(sorted(missing))}")
        altered = self._database.altered(self._fetch)
        if altered:
            raise _WrongError(0, f"schema: {', '.join(sorted(altered))}")
        broken = self._database.broken_indexes(self._fetch, end, self._commands)
        if broken:
            raise _WrongError(0, f"index: {', '.join(sorted(broken))}")
