"""The one reading of decision, revocation and restoration: which revocation is in force, whether a recognition stands.

A restoration takes the revocation before it back, as if it had never been made. The case, the register and the review
of a year all read it here, each from acts of its own form.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from domain.case.correction import day_text
from domain.events import case as c

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from domain.case.state import Act, Case
    from domain.events.details import Correction

A = TypeVar("A")
TOPIC: Callable[[Act], str] = attrgetter("topic")
DECISIONS = frozenset({c.DecisionIssued.TOPIC, c.DecisionSuperseded.TOPIC})
_REVOKED = c.RecognitionRevoked.TOPIC
_RESTORED = c.RecognitionRestored.TOPIC
UNDOING = (_REVOKED, _RESTORED)
"""What is done to a decision, or to that."""


class Ruling(msgspec.Struct, gc=False):
    """A decision on recognition, and the revocation of it if one is in force.

    Dates are ISO text, empty where there is none. `effect_on` is the day that a revocation from a date names;
    `revoked_at` its position, 0 where there is none; `revoked_by` its own number, kept when it was taken back.
    """

    level: str
    number: str
    position: int
    on: str
    organ: str
    revoked_at: int = 0
    revoked_on: str = ""
    effect: str = ""
    effect_on: str = ""
    revoked_by: str = ""

    def revoke(
        self, position: int, on: str, effect: str, effect_on: str | None, number: str = ""
    ) -> None:
        """It is revoked, by a decision with a number of its own."""
        self.revoked_at, self.revoked_on, self.revoked_by = position, on, number
        self.effect, self.effect_on = effect, effect_on or ""

    def restore(self) -> None:
        """Its revocation is taken back."""
        self.revoked_at, self.revoked_on = 0, ""
        self.effect = self.effect_on = ""

    def correct(self, correction: Correction) -> None:
        """A correction may be of the number or the day of the decision or of its revocation."""
        field, value = correction.field, correction.value
        if self.position == correction.of_position and field == "number":
            self.number = value
        elif self.position == correction.of_position and field == "effective_on":
            self.on = day_text(value)
        elif self.revoked_at == correction.of_position and field == "number":
            self.revoked_by = value
        elif self.revoked_at == correction.of_position and field == "effective_on":
            self.revoked_on = day_text(value)

    @property
    def numbers(self) -> list[str]:
        """Its own number and that of its revocation."""
        return [number for number in (self.number, self.revoked_by) if number]

    @property
    def ends(self) -> str:
        """The first day on which it does not stand, being revoked; empty where it is not."""
        if not self.revoked_at:
            return ""
        if self.effect == "as_if_never":
            return self.on
        return self.revoked_on if self.effect == "from_now" else self.effect_on or self.revoked_on

    def stands(self, on: str) -> bool:
        """Whether it recognises by a day, and no revocation takes effect by then: standing(E, p) of docs/time.md."""
        ends = self.ends
        return self.level == "PASS" and self.on <= on and not (ends and ends <= on)


def ruled(acts: Iterable[A], topic: Callable[[A], str]) -> list[tuple[A, A | None]]:
    """Every decision among acts in order, with the revocation in force against it, whatever their dates."""
    decisions: list[tuple[A, A | None]] = []
    for act in acts:
        kind = topic(act)
        if kind in DECISIONS:
            decisions.append((act, None))
        elif decisions and kind == _REVOKED:
            decisions[-1] = decisions[-1][0], act
        elif decisions and kind == _RESTORED:
            decisions[-1] = decisions[-1][0], None
    return decisions


def taken_back(acts: Iterable[tuple[str, str, int]]) -> frozenset[int]:
    """The positions of the revocations that were taken back, of acts as stream, topic and position, in order."""
    revoked: dict[str, int] = {}
    restored: set[int] = set()
    for stream, topic, position in acts:
        if topic == _REVOKED:
            revoked[stream] = position
        elif topic == _RESTORED and stream in revoked:
            restored.add(revoked[stream])
    return frozenset(restored)


def standing(case: Case, on: date) -> bool:
    """Whether the newest decision by a day recognises and is not revoked by then.

    `case` is folded at p, with every act that is known there: a revocation counts by the day on which its
    effect begins, not by its own.
    """
    day = on.isoformat()
    decided = [each for each in ruled(case.acts, TOPIC) if each[0].effective_on <= day]
    return bool(decided) and ruling_of(*decided[-1]).stands(day)


def ruling_of(decided: Act, revoked: Act | None) -> Ruling:
    """A decision of a case, and the revocation of it that is in force."""
    details = decided.event.details
    ruling = Ruling(
        details.level, details.number, decided.position, decided.effective_on, decided.organ
    )
    if revoked is not None:
        terms: Any = revoked.event.details
        effect_on = terms.effect_on.isoformat() if terms.effect_on else ""
        ruling.revoke(revoked.position, revoked.effective_on, terms.effect, effect_on)
    return ruling
