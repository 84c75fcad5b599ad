"""A short list whose rows are all at hand, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from application.questions.pages import Listed
from domain.refusal import RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from application.questions.pages import Page

R = TypeVar("R")


def cut(rows: Sequence[R], where: Page) -> Listed[R]:
    """The rows of a page; its mark is how many stand before it. Refuses what is no mark."""
    if where.after and not where.after.isdecimal():
        raise RefusedError([refusal("page_mark_unreadable", mark=where.after)])
    begin = int(where.after or 0)
    end = begin + (where.size or len(rows))
    return Listed(list(rows[begin:end]), str(end) if end < len(rows) else "")
