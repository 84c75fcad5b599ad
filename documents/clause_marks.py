"""A programme as a page shows it: every value with its clauses, assumed ones with their default."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from domain.programme.edition import Edition
from domain.programme.faults import Path
from domain.programme.model import Programme


class Shown:
    """An edition, with the place in the file of each of its records."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.programme: Programme = edition.programme
        self._places = {id(record): path for record, path in _records(edition.programme, ())}

    def marks(self, record: Any, *fields: str) -> str:
        """The clauses of a record and the defaults it rests on, in brackets.

        `fields` are the keys of the file that are shown of it; those of them that are assumed add
        their default.
        """
        clause = getattr(record, "clause", "")
        found = [clause] if isinstance(clause, str) else [*clause]
        found.append(getattr(record, "default", ""))
        found += [self._assumed(record, field) for field in fields]
        ids = ", ".join(dict.fromkeys(filter(None, found)))
        return f" ({ids})" if ids else ""

    def _assumed(self, record: Any, field: str) -> str:
        place = self._places.get(id(record))
        if place is None:
            return ""
        return self.edition.assumptions.get(".".join(map(str, (*place, field))), "")


def _records(value: Any, at: Path) -> Iterator[tuple[msgspec.Struct, Path]]:
    if isinstance(value, msgspec.Struct):
        yield value, at
        for field in msgspec.structs.fields(value):
            yield from _records(getattr(value, field.name), (*at, field.encode_name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _records(item, (*at, key))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _records(item, (*at, place))
