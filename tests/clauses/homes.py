"""Where a clause stands in a programme file: the pieces that name it, as the program reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from tests.programmes.files import PROGRAMMES, TEXTS, listed
from tests.support.world import edition_at

EDITIONS = {code: edition_at(PROGRAMMES / f"{code}.yaml") for code in TEXTS}


class Home(NamedTuple):
    """A piece of a programme that names a clause, with the keys that lead to it."""

    programme: str
    path: tuple[str | int, ...]
    piece: Any

    @property
    def room(self):
        return self.path[0]

    def above(self, level):
        """The piece that stands so many keys below the programme on the way to this one."""
        found: Any = EDITIONS[self.programme].programme
        for key in self.path[:level]:
            found = found[key] if isinstance(found, dict | list) else getattr(found, key)
        return found


def homes_of(clause):
    return [home for home in HOMES if clause in listed(home.piece.clause)]


def pieces(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    """Every record of a programme with its path, those inside others too."""
    if isinstance(value, msgspec.Struct):
        yield path, value
        for name in value.__struct_fields__:
            yield from pieces(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from pieces(each, (*path, key))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from pieces(each, (*path, at))


HOMES = [
    Home(code, path, piece)
    for code, edition in EDITIONS.items()
    for path, piece in pieces(edition.programme)
    if getattr(piece, "clause", "")
]
