"""Appending under the head lock: gather what is known, place each commit or refuse it, keep what was placed.

Placing is pure; only gathering and keeping talk to the database, in a few statements for any number of commits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from ledger.command_digest import is_same, salted
from ledger.commit import Commit, Receipt
from ledger.database import Cursor, Database, Question, Rows, Session
from ledger.entry import Entry, Row
from ledger.errors import (
    CommandReusedError,
    DatabaseDamagedError,
    TagConflictError,
    TextNotFoundError,
    VersionConflictError,
)
from ledger.instants import instant_text, normalised
from ledger.leaf import row_leaf, tags_digest
from ledger.schema import TOPICS_TOGETHER
from ledger.texts import KeptText, erased, packed
from ledger.tree import grow, pack, root_hash, unpack

NO_STREAM = -1
Tag = tuple[str, int, str]


class Tip(NamedTuple):
    """The head while it is locked."""

    position: int
    recorded_at: str
    frontier: tuple[bytes, ...]
    root: bytes
    simulated: bool


class Placed(NamedTuple):
    """A commit with its place; without rows if it was there before."""

    commit: Commit
    receipt: Receipt
    rows: list[Row]
    tags: list[Tag]
    tip: Tip


@dataclass
class Known:
    """What the commits at hand rely on (versions, tags, command ids) as of the head; each commit placed updates it."""

    tip: Tip
    versions: dict[str, int]
    commands: dict[str, tuple[Receipt, str, str | None]]
    """By id: the receipt, the digest as it is kept, the texts kept with it."""
    tag_ends: dict[str, int]
    tagged: set[tuple[str, str]]


class Appending:
    """The steps of an append; holds no state of its own but the clock."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._sql = database.statements
        self._many = database.many
        self._clock = clock

    def questions(self, commits: Sequence[Commit]) -> list[Question]:
        """The head lock first, then what the commits rely on."""
        streams = {str(entry.originator_id) for commit in commits for entry in commit.entries}
        streams.update(chain.from_iterable(commit.expected for commit in commits))
        questions: list[Question] = [
            (self._sql.lock_head, ()),
            self._commands({commit.command_id for commit in commits}),
            (self._sql.versions, self._lists(streams)),
        ]
        pairs = {pair for commit in commits for pair in commit.tags}
        watched = {tag for commit in commits for tag in commit.expected_tags}
        if pairs or watched:
            tags, tagged = {tag for tag, _ in pairs}, {stream for _, stream in pairs}
            questions += [
                (self._sql.tag_ends, self._lists(tags | watched)),
                (self._sql.tagged_of, self._lists(tags, tagged)),
            ]
        return questions

    def _commands(self, ids: set[str]) -> Question:
        """Ask for command ids already used; for a single id a statement of its own is quicker than a list of one."""
        return (
            (self._sql.command, (*ids,))
            if len(ids) == 1
            else (self._sql.commands, self._lists(ids))
        )

    @staticmethod
    def known(answers: Sequence[Rows]) -> Known:
        """From the answers to `questions`."""
        head, commands, versions, *tags = answers
        ends, tagged = tags or ((), ())
        return Known(
            tip=tip_of(head),
            versions={stream: NO_STREAM if last is None else last for stream, last in versions},
            commands={
                command_id: (Receipt(first, last, recorded_at, root, repeated=True), *kept)
                for command_id, first, last, recorded_at, root, *kept in commands
            },
            tag_ends={tag: number or 0 for tag, number in ends},
            tagged={(tag, stream) for tag, stream in tagged},
        )

    def place(self, known: Known, commit: Commit) -> Placed:
        """Raises CommandReusedError, VersionConflictError or TagConflictError, and then moves nothing on."""
        earlier = known.commands.get(commit.command_id)
        if earlier is not None:
            receipt, digest, texts = earlier
            if not is_same(commit.command_digest, digest, texts):
                raise CommandReusedError(commit.command_id)
            return Placed(commit, receipt, [], [], known.tip)
        versions = _versions_after(known, commit)
        _check_tags(known, commit)
        placed = _placed(known, commit, self._now(known.tip, commit.recorded_at))
        known.versions.update(versions)
        known.commands[commit.command_id] = (
            placed.receipt._replace(repeated=True),
            commit.command_digest,
            None,
        )
        known.tip = placed.tip
        return placed

    def keep(self, cursor: Cursor, placed: Sequence[Placed]) -> None:
        cursor.executemany(
            self._sql.insert_event, [row for each in placed for row in _rows_kept(each)]
        )
        tags = [(*tag, each.receipt.last) for each in placed for tag in each.tags]
        if tags:
            cursor.executemany(self._sql.insert_tag, tags)
        tip = placed[-1].tip
        before, entered = (topics_upto(at) for at in (placed[0].receipt.first - 1, tip.position))
        if entered > before:
            cursor.execute(self._sql.insert_topics, (before, entered))
        head = (tip.position, tip.recorded_at, pack(tip.frontier), tip.root)
        cursor.execute(self._sql.move_head, head)

    def erase(self, session: Session, position: int, commitment: str) -> None:
        session.settle()
        for end, kept in session.asking.execute(self._sql.lock_texts, (position,)).fetchall():
            left = erased(kept, commitment)
            if left is not None:
                session.cursor.execute(self._sql.set_texts, (left, end))
                return
        raise TextNotFoundError(commitment)

    def _lists(self, *lists: set[str]) -> tuple[object, ...]:
        return tuple(self._many(list(each)) for each in lists)

    def _now(self, tip: Tip, asked: str | None) -> str:
        """The instant to record: never before that of the last event, whatever the clock or a simulated log says."""
        now = normalised(asked) if tip.simulated and asked else instant_text(self._clock())
        return max(now, tip.recorded_at)


