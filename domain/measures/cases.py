"""Recognitions of others: four-good members of a cell, four-good units under a committee (D-12)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from domain.events import case as c
from domain.events.base import Reliance
from domain.periods import within
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
    """A subject's case as it stands; `final` is false while it has only a proposal. `total` are points."""

    stream: str
    level: str
    grade: str
    decided: bool
    final: bool
    total: Fraction = Fraction(0)


def share_of_cases(ask: Ask, children: Children, use: str) -> Measured:
    """Count the members or units with the outcome, over the denominator asked for.

    A case not yet decided counts by its newest proposal, and makes the count provisional.
    """
    roll = list(_roll(ask, children))
    results = [found for stream in roll if (found := _result(ask, children, stream))]
    if children.take == "mean":
        return _mean(ask, children, roll, results, use)
    counted = [each for each in results if _reaches(each, children.outcome, ask)]
    count = len(counted)
    of = {
        "on_roll": len(roll),
        "with_case": len(results),
        "decided": sum(result.decided for result in results),
    }[children.denominator]
    if children.denominator == "decided":
        count = sum(each.decided for each in counted)
    return Measured(
        value=Ratio(count, of) if of else None,
        reliances=[_reliance(ask, result, use) for result in results],
        final=all(result.final for result in results),
    )


def _mean(
    ask: Ask, children: Children, roll: list[str], results: list[Result], use: str
) -> Measured:
    """The mean of the totals; of those decided alone where the file says so."""
    decided = children.denominator == "decided"
    counted = [each for each in results if each.decided or not decided]
    of = len(roll) if children.denominator == "on_roll" else len(counted)
    total = sum((each.total for each in counted), Fraction(0))
    return Measured(
        value=total / of if of and counted else None,
        reliances=[_reliance(ask, each, use) for each in results],
        final=all(each.final for each in results),
    )


def _reaches(result: Result, outcome: str, ask: Ask) -> bool:
    """Whether a case has the outcome; of a grade, that one or one above it."""
    if outcome not in ask.grades:
        return result.level == outcome
    higher = ask.grades[: ask.grades.index(outcome) + 1]
    return result.level != "" and result.grade in higher


def _roll(ask: Ask, children: Children) -> Iterator[str]:
    """The case that each on the roll would have: members less the exempt ones, units, or shorter periods."""
    if children.of == "periods":
        subject = f"member:{ask.member}" if ask.member else f"unit:{ask.unit}"
        for period in within(ask.period, children.every):
            yield case_stream(ask.programme, subject, period)
    else:
        for subject in _subjects(ask, children):
            yield case_stream(ask.programme, subject, ask.period)


def _subjects(ask: Ask, children: Children) -> Iterator[str]:
    """The members on the roll less the exempt ones, or the units under the unit, on closing day."""
    if children.of == "units":
        yield from (f"unit:{code}" for code in children_on(ask.unit, ask.closing_on, ask.world))
        return
    for unit in ask.units():
        yield from (f"member:{member}" for member in due_on(unit, ask.closing_on, ask.world))


def _result(ask: Ask, children: Children, stream: str) -> Result | None:
    case = ask.world.case(stream)
    if case is None or (children.title and case.opened.title != children.title):
        return None
    if case.outcome:
        level, total = _standing_level(case), _total(case)
        return Result(stream, level, case.grade, decided=True, final=True, total=total)
    ended = case.last(c.CaseWithdrawn) or case.last(c.CaseCancelled)
    (level, grade), total = _proposal(case), _total(case)
    return Result(stream, level, grade, decided=False, final=ended is not None, total=total)


_SCORED = (c.Appraised, c.HopAppraised, c.AggregateAdopted, c.IndividualSheetSubmitted)


def _total(case: Case) -> Fraction:
    """What the newest sheet came to, of the decision before any other; nothing of what ended or was revoked."""
    if case.last(c.CaseWithdrawn) or case.last(c.CaseCancelled) or case.revoked is not None:
        return Fraction(0)
    acts = (case.decided, *(case.last(event) for event in _SCORED))
    totals = (act.event.details.outcome.total for act in acts if act and act.event.details.outcome)
    return Fraction(next((total for total in totals if total is not None), 0))


def _standing_level(case: Case) -> str:
    """The level decided; a recognition that was revoked counts as none."""
    return "" if case.outcome == "PASS" and not case.recognised_and_not_revoked else case.outcome


def _proposal(case: Case) -> tuple[str, str]:
    """Level and grade of the newest proposal, of an appraiser before one of a hop; a claim is none."""
    act = case.last(c.Appraised) or case.last(c.HopAppraised)
    if act is None or case.last(c.CaseWithdrawn) or case.last(c.CaseCancelled):
        return "", ""
    return act.event.details.proposal, act.event.details.grade


def _reliance(ask: Ask, result: Result, use: str) -> Reliance:
    version = ask.world.version(result.stream)
    return Reliance(stream=result.stream, version=version, use=use, value=result.level)
