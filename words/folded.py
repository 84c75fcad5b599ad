"""Text as it is looked for: without tone marks, small letters, đ as d, however it was typed."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, normalize

_LETTERS = str.maketrans({"đ": "d"})


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """`Chi bộ  Đội 3` and `chi bo doi 3` are the same; composed and decomposed letters too."""
    apart = normalize("NFKD", normalize("NFKD", text).casefold())
    plain = "".join(each for each in apart if category(each) != "Mn").translate(_LETTERS)
    return " ".join(plain.split())


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked for, each once, in order; letters and digits only."""
    plain = "".join(each if each.isalnum() else " " for each in folded(text))
    return list(dict.fromkeys(plain.split()))
