"""What is said of a criterion that there is none of: those that may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from words import kinds
from words.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.programme.criteria import Group, Node


def node_unknown(typed: str, known: Mapping[str, Node | Group], *, about: str = "") -> Refusal:
    """The reason against a criterion that is none, with the nearest, by id or by what it is called."""
    near = nearest(typed, {code: (code, node.vi, node.en) for code, node in known.items()})
    told = [kinds.typed(kinds.of("criterion", code, known[code])) for code in near]
    return refusal("node_unknown", about=about, node=kinds.of("criterion", typed), nearest=told)
