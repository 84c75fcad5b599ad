"""What one command asks the log to keep, and the receipt for it."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, Self

from ledger.entry import Entry
from ledger.errors import IncompleteEntryError, InvalidCommitError

_SAYS_SOMETHING = ("originator_id", "topic", "actor", "reason", "command_id")
_MAY_BE_EMPTY = ("signed_by", "organ", "authority")
_COMMITMENT = re.compile(rb'"([0-9a-f]{64})"')
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Text(NamedTuple):
    """A free text beside the log; the log itself holds only `commitment`."""

    commitment: str
    salt: bytes
    body: str

    @classmethod
    def of(cls, salt: bytes, body: str) -> Self:
        return cls(commitment(salt, body), salt, body)


def commitment(salt: bytes, body: str) -> str:
    """SHA-256 over the salt (16 bytes at least) and the body in UTF-8, in hexadecimal."""
    return hashlib.sha256(salt + body.encode()).hexdigest()


@dataclass(frozen=True)
class Commit:
    """All that is stored together or not at all.

    `expected` names every stream the decision relied on with its version (-1: must not exist), `expected_tags` every
    tag with its count. `recorded_at` counts in a simulated log only. `erase` names texts to be forgotten, each
    by a position of its commit and its commitment; `texts` are committed to by the reason or the state of an entry.
    """

    command_id: str
    command_digest: str
    entries: Sequence[Entry] = ()
    expected: Mapping[str, int] = field(default_factory=dict)
    expected_tags: Mapping[str, int] = field(default_factory=dict)
    tags: Sequence[tuple[str, str]] = ()
    texts: Sequence[Text] = ()
    recorded_at: str | None = None
    erase: Sequence[tuple[int, str]] = ()

    def having(self, entries: Sequence[Entry]) -> Self:
        return replace(self, entries=entries)


class Receipt(NamedTuple):
    """Where a commit stands; `root` is the root of the tree after it, `repeated` says it was there before."""

    first: int
    last: int
    recorded_at: str
    root: bytes
    repeated: bool


def check(commit: Commit) -> None:
    """Raises InvalidCommitError or IncompleteEntryError for what must not reach the database."""
    if not commit.entries:
        raise InvalidCommitError(problem="no events")
    for entry in commit.entries:
        check_entry(entry)
        if entry.command_id != commit.command_id:
            raise InvalidCommitError(problem="an event of another command")
    known = committed((e.reason, e.state) for e in commit.entries) if commit.texts else ()
    for text in commit.texts:
        if text.commitment != commitment(text.salt, text.body):
            raise InvalidCommitError(problem="a text that is not the one committed to")
        if text.commitment not in known:
            raise InvalidCommitError(problem="a text that no event commits to")
        if "\x00" in text.body:
            raise InvalidCommitError(problem="a text with a NUL character")


def committed(events: Iterable[tuple[str, bytes]]) -> set[str]:
    """The commitments in events, of each of which reason and state are given."""
    found = set()
    for reason, state in events:
        found.add(reason)
        found.update(map(bytes.decode, _COMMITMENT.findall(state)))
    return found


def check_entry(entry: Entry) -> None:
    columns = vars(entry)
    for name in _SAYS_SOMETHING:
        if not columns[name].strip() or "\x00" in columns[name]:
            raise IncompleteEntryError(str(entry.originator_id), name)
    for name in _MAY_BE_EMPTY:
        if "\x00" in columns[name]:
            raise IncompleteEntryError(str(entry.originator_id), name)
    if not _is_iso_date(entry.effective_on):
        raise IncompleteEntryError(str(entry.originator_id), "effective_on")


def _is_iso_date(text: str) -> bool:
    if not _ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
