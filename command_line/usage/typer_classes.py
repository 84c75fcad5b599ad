"""Commands and groups of commands whose help and errors are said in the language chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from command_line.usage.declaring import option
from command_line.usage.language import NAME, nearest
from command_line.usage.mistakes import WrongUseError, in_words, no_such_command, too_many
from command_line.usage.pages import Lines, write_page
from words.language import LANGUAGES


def _language(context: typer.Context, given: str) -> str:
    """What was given, where it names a language as `vi` or `en_GB.UTF-8` do."""
    if given and not given.startswith(LANGUAGES):
        raise WrongUseError(
            context, "usage.no_such_language", typed=given, known=", ".join(LANGUAGES)
        )
    return nearest(context, given)


Carried = TypeVar("Carried", bound=Callable[..., Any])
Language = Annotated[str, option(NAME, takes="lang", callback=_language)]
"""May stand anywhere: after the command, or before its name."""


class Command(TyperCommand):
    """A command: what its help and its errors say is looked up when it is said."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with in_words(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            raise too_many(ctx, rest)
        return rest

    def get_help_option(self, ctx: Any) -> Any:
        return _in_words(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Lines) -> None:
        write_page(ctx, formatter)


class Group(TyperGroup):
    """Commands under one name, with help and errors as those of a command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with in_words(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if self.get_command(ctx, args[0]) is None:
            raise no_such_command(ctx, args[0])
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        return _in_words(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Lines) -> None:
        write_page(ctx, formatter)


def _in_words(help_option: Any) -> Any:
    """The option for help, which typer makes by itself, with our key for its words."""
    help_option.help = "help.option.help"
    return help_option


class Commands(typer.Typer):
    """Where commands are added; the group itself takes the language and shows its help when no command is named."""

    def __init__(self) -> None:
        super().__init__(
            cls=Group,
            invoke_without_command=True,
            add_completion=False,
            pretty_exceptions_enable=False,
        )
        self.callback()(_group)

    def command(self, name: str | None = None, **more: Any) -> Callable[[Carried], Carried]:
        """As typer's, for commands of this file's kind."""
        return super().command(name, **({"cls": Command} | more))


def _group(
    context: typer.Context,
    lang: Language = "",  # noqa: ARG001 -- the commands below find it in the context
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help() + "\n", err=True)
        raise WrongUseError(context, "usage.no_command")
