"""Events: what happened, one file per stream, and the list of them all."""

from __future__ import annotations

from domain.events import case, person, round, unit, unit_year  # noqa: A004 -- the glossary's word
from domain.events.base import Event, StepTaken


def _events(module: object) -> list[type[Event]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Event) and value.TOPIC
    ]


ALL: tuple[type[Event], ...] = tuple(
    event for module in (case, unit, person, round, unit_year) for event in _events(module)
)
"""Every event that the log may hold, by stream."""

BY_TOPIC: dict[str, type[Event]] = {event.TOPIC: event for event in ALL}

__all__ = ["ALL", "BY_TOPIC", "Event", "StepTaken"]
