"""How a mark is given for a criterion: by points, a choice, a figure; so that nobody must know how it is written."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from domain.scoring.comparison import comparison
from domain.scoring.entered import CLASSIFICATION
from domain.scoring.interval import interval
from domain.scoring.tree import worth
from domain.scoring.value import decimal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from domain.programme.criteria import Check, Node
    from words.kinds import Said

Manner = Literal["points", "choice", "figure", "percent", "share", "count", "series"]
"""`share` is how many of how many, `count` how many of a known number, `series` a figure for each."""


class MarkChoice(NamedTuple):
    """A value that the log takes, how it is said, and the points that it is worth where there are any."""

    value: str
    said: Said
    points: Decimal | None = None


class Entry(NamedTuple):
    """The manner of a mark; `of` is how many months or quarters, zero elsewhere; `asked` the comparison, if any."""

    manner: Manner
    choices: tuple[MarkChoice, ...] = ()
    of: int = 0
    asked: str = ""


def entry_of(node: Node, *, scaled: bool) -> Entry:
    """How a mark of a criterion is given; with points beside the choices where criteria have a scale."""
    return _ENTRIES[node.kind](node, scaled)


def entry_of_check(check: Check) -> Entry:
    """How the mark of a fact inside a criterion is given."""
    return _compared(check.passes) if check.passes else Entry("choice", _yes_no(None))


def _yes_no(worth_of_yes: Decimal | None) -> tuple[MarkChoice, ...]:
    no = None if worth_of_yes is None else Decimal(0)
    yes = MarkChoice("true", kinds.said(value=True), worth_of_yes)
    return yes, MarkChoice("false", kinds.said(value=False), no)


def _levels(node: Node, *, scaled: bool) -> Iterable[MarkChoice]:
    for level in node.levels:
        yield MarkChoice(level.id, kinds.level(level.id, level), level.points if scaled else None)


def _external(node: Node) -> Entry:
    if node.external is None or node.external.of == "self":
        return Entry("choice", tuple(_words(CLASSIFICATION[::-1])))
    return Entry("share", asked=node.passes)


def _bands(node: Node, *, scaled: bool) -> Entry:
    """A choice where every band has a name, else the figure that lies in one of them."""
    if all(band.level for band in node.bands):
        return Entry(
            "choice",
            tuple(
                MarkChoice(each.level, kinds.level(each.level), each.points if scaled else None)
                for each in node.bands
            ),
        )
    percent = any(interval(band.range).percent for band in node.bands)
    return Entry("percent" if percent else "figure")


def _series(node: Node) -> Entry:
    if node.series is None:
        return Entry("figure")
    manner: Manner = "series" if node.series.need == "mean" else "count"
    return Entry(manner, of=node.series.count, asked=node.series.passes)


def _compared(passes: str) -> Entry:
    if not passes:
        return Entry("figure")
    asked = comparison(passes)
    if asked.words:
        return Entry("choice", tuple(_words(asked.words)), asked=passes)
    return Entry("percent" if asked.percent else "figure", asked=passes)


def _words(codes: Iterable[str]) -> Iterable[MarkChoice]:
    return (MarkChoice(code, kinds.level(code)) for code in codes)


_ENTRIES: dict[str, Callable[[Node, bool], Entry]] = {
    "points": lambda _, __: Entry("points"),
    "toggle": lambda node, scaled: Entry(
        "choice", _yes_no(decimal(worth(node)) if scaled else None)
    ),
    "levels": lambda node, scaled: Entry("choice", tuple(_levels(node, scaled=scaled))),
    "bands": lambda node, scaled: _bands(node, scaled=scaled),
    "threshold": lambda node, _: _compared(node.passes),
    "series": lambda node, _: _series(node),
    "ratio_of_cases": lambda node, _: Entry("share", asked=node.passes),
    "external_result": lambda node, _: _external(node),
}
