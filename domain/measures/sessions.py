"""Sessions of committees, conferences of the whole body, reports by month."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from domain.measures.months import by_month, months

if TYPE_CHECKING:
    from domain.measures.ask import Ask
    from domain.scoring.value import Value, Values


def sessions_by_month(ask: Ask) -> Values | None:
    """How many committee sessions in order each month had."""
    return by_month(ask, _sessions(ask, "committee_session"), _count)


def committee_sessions(ask: Ask) -> Value | None:
    """In how many months the committee met in order (PW-THR-5)."""
    months = {month for month, _ in _sessions(ask, "committee_session")}
    return Fraction(len(months)) if months else None


def body_conferences(ask: Ask) -> Value | None:
    """How many conferences of the whole Party body were held in order (PW-THR-5).

    Where the programme names the occasions by their months, each occasion counts once.
    """
    held = [month for month, _ in _sessions(ask, "body_conference")]
    occasions = ask.rules.conference_months
    if not held:
        return None
    kept = sum(any(month in held for month in each) for each in occasions)
    return Fraction(kept if occasions else len(held))


def reports_by_month(ask: Ask) -> Values | None:
    """Whether each month was reported on, 1 or 0 (D-56)."""
    return by_month(ask, [(month, month) for month in _reported(ask)], _count)


def monthly_reports(ask: Ask) -> Value | None:
    """How many months were reported on (D-56)."""
    reported = _reported(ask)
    return Fraction(len(reported)) if reported else None


def _reported(ask: Ask) -> list[int]:
    year = ask.own_year()
    return [month for month in months(ask) if year.monthly_report(ask.programme, month)]


def _sessions(ask: Ask, kind: str) -> list[tuple[int, str]]:
    sessions = ask.own_year().sessions
    held = [each for each in sessions if each.event.kind == kind and each.event.in_order]
    placed = [(date.fromisoformat(each.on).month, each.on) for each in held]
    return [(month, on) for month, on in placed if month in months(ask)]


def _count(found: Sized) -> Fraction:
    return Fraction(len(found))
