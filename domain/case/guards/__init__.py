"""Guards: the rules that can say no, by name as programme files call them, and those that always hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.guards import (
    assessment,
    bound,
    consultation,
    deciding,
    grading,
    preparation,
    restoring,
    revoking,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.refusal import Refusal

    Guard = Callable[[Situation], list[Refusal]]

GUARDS: dict[str, Guard] = {
    **preparation.GUARDS,
    **assessment.GUARDS,
    **consultation.GUARDS,
    **deciding.GUARDS,
    **bound.GUARDS,
    **revoking.GUARDS,
    **restoring.GUARDS,
    **grading.GUARDS,
}
"""Every guard that a programme file may name."""
