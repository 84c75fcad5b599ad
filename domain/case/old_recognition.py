"""A recognition older than a term: it may be revoked at any time, and who does so is told (D-32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal

if TYPE_CHECKING:
    from domain.case.situation import Situation


def old_recognition(situation: Situation) -> list[Refusal]:
    """What to say of the decision's age on the day of a situation: nothing until the term is over, by the day."""
    decided_on = situation.case.decided_on if situation.case else ""
    if not decided_on:
        return []
    term = situation.programme.revocation.warn_after_years
    on, decided = _parts(situation.on.isoformat()), _parts(decided_on)
    if on <= (decided[0] + term, *decided[1:]):
        return []
    whole_years = on[0] - decided[0] - (on[1:] < decided[1:])
    return [refusal("recognition_old", years=whole_years)]


def _parts(day: str) -> tuple[int, ...]:
    """Year, month and day of an ISO date, to compare: no day is missing in a year without 29 February."""
    return tuple(map(int, day.split("-")))
