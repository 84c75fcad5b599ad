"""The kind of a paper as people type it: its code, its word, or what the dossier of a programme calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.editions import programmes_in
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
    if text in DOCUMENTS or not text:
        return text
    words = {code: (code, *in_both(f"document.{code}")) for code in DOCUMENTS}
    meant = {code for code, own in words.items() if folded(text) in {folded(word) for word in own}}
    meant = meant or _of_programmes(text, world)
    if len(meant) == 1:
        return meant.pop()
    near = [kinds.typed(kinds.document(code), code) for code in by_nearness(text, words)[:MOST]]
    raise RefusedError([refusal("document_unknown", about=about, document=text, nearest=near)])


def _of_programmes(text: str, world: LedgerWorld) -> set[str]:
    """The kinds that a dossier of a published programme calls so."""
    papers = (paper for programme in programmes_in(world) for paper in programme.dossier)
    return {each.document for each in papers if folded(text) in {folded(each.vi), folded(each.en)}}
