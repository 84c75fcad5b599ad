"""The kind of a paper as people type it: its code, or its word in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.programme.documents import DOCUMENTS
from domain.refusal import RefusedError, refusal
from words import kinds
from words.folded import folded
from words.language import in_both
from words.nearness import by_nearness

if TYPE_CHECKING:
    from application.running.world import LedgerWorld

MOST = 6
"""So many kinds are named, the nearest first: a plain word is in the words of several."""


def typed_document(text: str, world: LedgerWorld, about: str = "") -> str:
    """The code of the kind that is meant; nothing typed stays nothing.

    Raises RefusedError, about the field, for what is no kind of paper, with the nearest.
    """
    del world
    if text in DOCUMENTS or not text:
        return text
    words = {code: (code, *in_both(f"document.{code}")) for code in DOCUMENTS}
    meant = [code for code, own in words.items() if folded(text) in {folded(word) for word in own}]
    if len(meant) == 1:
        return meant[0]
    near = [kinds.typed(kinds.document(code), code) for code in by_nearness(text, words)[:MOST]]
    raise RefusedError([refusal("document_unknown", about=about, document=text, nearest=near)])
