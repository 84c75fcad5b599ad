"""Puts things side by side, as near as possible to where each would like to be."""

from collections.abc import Sequence


def spread(
    wishes: Sequence[float], gaps: Sequence[float], weights: Sequence[float] | None = None
) -> list[float]:
    """Places nearest to the wishes (least squares) that keep the order and the gaps.

    `gaps[i]` is the least distance between item i and item i + 1. Pooling of adjacent
    violators: items that would collide move as one block to their common mean.
    """
    offsets = _offsets(gaps, len(wishes))
    heavy = weights or [1.0] * len(wishes)
    blocks: list[tuple[float, float, int]] = []
    for wish, offset, weight in zip(wishes, offsets, heavy, strict=True):
        mean, mass, size = wish - offset, weight, 1
        while blocks and blocks[-1][0] > mean:
            earlier, earlier_mass, earlier_size = blocks.pop()
            mean = (earlier * earlier_mass + mean * mass) / (earlier_mass + mass)
            mass, size = mass + earlier_mass, size + earlier_size
        blocks.append((mean, mass, size))
    means = [mean for mean, _, size in blocks for _ in range(size)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def spread_within(wishes: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The same between two bounds; the gap shrinks where there is too little room for it."""
    steps = max(len(wishes) - 1, 1)
    gap = min(gap, (high - low) / steps)
    places = spread(wishes, [gap] * (len(wishes) - 1))
    last = len(places) - 1
    return [
        max(low + gap * index, min(place, high - gap * (last - index)))
        for index, place in enumerate(places)
    ]


def _offsets(gaps: Sequence[float], count: int) -> list[float]:
    offsets = [0.0] * count
    for index in range(1, count):
        offsets[index] = offsets[index - 1] + gaps[index - 1]
    return offsets
