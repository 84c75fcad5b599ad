"""How a table is printed: upright, across, across in small type, or each row as a paragraph."""

from collections.abc import Sequence
from typing import NamedTuple

Cells = Sequence[Sequence[str]]


class Paper(NamedTuple):
    """Millimetres: between the margins of A4, a character of its type, around a cell.

    Text is wrapped at about `line` characters where room is short.
    """

    name: str
    room: int
    character: float
    around: float
    line: int


UPRIGHT = Paper("upright", 175, 1.6, 3.2, 14)
ACROSS = Paper("across", 262, 1.6, 3.2, 14)
DENSE = Paper("dense", 265, 1.3, 2.0, 11)
CARDS = Paper("cards", 175, 1.6, 0, 14)
"""Each row is a paragraph: whatever its width, it fits."""
MUCH = 120
"""Characters: a cell that is longer asks for no more of the room to spare."""


class Need(NamedTuple):
    """What a column asks for in characters: the longest word of its heading, its longest cell."""

    word: int
    cell: int
    breakable: bool

    def least(self, on: Paper) -> int:
        """The least width of a column: numbers and dates are never broken over lines."""
        return max(self.word, min(self.cell, on.line) if self.breakable else self.cell)


def need(head: str, cells: Sequence[str], *, breakable: bool) -> Need:
    """Of a column with this heading, in bold, and these cells."""
    word = max(map(len, head.split()), default=1) * 5 // 4 + 1
    return Need(word, max(map(len, cells), default=1), breakable)


def paper(columns: Sequence[Need]) -> Paper:
    """The first of the forms into which the table fits."""
    return next(
        (each for each in (UPRIGHT, ACROSS, DENSE) if _wide(each, columns) <= each.room), CARDS
    )


def _wide(on: Paper, columns: Sequence[Need]) -> float:
    return sum(each.least(on) * on.character + on.around for each in columns)


def shares(on: Paper, columns: Sequence[Need]) -> list[int]:
    """The width of each column in thousandths: what it needs, and of the rest the more the longer its text."""
    least = [each.least(on) for each in columns]
    wide = [round(10 * (each * on.character + on.around)) for each in least]
    more = [
        min(max(each.cell - at_least, 1), MUCH)
        for each, at_least in zip(columns, least, strict=True)
    ]
    spare = max(10 * on.room - sum(wide), 0)
    wide = [one + spare * other // sum(more) for one, other in zip(wide, more, strict=True)]
    return [1000 * each // sum(wide) for each in wide]
