"""The tasks that the subject of a case registered for itself, by the criterion that they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events import case as c

if TYPE_CHECKING:
    from domain.case.state import Case
    from domain.events.details import OwnTask


def registered_tasks(case: Case | None) -> dict[str, list[OwnTask]]:
    """The newest list for each criterion; a later one stands in the place of an earlier."""
    acts = case.all(c.TasksRegistered) if case else []
    return {act.event.details.node: act.event.details.tasks for act in acts}
