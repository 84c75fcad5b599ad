"""Paragraphs and tables of a paper in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

from documents.papers.drawing.word_text import plain
from documents.papers.parts.content import Paragraph, Piece, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Word
    from docx.table import Table as WordTable
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

    from documents.papers.format_rules.rules import FormatRules
    from documents.papers.parts.content import Block, Column

ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
BEFORE_TABLE, AFTER_TABLE = 4, 8
"""Points."""


class Holder(Protocol):
    """What takes paragraphs: a file or a cell."""

    def add_paragraph(self) -> WordParagraph: ...


def add_paragraph(
    into: Holder, text: str, *, size: float, align: str = "left", bold: bool = False,
    italic: bool = False, before: float = 0, after: float = 0,
) -> WordParagraph:  # fmt: skip
    """A paragraph of one piece; `size`, `before` and `after` in points."""
    paragraph = into.add_paragraph()
    write(paragraph, [Piece(text, bold=bold, italic=italic)], size)
    paragraph.alignment = ALIGNED[align]
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def add_gap(into: Holder, height: float) -> WordParagraph:
    """Nothing, so many points high."""
    paragraph = into.add_paragraph()
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)
    form.keep_with_next = True
    return paragraph


def write(paragraph: WordParagraph, pieces: Sequence[Piece], size: float) -> None:
    """Add pieces of text to a paragraph."""
    for piece in pieces:
        run = paragraph.add_run(plain(piece.text))
        run.font.size, run.font.bold, run.font.italic = Pt(size), piece.bold, piece.italic


def add_block(word: Word, block: Block, rules: FormatRules) -> None:
    """A paragraph or a table of the body."""
    if isinstance(block, Table):
        _add_table(word, block, rules)
    else:
        _add_body(word, block, rules)


def _add_body(word: Word, block: Paragraph, rules: FormatRules) -> None:
    paragraph, shape = word.add_paragraph(), rules.body
    write(paragraph, block.pieces, rules.sizes.body.value)
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(shape.line.value)
    form.space_before, form.space_after = Pt(shape.before.value), Pt(shape.after.value)
    form.widow_control = True
    paragraph.alignment = ALIGNED[_ALIGN[block.kind]]
    if block.kind in {"body", "heading"}:
        form.first_line_indent = Mm(shape.first_line.value)
    form.keep_with_next = block.kind in {"centre", "heading"}


_ALIGN = {"body": "justify", "heading": "justify", "centre": "centre", "line": "left"}


def _add_table(word: Word, block: Table, rules: FormatRules) -> None:
    add_gap(word, BEFORE_TABLE)
    table = grid(word, [column.width for column in block.columns], rules.page.text_width)
    table.style = "Table Grid"
    size = rules.sizes.table.value
    _fill(table.rows[0], [column.title for column in block.columns], block.columns, size, head=True)
    for at, values in enumerate(block.rows):
        _fill(add_row(table), values, block.columns, size, strong=at in block.strong)
    add_gap(word, AFTER_TABLE)


def add_row(table: WordTable) -> _Row:
    """One more row, as wide as the others."""
    added: _Row = table.add_row()  # type: ignore[no-untyped-call]  # not annotated in the library
    return added


def grid(word: Word, parts: Sequence[float], width: float) -> WordTable:
    """A table of one row whose columns share a width in millimetres as their parts say."""
    table: WordTable = word.add_table(rows=1, cols=len(parts))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, cell, part in zip(table.columns, table.rows[0].cells, parts, strict=True):
        column.width = cell.width = Mm(width * part / sum(parts))
    return table


def _fill(
    row: _Row, values: Sequence[str], columns: Sequence[Column], size: float,
    *, head: bool = False, strong: bool = False,
) -> None:  # fmt: skip
    """A row of texts; that of the headings stands again on every page, and none is cut in two."""
    _mark(row, "w:cantSplit")
    if head:
        _mark(row, "w:tblHeader")
    for cell, text, column in zip(row.cells, values, columns, strict=True):
        paragraph = cell.paragraphs[0]
        write(paragraph, [Piece(text, bold=head or strong)], size)
        paragraph.alignment = ALIGNED["centre" if head else column.align]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.keep_with_next = head or strong


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 -- the library has no public way
