"""Free texts back into events: commitments replaced by the texts that are kept beside the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from application.texts import fields_with_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ledger.codec import Codec
    from ledger.entry import Row
    from ledger.ledger import Ledger


def texts_in(ledger: Ledger, rows: Iterable[Row], codec: Codec) -> dict[str, str | None]:
    """Answer the texts of rows by commitment: reasons, and free texts inside the events."""
    wanted: set[str] = set()
    for row in rows:
        wanted.add(row.reason)
        wanted.update(_commitments(codec.decode(row.topic, row.state)))
    return ledger.texts(wanted)


def _commitments(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _commitments(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _commitments(item)
    elif isinstance(value, msgspec.Struct):
        for name in fields_with_text(type(value)):
            yield from _commitments(getattr(value, name))


def unsealed(value: Any, texts: dict[str, str | None]) -> Any:
    """Answer a copy of a record with its free texts; an erased one reads `–`."""
    if isinstance(value, str):
        return (texts.get(value) or "–") if value else ""
    if isinstance(value, list):
        return [unsealed(item, texts) for item in value]
    if isinstance(value, dict):
        return {key: unsealed(item, texts) for key, item in value.items()}
    if isinstance(value, msgspec.Struct):
        changed = {
            name: unsealed(getattr(value, name), texts) for name in fields_with_text(type(value))
        }
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
