"""docs/commands.md, drawn from the catalogue and the forms: who may give a command, its data, its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.forms import Field, fields_of
from domain.catalogue import VERBS, Permission, StreamKind, Verb
from words.language import LANGUAGES, Language, say
from words.sentences import of

if TYPE_CHECKING:
    from collections.abc import Callable

    from application.questions.form_choices import Choice

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
_HEAD = """# Lệnh / Commands

Trang này được vẽ từ mã nguồn (`python -m scripts.draw_docs`) và được một phép thử so lại.
This page is drawn from the code and compared by a test.

Mỗi lệnh: `bontot do COMMAND [CASE] --by PERSON --reason TEXT --data JSON`. A field marked * must be given; ⚙ is
filled in by bontot and refused when it is typed; ⚙? is filled in where it is left out; ✎ is free text that can be
erased. A date is typed as 31/12/2024 or 2024-12-31. `bontot forms COMMAND [CASE]` shows the same, with hints and the
choices of a case.
"""


def draw() -> str:
    """Answer the page as Markdown."""
    return "\n".join([_HEAD, *(_stream(stream) for stream in _STREAMS), _inside()])


def _stream(stream: StreamKind) -> str:
    vi, en, target = _STREAMS[stream]
    verbs = [verb for verb in VERBS.values() if verb.stream == stream]
    return "\n".join([f"## {vi} / {en}\n\nĐối tượng / target: {target}\n", *map(_verb, verbs)])


def _verb(verb: Verb) -> str:
    who = _PERMISSIONS[verb.permission]
    vi, en = (say(f"verb.{verb.verb}", language) for language in LANGUAGES)
    lines = [f"### `{verb.verb}` – {vi} / {en}\n", f"Ai / who: {who}  "]
    lines.append(f"Sự kiện / event: `{verb.event.TOPIC}`\n")
    fields = _fields(verb)
    return "\n".join(
        [*lines, *fields, ""] if fields else [*lines, "Không cần dữ liệu / no data.\n"]
    )


def _fields(verb: Verb) -> list[str]:
    rows = [_row(field) for field in fields_of(verb)]
    return [*_TABLE, *rows] if rows else []


_TABLE = ["| mục / field | tên gọi / title | kiểu / kind |", "|---|---|---|"]


def _row(field: Field) -> str:
    marks = "*" if field.required else ""
    marks += {"always": " ⚙", "if_left_out": " ⚙?"}.get(field.filled_in, "")
    marks += " ✎" if field.erasable else ""
    return f"| `{field.name}`{marks} | {_both(field.title)} | {_kind(field)} |"


def _kind(field: Field) -> str:
    if field.kind == "record":
        told = f"{{{', '.join(map(_starred, field.fields))}}}"
    elif field.choices:
        told = " \\| ".join(_choice(choice) for choice in field.choices)
    else:
        told = _said(f"kind.{field.kind}")
    if field.keyed_by:
        return f"{{{_said(f'kind.{field.keyed_by}')}: {told}}}"
    return f"danh sách / list: {told}" if field.many else told


def _starred(field: Field) -> str:
    return f"{field.name}{'*' if field.required else ''}"


def _choice(choice: Choice) -> str:
    vi, en = (of(choice.said, language) for language in LANGUAGES)
    return f"`{choice.value}` ({vi} / {en})"


def _inside() -> str:
    """The fields of records inside the data, each once."""
    found: dict[str, Field] = {}
    waiting = [field for verb in VERBS.values() for field in fields_of(verb)]
    while waiting:
        field = waiting.pop(0)
        if field.is_typed:
            inner = {_row(each): each for each in field.fields}
            found.update(inner)
            waiting.extend(inner.values())
    rows = sorted(found)
    return "\n".join(["## Bên trong nhóm mục / Inside groups of fields\n", *_TABLE, *rows, ""])


def _both(words: Callable[[Language], str]) -> str:
    vi, en = (words(language) for language in LANGUAGES)
    return f"{vi} / {en}" if vi != en else vi


def _said(key: str) -> str:
    return _both(lambda language: say(key, language))
