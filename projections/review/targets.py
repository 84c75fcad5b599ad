"""The targets of each programme: how many were registered, which share of the units is recognised."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from domain.programme.oversight import Target
from domain.scoring.comparison import comparison
from domain.streams import unit_stream
from projections.review.answer import Answer, Key, Share
from projections.review.collecting.words import keyed, worded
from projections.review.collecting.year import Year
from projections.review.eligible import Eligible, eligible
from projections.review.groups import RoundOf, cases_of, registered, rounds_of, speaks_of
from words.tables import Column

MEASURES = {code: keyed(code, f"review.measure_{code}") for code in ("registered", "recognised")}


class Measured(NamedTuple):
    """A target with those who count and those among whom they are counted, by stream."""

    of: RoundOf
    name: str
    target: Target
    counted: set[str]
    among: set[str]

    def holds(self, count: int) -> bool:
        """Whether so many would reach the target."""
        passes, among = comparison(self.target.passes), len(self.among)
        share = Fraction(count, among) if among else None
        return passes.holds(share if passes.percent else Fraction(count))

    @property
    def key(self) -> Key:
        return (self.of.state.programme, self.of.state.period, self.name)


def measured(year: Year) -> Iterator[Measured]:
    """By programme, period and target.

    A share of units is counted among all that could be recognised on the closing day, with or
    without a case; a share of members among those with a case.
    """
    units = list(eligible(year))
    for of in rounds_of(year):
        for name in sorted(of.programme.targets):
            target = of.programme.targets[name]
            if speaks_of(target, of.state.period):
                cases = cases_of(of.state, target.subjects, year)
                met = registered if target.measure == "registered" else _stands
                counted = {case.stream for case in cases if met(case)}
                without = _without_case(of, target, units)
                yield Measured(of, name, target, counted, {case.stream for case in cases} | without)


def _stands(case: Any) -> bool:
    return bool(case.standing)


def _without_case(of: RoundOf, target: Target, units: list[Eligible]) -> set[str]:
    return {
        unit_stream(each.unit.code)
        for each in units
        if each.round is of.state
        and not each.case
        and (not target.subjects or each.kind in target.subjects)
    }


def rows(year: Year) -> list[tuple[Any, ...]]:
    return [_row(each) for each in measured(year)]


def shares(year: Year) -> Iterator[Share]:
    for each in measured(year):
        for stream in sorted(each.among):
            yield Share(each.key, stream, stream in each.counted)


def _row(each: Measured) -> tuple[Any, ...]:
    state, target = each.of.state, each.target
    count, among = len(each.counted), len(each.among)
    share = Fraction(count, among) if among else None
    return (
        state.programme,
        state.period,
        worded(each.name, target),
        MEASURES[target.measure],
        count,
        among,
        share,
        target.passes,
        each.holds(count),
    )


TARGETS = Answer(
    name="targets",
    columns=(
        Column("programme", "programme"),
        Column("period"),
        Column("target"),
        Column("measure"),
        Column("count", "number"),
        Column("among", "number"),
        Column("share", "share"),
        Column("wanted", "limit"),
        Column("met", "yes_no"),
    ),
    keys=("programme", "period", "target"),
    rows=rows,
    shares=shares,
)
