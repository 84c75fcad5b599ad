"""Free text out of events: a salted commitment stays in the event, the text goes beside the log."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from domain.events.base import Text as ErasableText
from ledger.commit import Text

SALT_BYTES = 16
Seal = Callable[[Any], Any]
_ERASABLE = get_args(ErasableText)[1]


class Sealer:
    """Replaces every free text of a record by its commitment and keeps the texts for the commit."""

    def __init__(self) -> None:
        self.texts: list[Text] = []

    def text(self, body: str) -> str:
        """Commit to one text; an empty one stays empty."""
        if not body.strip():
            return ""
        sealed = Text.of(secrets.token_bytes(SALT_BYTES), body)
        self.texts.append(sealed)
        return sealed.commitment

    def seal(self, value: Any) -> Any:
        """Answer a copy of a record with commitments in place of its free texts."""
        if not isinstance(value, msgspec.Struct):
            return value
        changed = {
            name: _through(kind, getattr(value, name), self)
            for name, kind in fields_with_text(type(value)).items()
        }
        return msgspec.structs.replace(value, **changed) if changed else value


def _through(kind: Any, value: Any, sealer: Sealer) -> Any:
    if isinstance(value, str):
        return sealer.text(value)
    if isinstance(value, list):
        return [_through(kind, item, sealer) for item in value]
    if isinstance(value, dict):
        return {key: _through(kind, item, sealer) for key, item in value.items()}
    return sealer.seal(value)


@cache
def fields_with_text(record: type[msgspec.Struct]) -> dict[str, Any]:
    """Answer the fields of a record that are or may hold free text, with their annotations."""
    hints = _hints(record)
    return {name: kind for name, kind in hints.items() if _may_hold_text(kind)}


def _hints(record: type[msgspec.Struct]) -> dict[str, Any]:
    hints = get_type_hints(record, include_extras=True)
    details = {field.name: field.type for field in msgspec.structs.fields(record)}
    return {
        name: details[name] if isinstance(details[name], type) else hints[name] for name in details
    }


def _may_hold_text(kind: Any) -> bool:
    if getattr(kind, "__metadata__", ()) and _ERASABLE in kind.__metadata__:
        return True
    if get_origin(kind) in (list, dict, Union, UnionType):
        return any(_may_hold_text(argument) for argument in get_args(kind))
    return (
        isinstance(kind, type) and issubclass(kind, msgspec.Struct) and bool(fields_with_text(kind))
    )
