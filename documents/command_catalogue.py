"""docs/commands.md, drawn from the catalogue: who may give a command, its data, its event."""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from domain.catalogue import VERBS, Permission, StreamKind, Verb
from domain.events.marks import marks_of
from words.language import LANGUAGES, say

_STREAMS: dict[StreamKind, tuple[str, str, str]] = {
    "case": ("Hồ sơ", "Cases", "`CASE`, hoặc `--programme --subject --period`"),
    "unit": ("Tổ chức đảng", "Units", "`UNIT`"),
    "person": ("Người", "Persons", "`PERSON`"),
    "programme": ("Chương trình", "Programmes", "`CODE`"),
    "round": ("Đợt", "Rounds", "`PROGRAMME:PERIOD`"),
    "unit-year": ("Số liệu năm của tổ chức", "Facts of a unit and a year", "`UNIT:YEAR`"),
    "log": ("Sổ", "The log", "–"),
}
_PERMISSIONS: dict[Permission, str] = {
    "role": "vai theo chương trình / the role that the programme names for the step",
    "opening": "người mở sổ chưa ai mở / whoever opens a log that nobody has opened",
    "set_up": "người thiết lập / the registrar",
    "superior": "người thiết lập hoặc cơ quan cấp trên / the registrar or an organ of a unit above",
    "unit": "cơ quan của tổ chức hoặc cấp trên / an organ of the unit or of a unit above",
}
_TYPES: dict[Any, str] = {
    str: "chữ / text",
    int: "số / whole number",
    bool: "`true` \\| `false`",
    date: "ngày / date",
    Decimal: "số / number",
}
_HEAD = """# Lệnh / Commands

Trang này được vẽ từ mã nguồn (`python -m scripts.draw_docs`) và được một phép thử so lại.
This page is drawn from the code and compared by a test.

Mỗi lệnh: `bontot do COMMAND [CASE] --by PERSON --reason TEXT --data JSON`. A field marked *
must be given; a field marked ⚙ is filled in by bontot; ✎ is free text that can be erased.
"""


def draw() -> str:
    """Answer the page as Markdown."""
    return "\n".join([_HEAD, *(_stream(stream) for stream in _STREAMS)])


def _stream(stream: StreamKind) -> str:
    vi, en, target = _STREAMS[stream]
    verbs = [verb for verb in VERBS.values() if verb.stream == stream]
    return "\n".join([f"## {vi} / {en}\n\nĐối tượng / target: {target}\n", *map(_verb, verbs)])


def _verb(verb: Verb) -> str:
    who = _PERMISSIONS[verb.permission]
    vi, en = (say(f"verb.{verb.verb}", language) for language in LANGUAGES)
    lines = [f"### `{verb.verb}` – {vi} / {en}\n", f"Ai / who: {who}  "]
    lines.append(f"Sự kiện / event: `{verb.event.TOPIC}`\n")
    fields = _fields(verb.payload)
    return "\n".join(
        [*lines, *fields, ""] if fields else [*lines, "Không cần dữ liệu / no data.\n"]
    )


def _fields(record: type[msgspec.Struct]) -> list[str]:
    hints = get_type_hints(record)
    said = marks_of(record)
    rows = []
    for field in msgspec.structs.fields(record):
        marks = "*" if field.required else ""
        marks += " ⚙" if said[field.name].filled_in else ""
        marks += " ✎" if hints[field.name] is str and said[field.name].erasable else ""
        rows.append(f"| `{field.encode_name}`{marks} | {_kind(hints[field.name])} |")
    return ["| dữ liệu / field | kiểu / type |", "|---|---|", *rows] if rows else []


def _kind(hint: Any) -> str:
    if hint in _TYPES:
        return _TYPES[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " \\| ".join(f"`{value}`" for value in arguments)
    if origin in (Union, types.UnionType):
        return " \\| ".join(_kind(argument) for argument in arguments if argument is not type(None))
    if origin is list:
        return f"danh sách / list of {_kind(arguments[0])}"
    if origin is dict:
        return f"{{{_kind(arguments[0])}: {_kind(arguments[1])}}}"
    return _record(hint)


def _record(hint: Any) -> str:
    if not (isinstance(hint, type) and issubclass(hint, msgspec.Struct)):
        return "bất kỳ / any"
    names = ", ".join(
        f"{field.encode_name}{'*' if field.required else ''}"
        for field in msgspec.structs.fields(hint)
    )
    return f"{{{names}}}"
