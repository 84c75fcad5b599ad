"""What the template of a score sheet draws: groups, a block for each criterion, what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from web.acts.inputs import Input
    from web.acts.sheet_pools import PoolRow


class Earlier(NamedTuple):
    """The mark of a sheet before, whose it is, the remark with it."""

    who: str
    mark: str
    remark: str


class Block(NamedTuple):
    """A criterion, or a fact inside one: `row` is its place in the data, `slot` where it is told what is wrong.

    One without inputs is the heading of those below. `opened` says that the places behind it have something in them.
    """

    row: str
    node: str
    slot: str
    title: str
    maximum: str
    assumed: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    known: bool = False
    earlier: tuple[Earlier, ...] = ()
    inputs: tuple[Input, ...] = ()
    reason: Input | None = None
    remark: Input | None = None
    evidence: Input | None = None
    ticked: int = 0
    inside: tuple[Block, ...] = ()
    wrong: tuple[str, ...] = ()
    heading: bool = False


class Part(NamedTuple):
    """A group of criteria."""

    title: str
    maximum: str
    clauses: tuple[str, ...]
    blocks: tuple[Block, ...]


class SheetShown(NamedTuple):
    parts: tuple[Part, ...]
    bonus: tuple[PoolRow, ...]
    most_bonus: str
    deductions: tuple[PoolRow, ...]
