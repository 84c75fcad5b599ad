"""Kinds, types and organs of units as a table has them: the word on the screen in either language, or the code."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from domain.refusal import Refusal, RefusedError, refusal
from words import kinds
from words.catalogue import catalogue
from words.folded import folded
from words.language import in_both, say

if TYPE_CHECKING:
    from words.kinds import Kind

_SECTIONS: dict[str, Kind] = {"kind": "unit_kind", "org_type": "org_type", "organs": "organ"}
"""Columns of the table that hold codes, and what the codes are of."""
_NO_ORGANS_OF_A_UNIT = frozenset({"log/registrar", "member", "of_unit"})


def in_codes(column: str, texts: list[str]) -> list[str]:
    """The codes of what was written in a column; refuses every text that is none, with those that there are."""
    found = {text: _codes(column).get(folded(text), "") for text in texts}
    reasons = [_unknown(column, text) for text, code in found.items() if not code]
    if reasons:
        raise RefusedError(reasons)
    return list(found.values())


def known_words(column: str, language: str) -> list[str]:
    """The words that may stand in a column, in a language, in the order of their letters."""
    of = _SECTIONS[column]
    return sorted({say(f"{of}.{code}", language) for code in _known(of)}, key=folded)


def _unknown(column: str, text: str) -> Refusal:
    of = _SECTIONS[column]
    known = [kinds.as_typed(code, in_both(f"{of}.{code}")) for code in _known(of)]
    return refusal("cell_unknown", column=kinds.of("column", column), text=text, known=known)


@cache
def _codes(column: str) -> dict[str, str]:
    of = _SECTIONS[column]
    words = {code: (code, *in_both(f"{of}.{code}")) for code in _known(of)}
    return {folded(word): code for code, said in words.items() for word in said}


def _known(of: str) -> list[str]:
    keys = (key.removeprefix(f"{of}.") for key in catalogue("vi") if key.startswith(f"{of}."))
    return sorted(key for key in keys if key not in _NO_ORGANS_OF_A_UNIT)
