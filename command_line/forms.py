"""What a command asks for, shown as a table: its fields, what may stand there, what is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from application.questions import command_list
from application.questions.cases import rules_asked
from application.questions.forms import About, Field, form_of
from application.questions.named_case import target_named
from command_line.naming import Period, Programme
from command_line.options import AsJson, Database, Language
from command_line.terminal import opened
from command_line.usage.declaring import argument
from words.language import chosen, find, say
from words.sentences import of
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.questions.form_choices import Choice
    from command_line.terminal import Terminal

MANY = 12
"""Choices that are listed in a table; all of them stand in the JSON."""
COLUMNS = (
    Column("form.path", "code"), Column("form.title"), Column("form.kind"), Column("form.typed"),
    Column("form.choices", "lines"), Column("form.hint"),
)  # fmt: skip


def add_to(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("forms")(form)


def form(
    verb: Annotated[str, argument("command", key="command_or_none")] = "",
    case: Annotated[str, argument("case", key="case_of_form")] = "",
    period: Period = "",
    programme: Programme = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """The form of a command; without one, the list of commands."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        if not verb:
            spoken.answer(command_list.COLUMNS, command_list.commands(system))
            spoken.say("cli.see_form")
            return
        named, subject = target_named(system, verb, case, period, programme)
        spoken.speak_of(rules_asked(system, named, programme))
        about = About(named, programme, subject, period) if subject else About(named)
        fields = form_of(system, verb, about)
        if spoken.as_json:
            spoken.json([_document(field, spoken) for field in fields])
            return
        if not fields:
            spoken.say("cli.no_data_needed")
            return
        spoken.table(COLUMNS, [row for field in fields for row in _rows(field, "", spoken)])


def _rows(field: Field, above: str, spoken: Terminal) -> Iterator[tuple[Any, ...]]:
    """A field and, below it, those of its record; of what nobody types the record stays closed."""
    language = chosen(spoken.language)
    name = f"{above}{field.name}"
    typed = field.filled_in or ("required" if field.required else "free")
    yield (
        name,
        field.title(language),
        _kind(field, spoken),
        say(f"form.{typed}", language),
        _listed(field, spoken),
        field.hint(language),
    )
    for each in field.fields if field.is_typed else ():
        yield from _rows(each, f"{name}.", spoken)


def _kind(field: Field, spoken: Terminal) -> str:
    language = chosen(spoken.language)
    said = find(f"kind.{field.kind}", language) or field.kind
    return say("form.many", language, kind=said) if field.many else said


def _listed(field: Field, spoken: Terminal) -> list[str]:
    told = [f"{choice.value} ({_said(choice, spoken)})" for choice in field.choices[:MANY]]
    return [*told, "…"] if len(field.choices) > MANY else told


def _said(choice: Choice, spoken: Terminal) -> str:
    said = of(choice.said, chosen(spoken.language), spoken.names)
    return f"{said}, {spoken.value(choice.on, 'date')}" if choice.on else said


def _document(field: Field, spoken: Terminal) -> dict[str, Any]:
    language = chosen(spoken.language)
    return {
        "name": field.name,
        "title": field.title(language),
        "hint": field.hint(language),
        "kind": field.kind,
        "required": field.required,
        "filled_in": field.filled_in,
        "erasable": field.erasable,
        "many": field.many,
        "keyed_by": field.keyed_by,
        "choices": [{"value": each.value, "title": _said(each, spoken)} for each in field.choices],
        "fields": [_document(each, spoken) for each in field.fields],
    }
