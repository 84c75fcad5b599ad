"""How a value is written so that a criterion can read it: said to who wrote it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.scoring.comparison import comparison
from domain.scoring.entered import CLASSIFICATION
from domain.scoring.interval import interval
from words import kinds
from words.kinds import Because, because

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.programme.criteria import Check, Node, Series
    from words.kinds import Said


def how_to_write(node: Node) -> Because:
    """What may be written for a criterion, by what its kind reads."""
    if node.kind == "series" and node.series:
        return _series(node.series)
    if node.kind == "external_result" and (node.external is None or node.external.of == "self"):
        return because("written.word", choices=_levels(CLASSIFICATION))
    if node.kind == "own_tasks":
        return because("written.task_by_task", criterion=kinds.of("criterion", node.id))
    if node.kind == "bands":
        return _bands(node)
    if node.kind in _PLAIN:
        return because(_PLAIN[node.kind])
    return _compared(node.passes) if node.passes else because("written.number")


_PLAIN = {"ratio_of_cases": "written.share", "toggle": "written.yes_or_no"}
"""Kinds that always read the same."""


def how_to_write_check(check: Check) -> Because:
    """What may be written for a check of a criterion."""
    return _compared(check.passes) if check.passes else because("written.yes_or_no")


def _series(series: Series) -> Because:
    count, of = kinds.ordinal(series.count), kinds.of("cadence", series.of)
    values = {"whole": f"{series.count}/{series.count}", "count": count, "of": of}
    asked = comparison(series.passes)
    if isinstance(asked.limit, str):
        return because("written.series_of_words", choices=_levels(asked.words), **values)
    return because("written.series_of_numbers", **values)


def _bands(node: Node) -> Because:
    if named := [band.level for band in node.bands if band.level]:
        return because("written.number_or_word", choices=_levels(named))
    percent = any(interval(band.range).percent for band in node.bands)
    return because("written.share" if percent else "written.number")


def _compared(passes: str) -> Because:
    asked = comparison(passes)
    if isinstance(asked.limit, str):
        return because("written.word", choices=_levels(asked.words))
    return because("written.share" if asked.percent else "written.number")


def _levels(names: Iterable[str]) -> list[Said]:
    return [kinds.typed(kinds.level(name)) for name in names]
