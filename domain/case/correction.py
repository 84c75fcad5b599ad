"""Corrections of what was typed wrongly: one field of one act, never what moved the case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from domain.events.case import CorrectionRecorded
from domain.events.marks import marked
from domain.events.numbers import number_refusals
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.case.state import Act, Case
    from domain.events.details import Correction


def day_text(value: str) -> str:
    """A day as it is typed into a correction, as ISO text; empty where it was taken away."""
    day = msgspec.convert(value, date | None, strict=False)
    return day.isoformat() if day else ""


class Corrections:
    """What corrections say of earlier acts, by position and field: the last one of a field counts."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        self._by_act: dict[int, dict[str, Correction]] = {}
        for correction in corrections:
            self.take(correction)

    def __bool__(self) -> bool:
        return bool(self._by_act)

    def take(self, correction: Correction) -> None:
        """Take in a later one."""
        self._by_act.setdefault(correction.of_position, {})[correction.field] = correction

    def of(self, position: int) -> list[Correction]:
        """Those of an act."""
        return [*self._by_act.get(position, {}).values()]

    def instead(self, correction: Correction) -> Correction:
        """The one that counts in the place of one that was taken in."""
        return self._by_act.get(correction.of_position, {}).get(correction.field, correction)

    def day(self, position: int, on: str) -> str:
        """The effective date of an act, ISO text: `on` where it was not corrected."""
        of_day = self._by_act.get(position, {}).get("effective_on")
        return day_text(of_day.value) if of_day else on


def corrected(act: Act, correction: Correction) -> Act:
    """Answer the act with the field replaced; raise ValueError, ArithmeticError or AttributeError if it cannot be."""
    if correction.field == "effective_on":
        on = day_text(correction.value)
        if not on:
            raise ValueError(correction.value)
        return msgspec.structs.replace(act, effective_on=on)
    details = _replaced(act.event.details, correction.field.split("."), correction.value)
    return msgspec.structs.replace(act, known=msgspec.structs.replace(act.event, details=details))


def _replaced(record: Any, path: list[str], value: str) -> Any:
    name, *rest = path
    if rest:
        return msgspec.structs.replace(
            record, **{name: _replaced(getattr(record, name), rest, value)}
        )
    field = next(f for f in msgspec.structs.fields(record) if f.name == name)
    return msgspec.structs.replace(
        record, **{name: msgspec.convert(value, field.type, strict=False)}
    )


_UNFIT = (
    AttributeError, TypeError, StopIteration, ValueError, ArithmeticError, msgspec.ValidationError,
)  # fmt: skip
"""What is raised where a value cannot stand in a field, or there is no such field."""


def refusals(case: Case, correction: Correction, today: date) -> list[Refusal]:
    """List why a correction cannot be recorded."""
    act = next((act for act in case.acts if act.position == correction.of_position), None)
    if act is None:
        return [
            refusal(
                "correction_of_nothing",
                position=kinds.ordinal(correction.of_position),
            )
        ]
    barred = _barred(act, correction)
    if barred is not None:
        return [barred]
    try:
        changed = corrected(act, correction)
    except _UNFIT:
        return [
            refusal(
                "correction_unreadable",
                field=kinds.field(correction.field),
                value=correction.value,
            )
        ]
    no_numbers = list(number_refusals(changed.event.details))
    if no_numbers:
        return no_numbers
    if changed == act:
        return [refusal("correction_changes_nothing", field=kinds.field(correction.field))]
    return _date_refusals(case, act, changed, today)


def _barred(act: Act, correction: Correction) -> Refusal | None:
    """Why this field of an act is never corrected."""
    if act.topic == CorrectionRecorded.TOPIC:
        return refusal("correction_of_correction", position=kinds.ordinal(act.position))
    if correction.field.split(".")[0] in marked(type(act.event.details), "decisive"):
        return refusal("correction_of_decisive_field", field=kinds.field(correction.field))
    if _is_free_text(act.event.details, correction.field):
        return refusal("correction_of_text", field=kinds.field(correction.field))
    return None


def _date_refusals(case: Case, act: Act, changed: Act, today: date) -> list[Refusal]:
    """A corrected date is one that the act could have had: since the case was opened, by today."""
    on = changed.effective_on
    if on == act.effective_on:
        return []
    if on > today.isoformat():
        return [refusal("date_in_future", on=kinds.day(on), today=today)]
    too_early = on < case.opened_on
    return (
        [refusal("date_before_opening", on=kinds.day(on), opened_on=kinds.day(case.opened_on))]
        if too_early
        else []
    )


def _is_free_text(details: Any, path: str) -> bool:
    """A correction holds its value in clear, so what must be erasable is written anew by an act."""
    record = details
    for name in path.split("."):
        if not isinstance(record, msgspec.Struct):
            return False
        if name in marked(type(record), "erasable"):
            return True
        record = getattr(record, name, None)
    return False
