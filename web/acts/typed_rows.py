"""Rows that a form names beforehand, and values typed in parts: as the data of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web.acts.paths import inside, one, parts_in

if TYPE_CHECKING:
    from web.acts.paths import Typed

CALLED = {"marks": "node", "bonus": "reason", "deductions": "reason"}
"""What a row of a sheet is called by: one that says nothing else is left out."""
COUNT, OF = "count", "of"


def parts_that_say(typed: Typed, path: str) -> list[str]:
    """The rows under a path in which something was typed beside what the form itself calls them by."""
    called = CALLED.get(path.rpartition(".")[2], "")
    return [
        part
        for part in parts_in(typed, path)
        if not called or _says(typed, f"{path}.{part}", called)
    ]


def _says(typed: Typed, row: str, called: str) -> bool:
    given = {inside(row, called)}
    given |= {
        name for name in typed if name.startswith(f"{row}.") and name.endswith(f".{OF}.given")
    }
    return any(
        value.strip()
        for name, values in typed.items()
        if name.startswith(f"{row}.") and name not in given
        for value in values
    )


def put_together(typed: Typed, path: str) -> str:
    """A value that was typed in parts: `17/20` of two numbers, `1; -; 3` of one for each month; empty for none."""
    parts = parts_in(typed, path)
    each = {part: one(typed, inside(path, part)) for part in parts}
    if COUNT in each:
        of = each.get(OF, "") or one(typed, inside(inside(path, OF), "given"))
        return f"{each[COUNT]}/{of}" if each[COUNT] or each.get(OF) else ""
    values = [each[part] for part in sorted((p for p in parts if p.isdecimal()), key=int)]
    return "; ".join(value or "-" for value in values) if any(values) else ""
