"""docs/commands.md, drawn from the catalogue and the forms: who may give a command, its data, its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.forms import Field, fields_of
from documents.both_languages import both, head, together
from domain.catalogue import VERBS, StreamKind, Verb
from words.language import LANGUAGES
from words.sentences import of

if TYPE_CHECKING:
    from application.questions.form_choices import Choice

_TARGETS: dict[StreamKind, str] = {
    "case": "`CASE`, `--programme --subject --period`",
    "unit": "`UNIT`",
    "person": "`PERSON`",
    "programme": "`CODE`",
    "round": "`PROGRAMME:PERIOD`",
    "unit-year": "`UNIT:YEAR`",
    "log": "–",
}


def draw() -> str:
    """Answer the page as Markdown."""
    return "\n".join([head("commands"), *map(_stream, _TARGETS), _inside()])


def _stream(stream: StreamKind) -> str:
    verbs = [verb for verb in VERBS.values() if verb.stream == stream]
    title, target = both(f"page.stream.{stream}"), f"{both('page.target')}: {_TARGETS[stream]}"
    return "\n".join([f"## {title}\n\n{target}\n", *map(_verb, verbs)])


def _verb(verb: Verb) -> str:
    lines = [f"### `{verb.verb}` – {both(f'verb.{verb.verb}')}\n"]
    lines.append(f"{both('page.who')}: {both(f'page.permission.{verb.permission}')}  ")
    lines.append(f"{both('page.event')}: `{verb.event.TOPIC}`\n")
    return "\n".join([*lines, *(_fields(verb) or [f"{both('page.no_data')}\n"])])


def _fields(verb: Verb) -> list[str]:
    rows = [_row(field) for field in fields_of(verb)]
    return [*_table_head(), *rows, ""] if rows else []


def _table_head() -> list[str]:
    titles = [both(f"page.column.{name}") for name in ("field", "title", "kind")]
    return [f"| {' | '.join(titles)} |", "|---|---|---|"]


def _row(field: Field) -> str:
    marks = "*" if field.required else ""
    marks += {"always": " ⚙", "if_left_out": " ⚙?"}.get(field.filled_in, "")
    marks += " ✎" if field.erasable else ""
    return f"| `{field.name}`{marks} | {together(field.title)} | {_kind(field)} |"


def _kind(field: Field) -> str:
    if field.kind == "record":
        told = f"{{{', '.join(map(_starred, field.fields))}}}"
    elif field.choices:
        told = " \\| ".join(_choice(choice) for choice in field.choices)
    else:
        told = both(f"kind.{field.kind}")
    if field.keyed_by:
        return f"{{{both(f'kind.{field.keyed_by}')}: {told}}}"
    return f"{both('page.list')}: {told}" if field.many else told


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
    return "\n".join([f"## {both('page.inside')}\n", *_table_head(), *rows, ""])
