"""Recognitions of others: four-good members of a cell, four-good units under a committee (D-12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.events import case as c
from domain.events.base import Reliance
from domain.scoring.facts import Measured
from domain.scoring.value import Ratio
from domain.streams import case_stream
from domain.unit_year.roll import children_on, due_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.state import Case
    from domain.measures.ask import Ask
    from domain.programme.criteria import Children


class Result(NamedTuple):
    """A subject's case as it stands; `final` is false while it has only a proposal."""

    stream: str
    level: str
    decided: bool
    final: bool


def share_of_cases(ask: Ask, children: Children, use: str) -> Measured:
    """Count the members or units with the outcome, over the denominator asked for.

    A case not yet decided counts by its newest proposal, and makes the count provisional.
    """
    subjects = list(_subjects(ask, children))
    results = [found for subject in subjects if (found := _result(ask, children, subject))]
    count = sum(result.level == children.outcome for result in results)
    of = {
        "on_roll": len(subjects),
        "with_case": len(results),
        "decided": sum(result.decided for result in results),
    }[children.denominator]
    if children.denominator == "decided":
        count = sum(result.decided and result.level == children.outcome for result in results)
    return Measured(
        value=Ratio(count, of) if of else None,
        reliances=[_reliance(ask, result, use) for result in results],
        final=all(result.final for result in results),
    )


def _subjects(ask: Ask, children: Children) -> Iterator[str]:
    """The members on the roll less the exempt ones, or the units under the unit, on closing day."""
    if children.of == "units":
        yield from (f"unit:{code}" for code in children_on(ask.unit, ask.closing_on, ask.world))
        return
    for unit in ask.units():
        yield from (f"member:{member}" for member in due_on(unit, ask.closing_on, ask.world))


def _result(ask: Ask, children: Children, subject: str) -> Result | None:
    stream = case_stream(ask.programme, subject, ask.period)
    case = ask.world.case(stream)
    if case is None or (children.title and case.opened.title != children.title):
        return None
    if case.outcome:
        return Result(stream, _standing_level(case), decided=True, final=True)
    ended = case.last(c.CaseWithdrawn) or case.last(c.CaseCancelled)
    return Result(stream, _proposal(case), decided=False, final=ended is not None)


def _standing_level(case: Case) -> str:
    """The level decided; a recognition that was revoked counts as none."""
    return "" if case.outcome == "PASS" and not case.recognised_and_not_revoked else case.outcome


def _proposal(case: Case) -> str:
    """The level of the newest proposal, of an appraiser before one of a hop; a claim is none."""
    if case.last(c.CaseWithdrawn) or case.last(c.CaseCancelled):
        return ""
    act = case.last(c.Appraised) or case.last(c.HopAppraised)
    level: str = act.event.details.proposal if act else ""
    return level


def _reliance(ask: Ask, result: Result, use: str) -> Reliance:
    version = ask.world.version(result.stream)
    return Reliance(stream=result.stream, version=version, use=use, value=result.level)
