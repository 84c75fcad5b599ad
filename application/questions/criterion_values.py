"""Values of criteria in words: what a sheet enters for one, what the log measures for one and from what."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from domain.scoring.comparison import comparison
from domain.scoring.entered import entered
from domain.scoring.interval import interval
from domain.scoring.value import Value, Values, shown
from words import sentences, values
from words.language import chosen, find
from words.sentences import Names

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.programme.criteria import Node
    from domain.scoring.facts import Measured


class MeasuredShown(msgspec.Struct, frozen=True, kw_only=True):
    """What the log measures for a criterion or a check of it: `value` exact, `text` in words.

    `rests_on` are the streams it was read from; `final` is false while one of them is provisional.
    """

    measure: str
    words: str
    value: str
    text: str
    rests_on: list[str]
    final: bool


def measured_for(
    situation: Situation, node: Node, language: str, names: Names
) -> Iterator[MeasuredShown]:
    """Answer what the log measures for a node, its own value first; nothing where it measures none."""
    asked = [(node.measure, node.passes, situation.facts.of(node))]
    asked += [
        (check.measure, check.passes, situation.facts.named(check.measure))
        for check in node.checks
        if check.measure
    ]
    for name, passes, measured in asked:
        if measured.value is not None:
            percent = _percent(node, passes)
            text = said(node, measured.value, language, percent=percent)
            yield MeasuredShown(
                measure=name,
                words=_title(situation, name or _use(measured), language, names)
                or node.text(language),
                value=shown(measured.value),
                text=text,
                rests_on=list(dict.fromkeys(each.stream for each in measured.reliances)),
                final=measured.final,
            )


def entered_text(node: Node, text: str, language: str) -> str:
    """An entered value in words; as it was typed where it cannot be read."""
    value = entered(node, text) if text and node.kind != "group" else None
    if value is None:
        return text
    return said(node, value, language, percent=_percent(node, node.passes))


def said(node: Node, value: Value | Values, language: str, *, percent: bool) -> str:
    """A value in words: a level by its label, a share in percent, 17/20 as counted."""
    if isinstance(value, list):
        each = (
            said(node, one, language, percent=percent) if one is not None else "-" for one in value
        )
        return "; ".join(each)
    if isinstance(value, Fraction):
        write = values.share if percent else values.number
        return write(value, chosen(language))
    return _word(node, value, language) if isinstance(value, str) else shown(value)


def _word(node: Node, code: str, language: str) -> str:
    if code in {"true", "false"}:
        return values.yes_no(code == "true", chosen(language))
    own = {level.id: level.text(language) for level in node.levels}
    own |= {band.level: band.en if language == "en" else band.vi for band in node.bands}
    for key in (f"level.{code}", f"choice.rating.{code}"):
        own.setdefault(code, find(key, chosen(language)) or "")
    return own[code] or code


def _percent(node: Node, passes: str) -> bool:
    """Whether a number of the criterion is a share of a hundred."""
    asked = passes or (node.series.passes if node.series else "")
    if asked:
        return comparison(asked).percent
    return any(interval(band.range).percent for band in node.bands)


def _use(measured: Measured) -> str:
    return next((each.use for each in measured.reliances), "")


def _title(situation: Situation, measure: str, language: str, names: Names) -> str:
    label = situation.programme.measures.get(measure)
    if label is not None:
        return label.text(language)
    told = sentences.word(measure, "measure", chosen(language), names) if measure else ""
    return "" if told == measure else told
