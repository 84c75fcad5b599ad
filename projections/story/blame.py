"""For each field of a case now in force: who set it, when, why, for which organ, under which authority."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.events import case as c
from domain.events.base import StepTaken
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.story.acts import Texts, ToldAct, acts, corrected

_InForce = dict[str, dict[str, tuple[Any, ToldAct]]]
"""By the name of the act, then by field: the value and the act that set it."""


def case_blame(
    ledger: Ledger, stream: str, *, upto: int | None = None, language: str = "vi"
) -> list[dict[str, Any]]:
    """Who set what in a case by its stream, as known at a position; empty where there is no such case."""
    rows = ledger.stream(stream, upto)
    return blame(rows, ledger.texts(row.position for row in rows), language)


def blame(rows: Sequence[Row], texts: Texts, language: str = "vi") -> list[dict[str, Any]]:
    """One entry for each field, named `topic.field`, in the order in which they were first set.

    Acts of one topic about different things have that in the name: `opinion-given.UNIT/ORGAN.stance`.
    A field holds what the newest act set, a correction included.
    """
    in_force: _InForce = {}
    latest: dict[str, ToldAct] = {}
    before: list[ToldAct] = []
    for act in acts(rows, texts, language):
        target = corrected(act.event, before)
        if target is None:
            _set(in_force, act)
            latest[_name(act)] = act
        elif latest[_name(target)] is target:
            correction = act.event.details
            in_force[_name(target)][correction.field] = (correction.value, act)
        before.append(act)
    return [
        _entry(f"{name}.{field}" if name else field, value, act)
        for name, fields in in_force.items()
        for field, (value, act) in fields.items()
    ]


def _set(in_force: _InForce, act: ToldAct) -> None:
    event = act.event
    in_force[_name(act)] = {field: (value, act) for field, value in act.values.items()}
    if isinstance(event, StepTaken) and event.to_stage != event.from_stage:
        in_force.setdefault("", {})["stage"] = (event.to_stage, act)
    if isinstance(event, c.EvidenceWithdrawn):
        in_force.pop(f"{c.EvidenceAttached.TOPIC}.{act.about}", None)
    if isinstance(event, c.SubjectSucceeded):
        in_force[c.CaseOpened.TOPIC]["unit"] = (event.details.successor, act)


def _name(act: ToldAct) -> str:
    return f"{act.topic}.{act.about}" if act.about else act.topic


def _entry(field: str, value: Any, act: ToldAct) -> dict[str, Any]:
    row = act.row
    return {
        "field": field,
        "value": value,
        "position": row.position,
        "recorded_at": row.recorded_at,
        "effective_on": date.fromisoformat(row.effective_on),
        "actor": row.actor,
        "signed_by": row.signed_by,
        "organ": row.organ,
        "authority": row.authority,
        "reason": act.reason,
    }
