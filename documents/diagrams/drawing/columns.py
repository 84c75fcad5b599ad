"""The x of each slot: row after row is shifted, again and again, until lines run nearly straight."""

from collections.abc import Sequence
from itertools import pairwise

from documents.diagrams.drawing.grid import Grid
from documents.diagrams.drawing.slots import Slot
from documents.diagrams.drawing.spreading import spread

SPACE = {"box": 30.0, "label": 14.0, "bend": 14.0}
STIFFNESS = {"box": 1.0, "label": 2.0, "bend": 8.0}
LOOSE = 1e-6
ROUNDS = 41


def columns(plan: Grid) -> list[float]:
    """The x of the middle of each slot; 0 is anywhere."""
    above: list[list[int]] = [[] for _ in plan.slots]
    below: list[list[int]] = [[] for _ in plan.slots]
    for upper, lower in plan.links:
        above[lower].append(upper)
        below[upper].append(lower)
    x = [0.0] * len(plan.slots)
    for turn in range(ROUNDS):
        rows, before = (plan.rows[::-1], below) if turn % 2 else (plan.rows, above)
        for row in rows:
            near = [_near(plan.slots[n], above[n] + below[n], before[n]) for n in row]
            _settle(plan, row, near, x)
    return x


def _near(slot: Slot, linked: list[int], before: list[int]) -> list[int]:
    """The neighbours to stand under; for a bend only those before it, so that long arrows run straight."""
    return before if slot.kind == "bend" else linked


def _settle(plan: Grid, row: Sequence[int], near: Sequence[Sequence[int]], x: list[float]) -> None:
    """Move the slots of a row as near to their wished places as they can come without overlapping."""
    slots = [plan.slots[number] for number in row]
    wishes = [sum(x[n] for n in others) / len(others) if others else x[row[0]] for others in near]
    weights = [
        STIFFNESS[slot.kind] if others else LOOSE for slot, others in zip(slots, near, strict=True)
    ]
    gaps = [_gap(left, right) for left, right in pairwise(slots)]
    for number, middle in zip(row, spread(wishes, gaps, weights), strict=True):
        x[number] = middle


def _gap(left: Slot, right: Slot) -> float:
    space = max(SPACE[left.kind], SPACE[right.kind])
    return (left.width + right.width) / 2 + space
