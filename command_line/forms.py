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
    from collections.abc import Iterable, Iterator

    from application.questions.form_choices import Choice
    from command_line.terminal import Terminal

MANY = 12
"""Persons beyond these are not listed: one is searched for. Any other choices are listed, all of them."""
COLUMNS = (Column("form.path", "code"), Column("form.title", "lines"), Column("form.kind", "lines"))
CHOICES = (Column("form.choice", "code"), Column("form.meaning"))


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
        _tell(spoken, list(_every(fields)))


def _every(fields: Iterable[Field], above: str = "") -> Iterator[tuple[str, Field]]:
    """Every field by its path; of what nobody types the record stays closed."""
    for field in fields:
        path = f"{above}{field.name}"
        yield path, field
        yield from _every(field.fields if field.is_typed else (), f"{path}.")


def _tell(spoken: Terminal, fields: list[tuple[str, Field]]) -> None:
    """The fields, then each list of choices once, so that neither cuts the other."""
    spoken.table(COLUMNS, [_row(path, field, spoken) for path, field in fields])
    offered: dict[tuple[Choice, ...], list[str]] = {}
    for path, field in fields:
        offered.setdefault(field.choices, []).append(path)
    kinds = {field.choices: field.keyed_by or field.kind for _, field in fields}
    for choices, paths in offered.items():
        if choices:
            _tell_choices(spoken, ", ".join(paths), kinds[choices], choices)


def _tell_choices(spoken: Terminal, paths: str, kind: str, choices: tuple[Choice, ...]) -> None:
    if kind == "person" and len(choices) > MANY:
        spoken.say("form.persons_to_choose", fields=paths, count=len(choices))
        return
    spoken.say("form.choices_for", fields=paths)
    spoken.table(CHOICES, [(choice.value, _said(choice, spoken)) for choice in choices])


def _row(path: str, field: Field, spoken: Terminal) -> tuple[str, list[str], list[str]]:
    language = chosen(spoken.language)
    typed = field.filled_in or ("required" if field.required else "free")
    told = [field.title(language), field.hint(language)]
    return path, list(filter(None, told)), [_kind(field, spoken), say(f"form.{typed}", language)]


def _kind(field: Field, spoken: Terminal) -> str:
    language = chosen(spoken.language)
    said = find(f"kind.{field.kind}", language) or field.kind
    return say("form.many", language, kind=said) if field.many else said


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
