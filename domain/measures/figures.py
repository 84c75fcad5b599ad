"""Figures that the unit reports, admissions against their target, fees paid."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.measures.months import is_due, months
from domain.scoring.value import Ratio, Value
from domain.unit_year.roll import due_on, last_day_of

if TYPE_CHECKING:
    from domain.measures.ask import Ask


def figure(ask: Ask, measure: str, unit: str = "") -> Value | None:
    """Answer the figure that counts for a measure, None where none was reported.

    With a target it is the share of the target that was reached, and all of it where the target
    is nothing; without one, a figure in `%` is a percentage.
    """
    reported = ask.own_year().figure(measure)
    if reported is None:
        return None
    value = Fraction(reported.event.value)
    if reported.event.target is None:
        return value / 100 if unit == "%" else value
    return _share(value, Fraction(reported.event.target))


def admissions(ask: Ask) -> Value | None:
    """Admissions of members against the target (KT-THR-3)."""
    return figure(ask, "admissions")


def _share(value: Fraction, target: Fraction) -> Value:
    if target <= 0:
        return Fraction(1)
    whole = value.denominator == target.denominator == 1
    return Ratio(int(value), int(target)) if whole else value / target


def fees_paid(ask: Ask) -> Value | None:
    """Months paid of the months due, of the member or of all; None before any is recorded."""
    paid = ask.own_year().fees
    due = {
        (member, month)
        for month in months(ask)
        if is_due(ask, month)
        for member in _payers(ask, month)
    }
    if not due or not paid:
        return None
    return Ratio(len(due & {*paid}), len(due))


def _payers(ask: Ask, month: int) -> list[str]:
    """The members due at the end of the month."""
    payers = due_on(ask.unit, last_day_of(ask.year, month), ask.world)
    return [member for member in payers if ask.member in {"", member}]
