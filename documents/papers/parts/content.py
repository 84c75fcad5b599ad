"""A paper as data: everything that stands on it, in words, in order; nothing of how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

BLANK = "…………"
"""What the log does not have, and is filled in by hand."""


class Head(NamedTuple):
    """The head of a paper; `number` and `superior` are empty where it has none."""

    superior: str
    issuer: str
    motto: str
    number: str
    place_and_date: str


class Piece(NamedTuple):
    """Some words of a paragraph."""

    text: str
    bold: bool = False
    italic: bool = False


class Paragraph(NamedTuple):
    """`body` is justified and indented, `centre` in the middle, `heading` begins a part, a `line` stands as it is."""

    pieces: Sequence[Piece]
    kind: Literal["body", "centre", "heading", "line"] = "body"


class Column(NamedTuple):
    """A column of a table: its title, and its part of the width (any unit)."""

    title: str
    width: float
    align: Literal["left", "centre", "right"] = "left"


class Table(NamedTuple):
    """A table with its headings on every page; `strong` are the places of rows that stand out."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    strong: frozenset[int] = frozenset()


Block: TypeAlias = Paragraph | Table


class Signature(NamedTuple):
    """Who signs: in whose name, the post, the name; `note` stands under the post: how to sign."""

    on_behalf: Sequence[str]
    post: str
    name: str
    note: str = ""


class Ending(NamedTuple):
    """The end of a paper: recipients or a second signature at the left, the signature at the right."""

    right: Signature
    left: Signature | None = None
    recipients_title: str = ""
    recipients: Sequence[str] = ()


class Annex(NamedTuple):
    """What is attached on a new page: its title, what it is about, which paper it belongs to."""

    kind: str
    subject: str
    belongs_to: str
    blocks: Sequence[Block]
    ending: Ending | None = None


class Content(NamedTuple):
    """A whole paper. `kind` is what it is, in capitals; `banners` stand above it all, as the mark of a rehearsal."""

    head: Head
    kind: str
    subject: str
    blocks: Sequence[Block]
    ending: Ending
    annexes: Sequence[Annex] = ()
    banners: Sequence[str] = ()


def body(text: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph((Piece(text),))


def heading(text: str) -> Paragraph:
    """The heading of a part."""
    return Paragraph((Piece(text, bold=True),), "heading")


def centre(text: str) -> Paragraph:
    """A bold line in the middle."""
    return Paragraph((Piece(text, bold=True),), "centre")


def led(lead: str, text: str) -> Paragraph:
    """A paragraph that begins in bold letters, as an article."""
    return Paragraph((Piece(f"{lead} ", bold=True), Piece(text)))
