"""What scoring a sheet gives: the outcome, and a row for every node that says why."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from domain.events.base import Outcome
from words.kinds import Said, said

Source = Literal["measured", "entered", "missing", "not_applicable", "computed"]


class Reason(msgspec.Struct, frozen=True):
    """One thing to know about a node's result: a code with its values, a sentence when shown."""

    code: str
    values: dict[str, Said] = {}

    @property
    def key(self) -> str:
        """What the catalogues of words call it."""
        return f"score.{self.code}"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A node or a group: the value used and whose it is, what it was worth, whether it is met.

    `met` is None for a node that does not count. `computed` is a group.
    """

    node: str
    source: Source
    value: str = ""
    points: Decimal | None = None
    maximum: Decimal | None = None
    met: bool | None = None
    why: list[Reason] = []


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome and its rows, in the order of the criteria."""

    outcome: Outcome
    rows: list[Row]

    def row(self, node: str) -> Row:
        """Answer the row of a node or group; raise KeyError when there is none."""
        return {row.node: row for row in self.rows}[node]


def reason(code: str, **values: object) -> Reason:
    """Make a reason; a plain value is shown by its type, a code says its kind (`words.kinds`)."""
    return Reason(code, {name: said(value) for name, value in values.items()})
