"""A sheet that is there as a form of it would have sent it: each mark under the name of its criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web.acts.paths import DATA, inside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from domain.events.base import Mark, Sheet
    from web.acts.inputs import Input
    from web.acts.paths import Typed
    from web.spoken import Spoken

SHEET = inside(DATA, "sheet")
MARKS, BONUS, DEDUCTIONS = (inside(SHEET, name) for name in ("marks", "bonus", "deductions"))


def is_shown(typed: Typed) -> bool:
    """Whether a form has a sheet in it."""
    return any(name.startswith(f"{SHEET}.") for name in typed)


def beside_the_sheet(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """The inputs of a form that do not stand in its sheet; reasons for departing from a mean stand there."""
    within = (SHEET, inside(DATA, "departures"))
    return tuple(each for each in inputs if each.name not in within)


def without(typed: Typed) -> dict[str, list[str]]:
    """What was typed, without the sheet."""
    return {name: [*values] for name, values in typed.items() if not name.startswith(f"{SHEET}.")}


def typed_sheet(sheet: Sheet, spoken: Spoken) -> dict[str, list[str]]:
    """Every value of a sheet by the name of its input, numbers as people write them."""
    found: dict[str, list[str]] = {}
    for mark in sheet.marks:
        found |= _mark(mark, spoken)
    for bonus in sheet.bonus:
        found[f"{inside(BONUS, bonus.reason)}.points"] = [_number(bonus.points, spoken)]
    for number, deduction in enumerate(sheet.deductions):
        row = inside(DEDUCTIONS, f"{deduction.reason}-{number}" if number else deduction.reason)
        found[f"{row}.reason"] = [deduction.reason]
        found[f"{row}.times"] = [str(deduction.times)]
        found[f"{row}.node"] = [deduction.node]
    return found


def _mark(mark: Mark, spoken: Spoken) -> dict[str, list[str]]:
    row = inside(MARKS, mark.node)
    values = {
        "value": [mark.value],
        "points": [_number(mark.points, spoken)],
        "evidence": mark.evidence,
    }
    said = {f"{row}.{name}": [*given] for name, given in values.items() if any(given)}
    return {f"{row}.node": [mark.node], **said}


def _number(value: Decimal | None, spoken: Spoken) -> str:
    return spoken.value(value, "number")
