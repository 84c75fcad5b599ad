"""A case as it was on a date, as known at a position: state(E, p) of docs/time.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from domain.case.evolve import retake

if TYPE_CHECKING:
    from datetime import date

    from domain.case.state import Act, Case


def as_of(case: Case, on: date) -> Case | None:
    """The case of the acts in effect by a day; None where it was not open yet.

    `case` is folded at p: its acts are as the corrections known at p have them, whatever the dates
    of the corrections themselves. They are taken again in order of position.
    """
    day = on.isoformat()
    if case.opened_on > day:
        return None
    return _of_acts(case, [act for act in case.acts if act.effective_on <= day])


def before(case: Case, position: int) -> Case:
    """The case of the acts before a position, as corrected since."""
    return _of_acts(case, [act for act in case.acts if act.position < position])


def _of_acts(case: Case, acts: list[Act]) -> Case:
    seen = msgspec.structs.replace(
        case,
        subject=case.opened.subject,
        unit=case.opened.unit,
        stage="new",
        suspended=False,
        acts=[],
        latest={},
    )
    for act in acts:
        retake(seen, act)
    seen.version = 1 + len(seen.acts)
    return seen
