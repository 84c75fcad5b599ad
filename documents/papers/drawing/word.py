"""A paper as a Word file; the same content, rules and moment give the same bytes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docx import Document

from documents.papers.drawing.word_blocks import add_block, add_paragraph
from documents.papers.drawing.word_ends import add_ending, add_head
from documents.papers.drawing.word_package import sealed
from documents.papers.drawing.word_page import set_up
from documents.papers.drawing.word_text import plain

if TYPE_CHECKING:
    from docx.document import Document as Word

    from documents.papers.format_rules.rules import FormatRules
    from documents.papers.parts.content import Annex, Content


def word_file(content: Content, rules: FormatRules, language: str, recorded_at: str) -> bytes:
    """The bytes of a .docx; `recorded_at` (ISO) is the moment that it says it was made at."""
    word = Document()
    _describe(word, content, language, recorded_at)
    set_up(word, rules, language)
    _draw(word, content, rules)
    into = io.BytesIO()
    word.save(into)
    return sealed(into.getvalue())


def _describe(word: Word, content: Content, language: str, recorded_at: str) -> None:
    """What Word shows of a file; the library's own words and dates are replaced."""
    at = datetime.fromisoformat(recorded_at).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    told = word.core_properties
    told.title, told.language = plain(f"{content.kind} {content.subject}")[:255], language
    told.author = told.last_modified_by = "bontot"
    told.comments, told.keywords, told.subject = "", "", ""
    told.created = told.modified = at
    told.revision = 1


def _draw(word: Word, content: Content, rules: FormatRules) -> None:
    for banner in content.banners:
        add_paragraph(word, banner, size=rules.sizes.banner.value, align="centre", bold=True)
    add_head(word, content.head, rules)
    _add_title(word, content.kind, content.subject, rules)
    for block in content.blocks:
        add_block(word, block, rules)
    add_ending(word, content.ending, rules)
    for annex in content.annexes:
        _add_annex(word, annex, rules)


def _add_title(word: Word, kind: str, subject: str, rules: FormatRules) -> None:
    sizes = rules.sizes
    add_paragraph(word, kind, size=sizes.kind.value, align="centre", bold=True, before=12)
    add_paragraph(word, subject, size=sizes.subject.value, align="centre", bold=True)
    mark = rules.letterhead.rule_under_title.value
    add_paragraph(word, mark, size=sizes.subject.value, align="centre", after=6)


def _add_annex(word: Word, annex: Annex, rules: FormatRules) -> None:
    sizes = rules.sizes
    title = add_paragraph(word, annex.kind, size=sizes.kind.value, align="centre", bold=True)
    title.paragraph_format.page_break_before = True
    add_paragraph(word, annex.subject, size=sizes.subject.value, align="centre", bold=True)
    add_paragraph(
        word, annex.belongs_to, size=sizes.body.value, align="centre", italic=True, after=6
    )
    for block in annex.blocks:
        add_block(word, block, rules)
    if annex.ending is not None:
        add_ending(word, annex.ending, rules)
