"""The free texts of a commit as they stand with its last event: a JSON list, three places for each."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple, Self

import msgspec

from ledger.commit import Text, commitment

_ENCODE = msgspec.json.Encoder().encode
_DECODE = msgspec.json.Decoder(list[str | None]).decode


ERASED: tuple[None, None] = (None, None)
"""What is left of salt and body."""


class KeptText(NamedTuple):
    """A text as it is kept; `salt` (in hexadecimal) and `body` are None once it is erased."""

    commitment: str
    salt: str | None
    body: str | None

    @classmethod
    def of(cls, text: Text) -> Self:
        return cls(text.commitment, text.salt.hex(), text.body)

    def holds(self) -> bool:
        """Whether it is the text committed to, or erased as a whole."""
        if self.salt is None or self.body is None:
            return self.salt is self.body
        try:
            return commitment(bytes.fromhex(self.salt), self.body) == self.commitment
        except ValueError:
            return False


def packed(texts: Iterable[KeptText]) -> str | None:
    """Each text once, however often it is given; None for no text at all."""
    columns = list(chain.from_iterable({text.commitment: text for text in texts}.values()))
    return _ENCODE(columns).decode() if columns else None


def unpacked(kept: str) -> Iterator[KeptText]:
    """Read such a list; raises ValueError for anything else."""
    columns = _DECODE(kept)
    for at in range(0, len(columns), 3):
        known, salt, body = columns[at : at + 3]
        yield KeptText(known or "", salt, body)


def erased(kept: str, commitment: str) -> str | None:
    """The list without that text; None if it was never in it."""
    columns = _DECODE(kept)
    if commitment not in columns[::3]:
        return None
    at = 3 * columns[::3].index(commitment)
    columns[at + 1 : at + 3] = ERASED
    return _ENCODE(columns).decode()
