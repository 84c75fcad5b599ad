from __future__ import annotations

from typing import Any

import msgspec

from domain.events import unit as u
from interim.model import ReadModel
from interim.slim import UNIT_DECODERS


class UnitRow(msgspec.Struct, gc=False):
    stream: str
    code: str = ""
    name: str = ""
    kind: str = ""
    parent: str = ""
    ended_on: str = ""
def fold(state: UnitRow | None, event: Any, row: Any) -> UnitRow:
    if isinstance(event, u.UnitRegistered):
        return UnitRow(row.stream, event.code, event.name, event.kind, event.parent)
    assert state
    match event:
        case u.UnitRenamed():
            state.name = event.name
        case u.UnitMoved():
            state.parent = event.parent
        case u.UnitKindChanged():
            state.kind = event.kind
        case _:
            state.ended_on = row.effective_on
    return state
UNITS = ReadModel(name="units", schema=1, columns=tuple((field, str) for field in UnitRow.__struct_fields__), decoders=UNIT_DECODERS, state=UnitRow, fold=fold)
