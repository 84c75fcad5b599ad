"""Whether a recognition stands on a date: standing(E, p) of docs/time.md, from what is known at p."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.events import case as c

if TYPE_CHECKING:
    from datetime import date

    from domain.case.state import Act, Case

_DECISIONS = (c.DecisionIssued.TOPIC, c.DecisionSuperseded.TOPIC)


def begins(effect: str, decided_on: str, revoked_on: str, effect_on: str) -> str:
    """The first day on which a revoked recognition does not stand, ISO text."""
    if effect == "as_if_never":
        return decided_on
    return revoked_on if effect == "from_now" else effect_on or revoked_on


def stands(level: str, decided_on: str, ends: str, on: str) -> bool:
    """Recognised by a day, and no revocation takes effect by then; dates are ISO text."""
    return level == "PASS" and decided_on <= on and not (ends and ends <= on)


def standing(case: Case, on: date) -> bool:
    """Whether the newest decision by a day recognises and is not revoked by then.

    `case` is folded at p, with every act that is known there: a revocation counts by the day on which its
    effect begins, not by its own.
    """
    day = on.isoformat()
    decided = [each for each in _decisions(case) if each[0].effective_on <= day]
    if not decided:
        return False
    act, revoked = decided[-1]
    return stands(act.event.details.level, act.effective_on, _ends(act, revoked), day)


def _decisions(case: Case) -> list[tuple[Act, Act | None]]:
    """Every decision with its revocation, unless that was itself revoked."""
    found: list[tuple[Act, Act | None]] = []
    for act in case.acts:
        if act.topic in _DECISIONS:
            found.append((act, None))
        elif found and act.topic == c.RecognitionRevoked.TOPIC:
            found[-1] = (found[-1][0], act)
        elif found and act.topic == c.RecognitionRestored.TOPIC:
            found[-1] = (found[-1][0], None)
    return found


def _ends(decided: Act, revoked: Act | None) -> str:
    if revoked is None:
        return ""
    details: Any = revoked.event.details
    effect_on = details.effect_on.isoformat() if details.effect_on else ""
    return begins(details.effect, decided.effective_on, revoked.effective_on, effect_on)
