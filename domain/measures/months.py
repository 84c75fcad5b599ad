"""Which months and quarters of a period were due by its closing, and what fell into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from domain.periods import first_day, last_day
from domain.unit_year.roll import last_day_of

if TYPE_CHECKING:
    from domain.measures.ask import Ask
    from domain.scoring.value import Value, Values

Item = TypeVar("Item")


def months(ask: Ask) -> range:
    """The months of the period."""
    return range(first_day(ask.period).month, last_day(ask.period).month + 1)


def quarters(ask: Ask) -> range:
    """The quarters that the period touches."""
    over = months(ask)
    return range(quarter_of(over[0]), quarter_of(over[-1]) + 1)


def quarter_of(month: int) -> int:
    return (month + 2) // 3


def by_month(
    ask: Ask, items: Iterable[tuple[int, Item]], value: Callable[[list[Item]], Value | None]
) -> Values | None:
    """Answer a value for each month that was due or has items; None when the period has none."""
    return _by(months(ask), lambda month: month, ask, items, value)


def by_quarter(
    ask: Ask, items: Iterable[tuple[int, Item]], value: Callable[[list[Item]], Value | None]
) -> Values | None:
    """As `by_month`, by quarter; items come with their month."""
    placed = ((quarter_of(month), item) for month, item in items)
    return _by(quarters(ask), lambda quarter: 3 * quarter, ask, placed, value)


def _by(
    parts: range,
    last_month: Callable[[int], int],
    ask: Ask,
    items: Iterable[tuple[int, Item]],
    value: Callable[[list[Item]], Value | None],
) -> Values | None:
    fallen: dict[int, list[Item]] = {part: [] for part in parts}
    for part, item in items:
        if part in fallen:
            fallen[part].append(item)
    if not any(fallen.values()):
        return None
    due = (found or is_due(ask, last_month(part)) for part, found in fallen.items())
    return [value(found) for found, counts in zip(fallen.values(), due, strict=True) if counts]


def is_due(ask: Ask, month: int) -> bool:
    """Whether the month was over by the closing day and the unit existed at its end."""
    end = last_day_of(ask.year, month)
    unit = ask.world.unit(ask.unit)
    return end <= ask.closing_on and (unit is None or unit.exists_on(end))
