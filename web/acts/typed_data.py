"""What was typed into a form as the data of a request: empty places left out, the rest as it was typed.

Days, numbers and names stay as people write them: the one reader of the application takes them (`payload_from`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from web.acts.paths import DATA, inside, one, parts_in, read
from web.acts.typed_rows import parts_that_say, put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from application.questions.forms import Field
    from web.acts.paths import Typed

KEY = "_key"
"""Under which a row of a mapping sends what it is called, where that is typed."""
_YES_NO = {"yes": True, "no": False}


def data_of(typed: Typed, fields: Iterable[Field]) -> dict[str, Any]:
    """The data of a command."""
    return _record(typed, DATA, fields)


def _record(typed: Typed, path: str, fields: Iterable[Field]) -> dict[str, Any]:
    found = (
        (each.name, _of(typed, inside(path, each.name), each)) for each in fields if each.is_typed
    )
    return {name: value for name, value in found if value not in (None, "", [], {})}


def _of(typed: Typed, path: str, field: Field) -> Any:
    if field.keyed_by:
        return _mapping(typed, path, field)
    if field.many:
        return _list(typed, path, field)
    return _single(typed, path, field)


def _mapping(typed: Typed, path: str, field: Field) -> dict[str, Any]:
    """By the name of each row: the one that the form gave it, or the one that was typed."""
    found: dict[str, Any] = {}
    for part in parts_in(typed, path):
        row = f"{path}.{part}"
        name = one(typed, inside(row, KEY)) if inside(row, KEY) in typed else read(part)
        value = _single(typed, row, field)
        if name and value not in (None, "", [], {}):
            found[name] = value
    return found


def _list(typed: Typed, path: str, field: Field) -> list[Any]:
    """Rows of records or of single values; several values of one name, or several lines of one text."""
    if field.fields:
        rows = (_single(typed, f"{path}.{part}", field) for part in parts_that_say(typed, path))
        return [row for row in rows if row]
    values = [line.strip() for value in typed.get(path, ()) for line in value.splitlines()]
    return [_chosen(value, field) for value in values if value]


def _single(typed: Typed, path: str, field: Field) -> Any:
    if field.fields:
        return _record(typed, path, field.fields)
    value = one(typed, path) or put_together(typed, path)
    if field.kind == "yes_no":
        return _YES_NO.get(value, value)
    return _chosen(value, field)


def _chosen(value: str, field: Field) -> Any:
    """The choice that was sent, as the value that it stands for; else what was typed."""
    return next((each.value for each in field.choices if str(each.value) == value), value)
