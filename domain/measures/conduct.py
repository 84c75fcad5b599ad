"""Breaches and discipline, over the unit and every unit under it; for a member, their own."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from domain.measures.months import months

if TYPE_CHECKING:
    from domain.measures.ask import Ask
    from domain.scoring.value import Value


def members_in_breach(ask: Ask) -> Value | None:
    """How many members breached the regulation on prohibited conduct."""
    breaches = [fact for year in ask.years() for fact in year.breaches if _in_period(ask, fact.on)]
    return _counted(ask, {fact.event.member for fact in breaches})


def members_disciplined(ask: Ask) -> Value | None:
    """How many members were disciplined, leaders among them."""
    return _counted(ask, _disciplined(ask, "member", "leader"))


def leaders_disciplined(ask: Ask) -> Value | None:
    """How many members of the leadership were disciplined."""
    return _counted(ask, _disciplined(ask, "leader"))


def organisations_disciplined(ask: Ask) -> Value | None:
    """How many organisations were disciplined, the unit itself among them."""
    return Fraction(len(_disciplined(ask, "organisation")))


def _disciplined(ask: Ask, *against: str) -> set[str]:
    return {
        fact.event.subject
        for year in ask.years()
        for fact in year.disciplines
        if fact.event.against in against and _in_period(ask, fact.on)
    }


def _counted(ask: Ask, members: set[str]) -> Fraction:
    plain = {member.removeprefix("member:") for member in members}
    return Fraction(len(plain if not ask.member else plain & {ask.member}))


def _in_period(ask: Ask, on: str) -> bool:
    return date.fromisoformat(on).month in months(ask)
