"""Arrows that lead back up: on which side of the rows they run, and in which lane there."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from documents.diagrams.drawing.layering import Rows
from documents.diagrams.drawing.picture import Arrow
from documents.diagrams.drawing.slots import Slot, label

LANE_SPACE = 14.0
Side = Literal["left", "right"]


class Returning(msgspec.Struct, frozen=True, kw_only=True):
    """One such arrow, from its lower row to its upper one; lane 0 is the innermost.

    `out` and `into`: whether it leaves and comes in at the side of a box that is open there.
    """

    arrow: Arrow
    source: int
    target: int
    lower: int
    upper: int
    label: Slot
    side: Side
    out: bool
    into: bool
    lane: int = 0


def returns(
    arrows: Iterable[Arrow], number: Mapping[str, int], slots: Sequence[Slot], rows: Rows
) -> tuple[Returning, ...]:
    """Each such arrow runs on the side where more of its ends are open (right if equal); short ones in inner lanes."""
    sided = [_sided(arrow, number, slots, rows) for arrow in arrows]
    taken: dict[tuple[Side, int], list[tuple[int, int]]] = {}
    found = []
    for each in sorted(sided, key=lambda one: one.lower - one.upper):
        span = each.upper, each.lower
        lane = 0
        while not _is_free(taken.get((each.side, lane), []), span):
            lane += 1
        taken.setdefault((each.side, lane), []).append(span)
        found.append(msgspec.structs.replace(each, lane=lane))
    return tuple(found)


def lane_middles(
    arrows: Sequence[Returning], reach: Sequence[float], side: Side
) -> dict[tuple[Side, int], float]:
    """How far out the middle of each lane is; `reach` is how far out each row goes.

    A lane keeps clear of the rows it runs along and of the lanes further inside.
    """
    found: dict[tuple[Side, int], float] = {}
    edge = -math.inf
    for lane in range(max((each.lane + 1 for each in arrows if each.side == side), default=0)):
        here = [each for each in arrows if (each.side, each.lane) == (side, lane)]
        along = [row for each in here for row in range(each.upper, each.lower + 1)]
        inner = max(edge, *(reach[row] for row in along)) + LANE_SPACE
        width = max(each.label.width for each in here)
        found[side, lane] = inner + width / 2
        edge = inner + width
    return found


def _is_free(spans: Iterable[tuple[int, int]], span: tuple[int, int]) -> bool:
    return all(span[1] < low or high < span[0] for low, high in spans)


def _sided(arrow: Arrow, number: Mapping[str, int], slots: Sequence[Slot], rows: Rows) -> Returning:
    source, target = number[arrow.source], number[arrow.target]
    open_ends: dict[Side, tuple[bool, bool]] = {
        "right": (_is_open(source, "right", slots, rows), _is_open(target, "right", slots, rows)),
        "left": (_is_open(source, "left", slots, rows), _is_open(target, "left", slots, rows)),
    }
    side: Side = "left" if sum(open_ends["left"]) > sum(open_ends["right"]) else "right"
    out, into = open_ends[side]
    # An odd row, the nearest to the middle: only labels stand there.
    lower, upper = slots[source].row, slots[target].row
    middle = (lower + upper) // 2
    return Returning(
        arrow=arrow,
        source=source,
        target=target,
        lower=lower,
        upper=upper,
        label=label(arrow, middle if middle % 2 else middle - 1),
        side=side,
        out=out,
        into=into,
    )


def _is_open(number: int, side: Side, slots: Sequence[Slot], rows: Rows) -> bool:
    """Whether no other box stands between this one and that side."""
    boxes = [other for other in rows[slots[number].row] if slots[other].kind == "box"]
    return boxes[-1 if side == "right" else 0] == number
