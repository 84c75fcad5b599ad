"""The help page of a command: how it is used, what it does, its arguments, options and commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from command_line.usage.language import spoken_in
from words.language import Language, say

Row = tuple[str, str]
"""A name, and what is said of it."""


class Lines(Protocol):
    """What typer hands to a command that writes its own page: it indents and breaks lines."""

    def write_usage(self, prog: str, args: str = ..., prefix: str | None = ...) -> None: ...
    def write_paragraph(self) -> None: ...
    def write_text(self, text: str) -> None: ...
    def write_dl(self, rows: Sequence[Row]) -> None: ...
    def indentation(self) -> AbstractContextManager[None]: ...
    def section(self, name: str) -> AbstractContextManager[None]: ...


def write_page(context: Any, lines: Lines) -> None:
    """Write the whole help page of a context's command."""
    language = spoken_in(context)
    lines.write_usage(context.command_path, pieces(context), say("usage.usage", language) + " ")
    lines.write_paragraph()
    with lines.indentation():
        lines.write_text(say(key_of(context), language))
    for title, rows in (
        ("usage.arguments", list(_parameters(context, "argument", language))),
        ("usage.options", list(_parameters(context, "option", language))),
        ("usage.commands", list(_commands(context, language))),
    ):
        if rows:
            with lines.section(say(title, language)):
                lines.write_dl(rows)


def pieces(context: Any) -> str:
    """What stands after the name of a command in its line of usage."""
    language, command = spoken_in(context), context.command
    arguments = [
        _usage(parameter, language)
        for parameter in command.params
        if parameter.param_type_name == "argument"
    ]
    below = [say("usage.a_command", language)] if hasattr(command, "commands") else []
    return " ".join([say("usage.some_options", language), *arguments, *below])


def key_of(context: Any) -> str:
    """The key of what a command is for: `help.cases.list`, by the names typed to reach it."""
    names: list[str] = []
    while context.parent is not None:
        names.insert(0, context.info_name)
        context = context.parent
    return ".".join(["help", *(names or ["bontot"])])


def name_of(parameter: Any, language: Language) -> str:
    """An argument or an option as it is typed: `UNIT`, `--by PERSON`, `--late / --in-time`."""
    value = say(parameter.metavar, language) if parameter.metavar else ""
    if parameter.param_type_name == "argument":
        return value
    names = [" ".join(filter(None, (name, value))) for name in parameter.opts]
    return " / ".join([*names, *parameter.secondary_opts])


def said_of(parameter: Any, language: Language) -> str:
    """What an argument or an option is for."""
    return say(parameter.help, language)


def _usage(argument: Any, language: Language) -> str:
    name = name_of(argument, language) + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _parameters(context: Any, kind: str, language: Language) -> Iterator[Row]:
    for parameter in context.command.get_params(context):
        if parameter.param_type_name == kind:
            notes = "; ".join(_notes(parameter, language))
            about = said_of(parameter, language)
            yield name_of(parameter, language), f"{about} ({notes})" if notes else about


def _notes(parameter: Any, language: Language) -> Iterator[str]:
    """Whether it must be given, may be given several times, within which bounds, and what it is otherwise."""
    if parameter.required:
        yield say("usage.required", language)
    if parameter.param_type_name == "option" and parameter.multiple:
        yield say("usage.several", language)
    if parameter.min is not None:
        yield say("usage.between", language, least=parameter.min, most=parameter.max)
    if parameter.default not in (None, "", False):
        yield say("usage.otherwise", language, value=parameter.default)


def _commands(context: Any, language: Language) -> Iterator[Row]:
    above = "" if context.parent is None else key_of(context).removeprefix("help.") + "."
    for name in getattr(context.command, "commands", ()):
        yield name, say(f"help.{above}{name}", language)
