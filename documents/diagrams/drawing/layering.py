"""Which row of a drawing each stage stands in, and in which order within the row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from documents.diagrams.drawing.picture import Arrow

SWEEPS = 12
Rows = list[list[int]]
Links = Sequence[tuple[int, int]]


def returning(names: Sequence[str], arrows: Iterable[Arrow]) -> frozenset[tuple[str, str]]:
    """The arrows that lead back to a stage already on the way there, walking in file order."""
    targets: dict[str, list[str]] = {name: [] for name in names}
    for arrow in arrows:
        targets[arrow.source].append(arrow.target)
    found: set[tuple[str, str]] = set()
    done: set[str] = set()
    for name in names:
        found |= _walk(name, targets, done)
    return frozenset(found)


def _walk(begin: str, targets: Mapping[str, list[str]], done: set[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    way: dict[str, Iterator[str]] = {} if begin in done else {begin: iter(targets[begin])}
    while way:
        here = next(reversed(way))
        after = next(way[here], None)
        if after is None:
            way.pop(here)
            done.add(here)
        elif after in way:
            found.add((here, after))
        elif after not in done:
            way[after] = iter(targets[after])
    return found


def layers(names: Sequence[str], forward: Sequence[Arrow]) -> dict[str, int]:
    """The length of the longest way to each stage; `forward` has no rings.

    What nothing leads to (but the first) moves down to just above what it leads to.
    """
    depth = dict.fromkeys(names, 0)
    for _ in names:
        for arrow in forward:
            depth[arrow.target] = max(depth[arrow.target], depth[arrow.source] + 1)
    entered = {arrow.target for arrow in forward} | {names[0]}
    for name in names:
        below = [depth[arrow.target] for arrow in forward if arrow.source == name]
        if name not in entered and below:
            depth[name] = min(below) - 1
    return depth


def ordered(rows: Rows, links: Links) -> Rows:
    """The rows reordered by barycentre, down and up in turn, keeping the fewest crossings."""
    above, below = _neighbours(links)
    best, fewest = rows, crossings(rows, links)
    current = [list(row) for row in rows]
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        current = _swept(current, above if down else below, down=down)
        if (count := crossings(current, links)) < fewest:
            best, fewest = [list(row) for row in current], count
    return best


def crossings(rows: Rows, links: Links) -> int:
    """How many pairs of lines between neighbouring rows cross."""
    place = {item: index for row in rows for index, item in enumerate(row)}
    row_of = {item: number for number, row in enumerate(rows) for item in row}
    count = 0
    for number in range(len(rows)):
        here = sorted((place[a], place[b]) for a, b in links if row_of[a] == number)
        ends = [end for _, end in here]
        count += sum(later < end for i, end in enumerate(ends) for later in ends[i + 1 :])
    return count


def _neighbours(links: Links) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for upper, lower in links:
        below.setdefault(upper, []).append(lower)
        above.setdefault(lower, []).append(upper)
    return above, below


def _swept(rows: Rows, near: Mapping[int, list[int]], *, down: bool) -> Rows:
    result = list(rows)
    numbers = range(len(rows)) if down else range(len(rows) - 1, -1, -1)
    for before, number in pairwise(numbers):
        place = {item: float(index) for index, item in enumerate(result[before])}
        result[number] = _by_barycentre(result[number], place, near)
    return result


def _by_barycentre(
    row: list[int], place: Mapping[int, float], near: Mapping[int, list[int]]
) -> list[int]:
    """Sorted by the mean place of the neighbours; an item without any keeps its own place."""
    wish: dict[int, float] = {}
    for index, item in enumerate(row):
        places = [place[other] for other in near.get(item, ())]
        wish[item] = sum(places) / len(places) if places else float(index)
    return sorted(row, key=lambda item: wish[item])
