"""What takes up room in a drawing: boxes, the labels of arrows, and bends of arrows."""

from typing import Literal

import msgspec

from documents.diagrams.drawing.picture import Arrow, Node
from documents.diagrams.drawing.text_size import block, wrapped

BOX_TEXT, SMALL_TEXT = 14.0, 11.5
BOX_WRAP, SMALL_WRAP, LABEL_WRAP = 170.0, 200.0, 150.0
PADDING = 12.0
BEND_WIDTH = 8.0


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """Something to place in a row; `small` are the lines in small type below the label."""

    kind: Literal["box", "label", "bend"]
    row: int
    width: float
    height: float = 0.0
    lines: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    node: Node | None = None


def box(node: Node, row: int) -> Slot:
    """A box as large as its words."""
    lines = wrapped(node.label, BOX_TEXT, BOX_WRAP)
    stages = wrapped(", ".join(node.stages), SMALL_TEXT, SMALL_WRAP)
    small = (*stages, *(line for stay in node.stays for line in _bullet(stay)))
    wide, high = block(lines, BOX_TEXT)
    small_wide, small_high = block(small, SMALL_TEXT)
    return Slot(
        kind="box",
        row=row,
        width=max(wide, small_wide) + 2 * PADDING,
        height=high + small_high + 2 * PADDING + (PADDING / 2 if small else 0),
        lines=lines,
        small=small,
        node=node,
    )


def label(arrow: Arrow, row: int) -> Slot:
    """The words of an arrow; several steps on one arrow each get a mark."""
    mark = "· " if len(arrow.labels) > 1 else ""
    texts = [wrapped(f"{mark}{text}", SMALL_TEXT, LABEL_WRAP) for text in arrow.labels]
    lines = tuple(line for text in texts for line in text)
    wide, high = block(lines, SMALL_TEXT)
    return Slot(kind="label", row=row, width=wide + 8, height=high + 4, lines=lines)


def bend(row: int) -> Slot:
    """Room for an arrow that passes a row."""
    return Slot(kind="bend", row=row, width=BEND_WIDTH)


def _bullet(text: str) -> list[str]:
    first, *others = wrapped(text, SMALL_TEXT, SMALL_WRAP)
    return [f"· {first}", *(f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{line}" for line in others)]
