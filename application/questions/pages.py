"""Pages of lists: how many rows, in which order, after which mark; a mark belongs to one question."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from hashlib import blake2b
from typing import Generic, TypeVar

import msgspec

from domain.refusal import RefusedError, refusal, refuse_if_any
from projections.machinery.listing import Key, Order
from words.folded import folded
from words.kinds import Labelled, Said, many, typed
from words.language import in_both

R = TypeVar("R")
LARGEST = 1000
"""Rows of a page."""
DESCENDING = "-"
_ID_BYTES = 8


class Page(msgspec.Struct, frozen=True):
    """Which part of a list: `size` rows (None: all of them) after a mark, sorted by a key.

    `order` is the name of a sort key, or the title of that column, with `-` before it the other way
    round; empty for the list's own. `after` is what the page before this one answered; empty for the first.
    """

    after: str = ""
    size: int | None = None
    order: str = ""


class Listed(msgspec.Struct, Generic[R]):
    """The rows of a page, and the mark after which the next one begins; empty at the end of the list."""

    rows: list[R]
    after: str = ""


class Question:
    """One list with what it is narrowed down by and sorted by: what a page mark belongs to."""

    def __init__(
        self, name: str, asked: msgspec.Struct, page: Page, orders: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.size = _size(page.size)
        self.order = _order(page.order, orders)
        own = [name, msgspec.to_builtins(asked, order="deterministic"), *self.order]
        self._id = blake2b(msgspec.json.encode(own), digest_size=_ID_BYTES).digest()
        self.after = self._key(page.after) if page.after else None

    def _key(self, mark: str) -> Key:
        try:
            written = urlsafe_b64decode(mark.encode() + b"=" * (-len(mark) % 4))
            key = msgspec.json.decode(written[_ID_BYTES:], type=tuple[str, ...])
        except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
            raise RefusedError([refusal("page_mark_unreadable", mark=mark)]) from error
        if written[:_ID_BYTES] != self._id or len(key) != len(self.order.columns):
            raise RefusedError([refusal("page_mark_of_another", mark=mark)])
        return key

    def mark(self, key: Key) -> str:
        """The mark after a key, fit for an address and for a command line."""
        return urlsafe_b64encode(self._id + msgspec.json.encode(key)).decode().rstrip("=")

    @property
    def wanted(self) -> int | None:
        """One row more than is shown tells whether there is another page."""
        return None if self.size is None else self.size + 1

    def listed(self, found: list[R]) -> tuple[list[R], str]:
        """What is shown of the rows found, and the mark after it."""
        if self.size is None or len(found) <= self.size:
            return found, ""
        shown = found[: self.size]
        return shown, self.mark(self.order.key(shown[-1]))


def _size(size: int | None) -> int | None:
    if size is not None and not 1 <= size <= LARGEST:
        raise RefusedError([refusal("page_size", size=size, most=LARGEST)])
    return size


def _order(name: str, orders: Mapping[str, tuple[str, ...]]) -> Order:
    asked = folded(name.removeprefix(DESCENDING)) or next(iter(orders))
    named = {folded(word): key for key in orders for word in (key, *in_both(f"column.{key}"))}
    if asked not in named:
        raise RefusedError([refusal("sort_unknown", sort=name, known=many("column", orders))])
    return Order(orders[named[asked]], descending=name.startswith(DESCENDING))


def codes_named(texts: Iterable[str], known: Mapping[str, Sequence[Labelled]]) -> set[str]:
    """The codes that texts stand for, as codes or as one of the words on the screen.

    `known` are the codes with their words. Refuses every one that is none, naming the nearest.
    """
    codes: dict[str, set[str]] = {}
    for code, words in known.items():
        for word in (code, *(text for each in words for text in (each.vi, each.en))):
            codes.setdefault(folded(word), set()).add(code)
    wanted = [text for text in texts if text]
    refuse_if_any(
        [
            refusal("filter_unknown", text=text, known=_nearest(text, known))
            for text in wanted
            if folded(text) not in codes
        ]
    )
    return {code for text in wanted for code in codes[folded(text)]}


def _nearest(text: str, known: Mapping[str, Sequence[Labelled]]) -> list[Said]:
    """Words that have the text in them, else that look like it (or whose code does), else all of them."""
    shown = {
        folded(word): typed(Said("text", each.vi, each.vi, each.en), code)
        for code, words in known.items()
        for each in words
        for word in (each.vi, each.en, code)
    }
    inside = [word for word in shown if folded(text) in word]
    near = get_close_matches(folded(text), shown, n=3, cutoff=0.5)
    return list(dict.fromkeys(shown[word] for word in inside or near or sorted(shown)))
