"""Asking a casebook for a year's answers."""

from __future__ import annotations

from datetime import date

from projections.review.answers import answered, year_of_log
from projections.review.collecting.year import Asked

LATER = date(2030, 1, 1)


def year_of(book, at=2024, as_of=LATER, known_at=None, **named):
    upto = book.ledger.head().position if known_at is None else book.ledger.commit_end(known_at)
    return year_of_log(book.ledger, Asked(at, as_of, **named), upto)


def asked(book, name, **question):
    """The rows of one answer as plain values."""
    [table] = [table for table in answered(year_of(book, **question)) if table.name == name]
    return table.dicts()
