"""Where in a programme file each of its records stands, and which of its values are assumed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.programme.edition import Edition
    from domain.programme.faults import Path


def records(value: Any, at: Path = ()) -> Iterator[tuple[msgspec.Struct, Path]]:
    """Every record within a value, itself first, with the keys that lead to it."""
    if isinstance(value, msgspec.Struct):
        yield value, at
        # No types are asked for: that took most of the time of a case's page.
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        for field, key in names:
            yield from records(getattr(value, field), (*at, key))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from records(item, (*at, key))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from records(item, (*at, place))


class Assumed:
    """The defaults that records of a programme's criteria rest on; their places are looked up once."""

    def __init__(self, edition: Edition) -> None:
        self._assumptions = edition.assumptions
        found = records(edition.programme.criteria, ("criteria",))
        self._places = {id(record): ".".join(map(str, place)) for record, place in found}

    def of(self, record: msgspec.Struct) -> list[str]:
        """The default of the record itself, then those of values in it and inside it, each once."""
        place = self._places[id(record)] + "."
        inside = [each for at, each in self._assumptions.items() if at.startswith(place)]
        return list(dict.fromkeys(filter(None, [getattr(record, "default", ""), *inside])))
