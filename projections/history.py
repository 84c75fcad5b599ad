"""A case's history in plain sentences, with old and new values; and who set each field last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from domain.events.case import CorrectionRecorded
from projections.fields import flat
from projections.told import TOLD

if TYPE_CHECKING:
    from domain.stamp import Stamp

ERASED = ("(đã xoá)", "(erased)")
Recorded = tuple["Stamp", Any]
"""A row of the log and its event, free texts put back."""


class _Fields(dict[str, Any]):
    """Values for a sentence; what an event does not have is a dash."""

    def __missing__(self, name: str) -> str:
        return "–"


def sentence(topic: str, values: dict[str, Any], language: str) -> str:
    """Tell an event in `vi` or `en`."""
    vietnamese, english = TOLD[topic]
    template = english if language == "en" else vietnamese
    shown = _Fields({name.replace(".", "__"): _shown(v, language) for name, v in values.items()})
    return _dotless(template).format_map(shown)


def _dotless(template: str) -> str:
    """`{outcome.total}` would ask for an attribute: the values are flat."""
    parts = template.split("{")
    return "{".join([parts[0], *(_inner(part) for part in parts[1:])])


def _inner(part: str) -> str:
    name, brace, rest = part.partition("}")
    return name.replace(".", "__") + brace + rest


def _shown(value: Any, language: str) -> Any:
    if isinstance(value, bool):
        return {"vi": ("không", "có"), "en": ("no", "yes")}[language][value]
    return value


def history(
    recorded: Sequence[Recorded], reason: Callable[[str], str], language: str = "vi"
) -> list[dict[str, Any]]:
    """Answer one entry for each event (design 8, `cases history --json`).

    `changes` compare with the newest event of the same topic before it; `reason` turns a
    commitment into its text.
    """
    newest: dict[str, dict[str, Any]] = {}
    told = []
    for row, event in recorded:
        topic = event.TOPIC
        values = flat(event)
        told.append(
            {
                "position": row.position,
                "recorded_at": row.recorded_at,
                "effective_on": row.effective_on,
                "event": topic,
                "actor": row.actor,
                "signed_by": row.signed_by,
                "organ": row.organ,
                "authority": row.authority,
                "reason": reason(row.reason),
                "changes": _changes(newest.get(topic, {}), values),
                "sentence": sentence(topic, values, language),
            }
        )
        newest[topic] = values
    return told


def _changes(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    names = dict.fromkeys((*old, *new))
    return [
        {"field": name, "old": old.get(name), "new": new.get(name)}
        for name in names
        if old.get(name) != new.get(name)
    ]


def blame(recorded: Sequence[Recorded], reason: Callable[[str], str]) -> list[dict[str, Any]]:
    """For each field now in force: its value, who set it, when, why, under which authority.

    A field is `topic.name`; a correction takes over the field it corrects.
    """
    by_position = {row.position: event.TOPIC for row, event in recorded}
    set_by: dict[str, tuple[Any, Stamp]] = {}
    for row, event in recorded:
        for name, value in _set_fields(event, by_position).items():
            set_by[name] = (value, row)
    return [
        {
            "field": name,
            "value": value,
            "actor": row.actor,
            "signed_by": row.signed_by,
            "organ": row.organ,
            "authority": row.authority,
            "recorded_at": row.recorded_at,
            "effective_on": row.effective_on,
            "reason": reason(row.reason),
            "position": row.position,
        }
        for name, (value, row) in set_by.items()
    ]


def _set_fields(event: Any, by_position: dict[int, str]) -> dict[str, Any]:
    if isinstance(event, CorrectionRecorded):
        correction = event.details
        topic = by_position[correction.of_position]
        return {f"{topic}.{correction.field}": correction.value}
    return {
        name if name == "stage" else f"{event.TOPIC}.{name}": value
        for name, value in flat(event).items()
    }
