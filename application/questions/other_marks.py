"""A programme with another mark to reach, to try what a year would have come to; nothing of it is stored."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import msgspec

from domain.programme.reading import read
from domain.refusal import RefusedError, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.programme.edition import Edition


def marks_to_reach(edition: Edition) -> dict[str, Decimal]:
    """The total that each set of criteria asks for, of those that ask for one."""
    sets = edition.programme.criteria.items()
    return {
        name: s.pass_rule.mark for name, s in sets if s.pass_rule and s.pass_rule.mark is not None
    }


def with_marks(edition: Edition, typed: Mapping[str, str]) -> Edition:
    """The same programme where sets of criteria ask for other totals; refuses what is no number of points."""
    tree: Any = msgspec.json.decode(edition.content)
    for name in marks_to_reach(edition):
        if typed.get(name, "").strip():
            tree["criteria"][name]["pass"]["mark"] = _points(typed[name])
    return read(tree, published=True)


def _points(text: str) -> int | float:
    """As people write it: 80, 82,5 or 82.5."""
    try:
        points = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise RefusedError([refusal("number_is_none", field=kinds.text(text))]) from error
    if not points.is_finite():
        raise RefusedError([refusal("number_is_none", field=kinds.text(text))])
    return int(points) if points == int(points) else float(points)
