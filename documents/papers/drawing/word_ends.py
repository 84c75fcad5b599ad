"""The head and the end of a paper in Word: tables of two columns that nobody sees."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

from documents.papers.drawing.word_blocks import add_gap, add_paragraph, add_row, grid

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

    from documents.papers.format_rules.rules import FormatRules
    from documents.papers.parts.content import Ending, Head, Signature

EIGHTHS = 8
"""A line's weight is counted in eighths of a point."""
LINE_BELOW, ABOVE_SIGNATURE = 4, 14
"""Points."""
LETTER = 0.64 * 25.4 / 72
"""Millimetres of a capital letter for each point of its size, at most."""


def add_head(word: Word, head: Head, rules: FormatRules) -> None:
    """Whose paper it is at the left, the Party's name at the right; below them number, place and day."""
    left, sizes = rules.letterhead.left.value, rules.sizes
    table = _two_columns(word, left, rules)
    issuer, party = table.rows[0].cells
    if head.superior:
        _line(issuer, _in_lines(head.superior, left, sizes.superior.value), sizes.superior.value)
    _line(issuer, _in_lines(head.issuer, left, sizes.issuer.value), sizes.issuer.value, bold=True)
    _line(issuer, rules.letterhead.star.value, sizes.issuer.value)
    _line(party, head.motto, sizes.motto.value, bold=True)
    _draw_line(party, left, rules)
    number, place = add_row(table).cells
    _line(number, head.number, sizes.number.value)
    _line(place, head.place_and_date, sizes.place_and_date.value, italic=True)
    _drop_first(table)


def add_ending(word: Word, ending: Ending, rules: FormatRules) -> None:
    """Recipients or a second signature at the left, who signs at the right; never apart on two pages."""
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    add_gap(word, ABOVE_SIGNATURE)
    table = _two_columns(word, rules.signature.left.value, rules)
    left, right = table.rows[0].cells
    if ending.left is not None:
        _sign(left, ending.left, rules)
    elif ending.recipients:
        _recipients(left, ending, rules)
    _sign(right, ending.right, rules)
    _drop_first(table)
    _whole(table)


def _in_lines(text: str, width: float, size: float) -> str:
    """A long name in lines of much the same length, so that no word stands alone."""
    most = max(int(width / (size * LETTER)), 1)
    lines = max(-(-len(text) // most), 1)
    fitting = (
        wrap(text, length, break_long_words=False)
        for length in range(len(text) // lines, len(text) + 1)
    )
    return "\n".join(next(each for each in fitting if len(each) <= lines))


def _sign(cell: _Cell, signature: Signature, rules: FormatRules) -> None:
    size = rules.sizes.signature.value
    for line in signature.on_behalf:
        _line(cell, line, size, bold=True)
    _line(cell, signature.post, size, bold=rules.signature.post_bold.value)
    if signature.note:
        _line(cell, signature.note, rules.sizes.recipients.value, italic=True)
    name = _line(cell, signature.name, size, bold=True)
    name.paragraph_format.space_before = Pt(rules.signature.room.value)


def _recipients(cell: _Cell, ending: Ending, rules: FormatRules) -> None:
    title = add_paragraph(cell, ending.recipients_title, size=rules.sizes.recipients_title.value)
    title.runs[0].font.underline = True
    for line in ending.recipients:
        add_paragraph(cell, line, size=rules.sizes.recipients.value)


def _line(
    cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False
) -> Paragraph:
    return add_paragraph(cell, text, size=size, align="centre", bold=bold, italic=italic)


def _two_columns(word: Word, left: float, rules: FormatRules) -> Table:
    """A table as wide as the text, without lines and without room inside its cells."""
    width = rules.page.text_width
    table = grid(word, [left, width - left], width)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr  # noqa: SLF001 -- the library has no public way
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.find(qn("w:tblLook")).addprevious(margins)
    return table


def _draw_line(cell: _Cell, left: float, rules: FormatRules) -> None:
    """A line in the middle of the right column, as long as the rules say."""
    head = rules.letterhead
    beside = (rules.page.text_width - left - head.line_under_motto.value) / 2
    form = add_gap(cell, LINE_BELOW).paragraph_format
    form.left_indent = form.right_indent = Mm(max(beside, 0))
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:top")
    line.set(qn("w:val"), "single")
    line.set(qn("w:sz"), str(round(head.line_weight.value * EIGHTHS)))
    line.set(qn("w:space"), "1")
    borders.append(line)
    form.element.get_or_add_pPr().find(qn("w:spacing")).addprevious(borders)


def _drop_first(table: Table) -> None:
    """Every cell comes with an empty paragraph: what was written stands below it."""
    for cell in (each for row in table.rows for each in row.cells):
        first = cell.paragraphs[0]
        if len(cell.paragraphs) > 1:
            first.paragraph_format.element.getparent().remove(first.paragraph_format.element)


def _whole(table: Table) -> None:
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 -- as above
