"""Entries and commits for tests of the ledger; nothing here means anything."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from ledger.commit import Commit
from ledger.entry import Entry

REASON = "0" * 64
_COMMANDS = itertools.count(1)


def an_entry(stream: str = "a", version: int = 1, **columns: Any) -> Entry:
    filled: dict[str, Any] = {
        "topic": "thing-done",
        "state": b'{"n":1}',
        "effective_on": "2024-12-01",
        "actor": "person:1",
        "signed_by": "person:2",
        "organ": "unit/committee",
        "authority": "person:2@3",
        "reason": REASON,
        "command_id": "command",
    }
    return Entry(originator_id=stream, originator_version=version, **(filled | columns))


def a_commit(
    *at: tuple[str, int], envelope: Mapping[str, Any] | None = None, **parts: Any
) -> Commit:
    """A commit of one event for each (stream, version), with a command id of its own unless given."""
    command_id = parts.pop("command_id", None) or f"command-{next(_COMMANDS)}"
    digest = parts.pop("command_digest", "digest")
    entries = [
        an_entry(stream, version, **{"command_id": command_id, **(envelope or {})})
        for stream, version in at
    ]
    return Commit(command_id, digest, entries, **parts)
