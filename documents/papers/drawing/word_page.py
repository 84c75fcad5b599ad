"""The sheet: size and margins, the letters of the whole file, the number of the page from the second on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

    from documents.papers.format_rules.rules import FormatRules

LOCALES = {"vi": "vi-VN", "en": "en-GB"}
_SCRIPTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEMED = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def set_up(word: Word, rules: FormatRules, language: str) -> None:
    """Set page, letters and the page's number for the whole file."""
    _set_page(word, rules)
    _set_letters(word, rules, language)
    section = word.sections[0]
    section.different_first_page_header_footer = True
    _number(section.header.paragraphs[0], rules.sizes.page_number.value)


def _set_page(word: Word, rules: FormatRules) -> None:
    section, page = word.sections[0], rules.page
    section.page_width, section.page_height = Mm(page.width.value), Mm(page.height.value)
    section.top_margin, section.bottom_margin = Mm(page.top.value), Mm(page.bottom.value)
    section.left_margin, section.right_margin = Mm(page.left.value), Mm(page.right.value)
    section.header_distance = section.footer_distance = Mm(page.header.value)


def _set_letters(word: Word, rules: FormatRules, language: str) -> None:
    """One font for every script, wherever the library's template names its own."""
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = rules.font.value, Pt(rules.sizes.body.value)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        for name in _THEMED:
            fonts.attrib.pop(qn(name), None)
        for name in _SCRIPTS:
            fonts.set(qn(name), rules.font.value)
    for spoken in word.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), LOCALES[language])


def _number(paragraph: Paragraph, size: float) -> None:
    """The number of the page in the middle, as a field that Word fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(size)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.paragraph_format.element.append(field)
    field.append(run.font.element)
    run.text = "2"
