"""A programme as people type it: the code of one that is published, or its name in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.editions import editions_in
from domain.ids import is_usable
from domain.refusal import Refusal, RefusedError, refusal
from domain.streams import programme_stream
from words import kinds
from words.folded import folded
from words.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from application.running.world import LedgerWorld
    from domain.programme.edition import Edition

Words = tuple[str, ...]


def typed_programme(text: str, world: LedgerWorld, about: str = "programme") -> str:
    """The code of the programme that is meant; nothing typed stays nothing.

    Raises RefusedError, about a field, for one that is not published, with the nearest of those that are.
    """
    if not text or (is_usable(text) and world.state(programme_stream(text)) is not None):
        return text
    words = {edition.programme.code: words_of(edition) for edition in editions_in(world)}
    meant = [code for code, own in words.items() if folded(text) in map(folded, own)]
    if len(meant) == 1:
        return meant[0]
    raise RefusedError([none_called(text, words, about)])


def none_called(text: str, words: Mapping[str, Words], about: str = "programme") -> Refusal:
    """The reason against a programme that is none, with the nearest; `words` are code and names of those there are."""
    if not words:
        return refusal("programme_unknown", about=about, programme=text)
    near = [kinds.as_typed(code, _names(words[code])) for code in nearest(text, words)]
    return refusal("programme_unknown_nearest", about=about, programme=text, nearest=near)


def _names(words: Words) -> tuple[str, str]:
    return words[1], words[-1]


def words_of(edition: Edition) -> Words:
    """What a programme may be called: its code, and its names."""
    programme = edition.programme
    return programme.code, programme.name.vi, programme.name.en