def tip_of(rows: Rows) -> Tip:
    """From the rows of `lock_head`. Raises DatabaseDamagedError where there is none."""
    if not rows:
        raise DatabaseDamagedError(database="")
    position, recorded_at, frontier, root, simulated = rows[0]
    return Tip(position, recorded_at, tuple(unpack(frontier)), root, bool(simulated))


def _versions_after(known: Known, commit: Commit) -> dict[str, int]:
    for stream, version in commit.expected.items():
        if known.versions[stream] != version:
            raise VersionConflictError(stream, version, known.versions[stream])
    after: dict[str, int] = {}
    for entry in commit.entries:
        stream, version = str(entry.originator_id), entry.originator_version
        before = after.get(stream, known.versions[stream])
        if version != before + 1 and not (before == NO_STREAM and version == 1):
            raise VersionConflictError(stream, version - 1, before)
        after[stream] = version
    return after


def _check_tags(known: Known, commit: Commit) -> None:
    for tag, count in commit.expected_tags.items():
        if known.tag_ends[tag] != count:
            raise TagConflictError(tag, count, known.tag_ends[tag])


def _placed(known: Known, commit: Commit, now: str) -> Placed:
    tip = known.tip
    rows, frontier = _rows(tip, commit.entries, now)
    after = Tip(rows[-1].position, now, tuple(frontier), root_hash(frontier), tip.simulated)
    receipt = Receipt(tip.position + 1, after.position, now, after.root, repeated=False)
    return Placed(commit, receipt, rows, _new_tags(known, commit), after)


def _rows(tip: Tip, entries: Sequence[Entry], now: str) -> tuple[list[Row], list[bytes]]:
    frontier, position, rows = list(tip.frontier), tip.position, []
    for e in entries:
        columns = (
            position + 1,
            str(e.originator_id),
            e.originator_version,
            e.topic,
            e.state,
            now,
            e.effective_on,
            e.actor,
            e.signed_by,
            e.organ,
            e.authority,
            e.reason,
            e.command_id,
        )
        leaf = row_leaf(columns)
        rows.append(Row(*columns, leaf))
        grow(frontier, position, leaf)
        position += 1
    return rows, frontier


def _new_tags(known: Known, commit: Commit) -> list[Tag]:
    """Tags that are not there yet, each with its number; a tag is set once for a stream."""
    new = []
    for tag, stream in commit.tags:
        if (tag, stream) not in known.tagged:
            known.tagged.add((tag, stream))
            known.tag_ends[tag] += 1
            new.append((tag, known.tag_ends[tag], stream))
    return new


def _rows_kept(placed: Placed) -> Iterator[tuple[Any, ...]]:
    """The rows of a commit as they are inserted; what belongs to it as a whole stands with the last."""
    *others, last = placed.rows
    for row in others:
        yield (*row, None, None, None, None, None)
    first, _, _, root, _ = placed.receipt
    commit = placed.commit
    texts = [*map(KeptText.of, commit.texts)]
    yield (
        *last,
        first,
        root,
        tags_digest(sorted(placed.tags)),
        salted(commit.command_digest, texts) if commit.command_id else None,
        packed(texts),
    )


def topics_upto(position: int) -> int:
    """The position up to which topics are entered in their table when the log has reached this one."""
    return position - position % TOPICS_TOGETHER
