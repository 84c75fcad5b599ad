"""Ranges and comparisons: they can be read, leave no hole, name nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain.programme.criteria import CriteriaSet, Node
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme
from domain.programme.places import nodes_at
from domain.scoring.comparison import comparison
from domain.scoring.interval import gaps_and_overlaps, interval
from domain.scoring.value import number
from words import kinds


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List what is wrong with the ranges and comparisons of a file."""
    faults: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        ranges = [band.range for band in criteria.bands]
        faults.extend(_bands(ranges, "0", _top(criteria), (*at, "bands")))
        faults.extend(_beyond(ranges, _top(criteria), (*at, "bands")))
        for path, node in nodes_at(criteria, at):
            faults.extend(_node(node, path))
    if isinstance(programme, Programme):
        for name, target in programme.targets.items():
            faults.extend(_compared(("targets", name, "passes"), target.passes))
    return faults


def _top(criteria: CriteriaSet) -> str:
    return str(criteria.scale.total) if criteria.scale else "100"


def _node(node: Node, at: Path) -> Iterator[Fault]:
    yield from _compared((*at, "passes"), node.passes)
    for place, check in enumerate(node.checks):
        yield from _compared((*at, "checks", place, "passes"), check.passes)
    if node.series:
        yield from _compared((*at, "series", "passes"), node.series.passes)
    if node.external and node.external.at_least:
        yield from _compared((*at, "external", "at_least"), f">= {node.external.at_least}")
    ranges = [band.range for band in node.bands]
    low, high = ("0 %", "100 %") if any("%" in each for each in ranges) else ("0", "100")
    yield from _bands(ranges, low, high, (*at, "bands"))


def _compared(path: Path, text: str) -> Iterator[Fault]:
    if text and not _reads(comparison, text):
        yield _unreadable(path, text)


def _bands(ranges: list[str], low: str, high: str, at: Path) -> Iterator[Fault]:
    """A hole or an overlap is told at the range that begins after or inside it."""
    wrong = [place for place, text in enumerate(ranges) if not _reads(interval, text)]
    for place in wrong:
        yield _unreadable((*at, place, "range"), ranges[place])
    if not ranges or wrong:
        return
    for flaw in gaps_and_overlaps(ranges, low, high):
        yield fault(
            at,
            "ranges_apart",
            flaw=kinds.of("flaw", flaw.kind),
            range=flaw.range,
            low=low,
            high=high,
        )


def _beyond(ranges: list[str], top: str, at: Path) -> Iterator[Fault]:
    """Levels of a total do not reach beyond the scale; an open end does not count."""
    most = number(top)
    for place, text in enumerate(ranges):
        end = interval(text).end if _reads(interval, text) else None
        if end is not None and most is not None and end > (most, 1):
            yield fault((*at, place, "range"), "range_beyond", text=text, top=top)


def _reads(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


def _unreadable(path: Path, text: str) -> Fault:
    return fault(path, "range_unreadable", text=text)
