"""Checking the whole log against itself: each leaf, the order, the tree, the commits, the tags, the texts."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ledger.commit import commitment
from ledger.connections import Readers
from ledger.database import Database
from ledger.entry import Row, as_row
from ledger.leaf import row_leaf, tags_digest
from ledger.reading import ENDLESS
from ledger.tree import grow, pack, root_hash

_BATCH = 5000
_Tags = dict[int, list[tuple[Any, ...]]]


class Verification(NamedTuple):
    """`first_bad` is the first position found wrong (None if none), `reason` a word for what is wrong."""

    ok: bool
    positions: int
    root: bytes
    first_bad: int | None
    reason: str


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
        self._commit: tuple[Any, ...] | None = None

    def run(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        end, root, *rest = self._fetch(self._sql.read_head)[0]
        try:
            self._walk(end, progress)
            self._check_head(end, root, rest)
            self._check_texts(end)
            self._check_guards()
        except _WrongError as wrong:
            return Verification(False, self._position, root, wrong.position, wrong.reason)
        return Verification(True, end, root, None, "")

    def _walk(self, end: int, progress: Callable[[int, int], None] | None) -> None:
        commits = self._commits()
        while self._position < end:
            rows = self._fetch(self._sql.read, (self._position, end, _BATCH))
            if not rows:
                raise _WrongError(self._position + 1, "row missing")
            tags = self._tags(self._position, rows[-1][0])
            for row in map(as_row, rows):
                self._check_row(row)
                self._check_commit(row, commits, tags)
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

    def _check_commit(self, row: Row, commits: Iterator[tuple[Any, ...]], tags: _Tags) -> None:
        if self._commit is None:
            self._commit = next(commits, None)
            if self._commit is None or self._commit[1] != row.position:
                raise _WrongError(row.position, "commit missing")
        last, _, recorded_at, command_id, root, digest = self._commit
        if recorded_at != row.recorded_at or command_id not in {row.command_id, None}:
            raise _WrongError(row.position, "commit")
        if last == row.position:
            if root != root_hash(self._frontier):
                raise _WrongError(row.position, "root")
            if digest != tags_digest(tags.pop(last, ())):
                raise _WrongError(row.position, "tags")
            self._commit = None

    def _commits(self) -> Iterator[tuple[Any, ...]]:
        after = 0
        while rows := self._fetch(self._sql.read_roots, (after, _BATCH)):
            yield from rows
            after = rows[-1][0]

    def _tags(self, after: int, upto: int) -> _Tags:
        tags: _Tags = {}
        for position, *row in self._fetch(self._sql.read_tags, (after, upto)):
            tags.setdefault(position, []).append(tuple(row))
        return tags

    def _check_head(self, end: int, root: bytes, rest: list[Any]) -> None:
        recorded_at, _, frontier = rest
        if (root, frontier) != (root_hash(self._frontier), pack(self._frontier)):
            raise _WrongError(end, "head")
        if recorded_at != self._recorded_at or self._commit is not None:
            raise _WrongError(end, "head")
        beyond = self._fetch(self._sql.read, (end, end + 1, 1)) or self._fetch(
            self._sql.read_tags, (end, ENDLESS)
        )
        if beyond and not self._moved(end):
            raise _WrongError(end + 1, "row after the head")

    def _moved(self, end: int) -> bool:
        return bool(self._fetch(self._sql.read_head)[0][0] > end)

    def _check_texts(self, end: int) -> None:
        after = ""
        while rows := self._fetch(self._sql.read_texts, (after, _BATCH)):
            for known, position, salt, body in rows:
                if position <= end and commitment(salt, body) != known:
                    raise _WrongError(position, "text")
            after = rows[-1][0]

    def _check_guards(self) -> None:
        missing = self._database.missing_guards(self._fetch)
        if missing:
            raise _WrongError(0, f"guards missing: {', '.join(sorted(missing))}")
