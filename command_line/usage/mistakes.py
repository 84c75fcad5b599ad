"""What was typed wrongly, told by keys of the catalogues; typer's own sentences are English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import typer

from command_line.usage.language import spoken_in
from command_line.usage.pages import name_of, pieces, said_of
from words.language import say


class WrongUseError(Exception):
    """A line that cannot be carried out as it was typed, in words; the context is the command's."""

    def __init__(self, context: Any, key: str, /, **values: object) -> None:
        self.context = context
        self.reason = say(key, spoken_in(context), **values)
        super().__init__(self.reason)

    @property
    def sentences(self) -> str:
        """What is wrong, how the command is used, and where its help is."""
        language, path = spoken_in(self.context), self.context.command_path
        usage = f"{say('usage.usage', language)} {path} {pieces(self.context)}"
        return "\n".join([f"✗ {self.reason}", usage, say("usage.see_help", language, command=path)])


@contextmanager
def in_words(context: Any) -> Iterator[None]:
    """What typer finds wrong with a line is raised as a WrongUseError."""
    try:
        yield
    except typer.TyperException as error:
        tell = _BY_NAME.get(type(error).__name__, _not_understood)
        raise tell(context, error) from error


def no_such_command(context: Any, typed: str) -> WrongUseError:
    """There is no command of that name in a group; the nearest ones are named."""
    near = get_close_matches(typed, context.command.commands)
    return _near(context, "usage.no_such_command", _shown(typed), near)


def too_many(context: Any, rest: list[str]) -> WrongUseError:
    """More was typed than the command takes."""
    return WrongUseError(context, "usage.too_many", typed=" ".join(map(_shown, rest)))


def _no_such_option(context: Any, error: Any) -> WrongUseError:
    near = sorted(error.possibilities or ())
    return _near(context, "usage.no_such_option", _shown(error.option_name), near)


def _near(context: Any, key: str, typed: str, near: list[str]) -> WrongUseError:
    if not near:
        return WrongUseError(context, key, typed=typed)
    return WrongUseError(context, f"{key}_near", typed=typed, near=", ".join(near))


def _value_or_none(context: Any, error: Any) -> WrongUseError:
    """A flag with a value, or an option at the end of the line that needs one."""
    option = next(
        each
        for each in context.command.get_params(context)
        if error.option_name in (*each.opts, *each.secondary_opts)
    )
    key = "usage.takes_no_value" if option.is_flag else "usage.needs_value"
    return WrongUseError(context, key, name=name_of(option, spoken_in(context)))


def _missing(context: Any, error: Any) -> WrongUseError:
    language = spoken_in(context)
    name, about = name_of(error.param, language), said_of(error.param, language)
    return WrongUseError(context, "usage.missing", name=name, about=about)


def _bad_value(context: Any, error: Any) -> WrongUseError:
    """A value of the wrong type; the checker of types that typer asks knows what was typed."""
    language, found = spoken_in(context), error.__cause__.errors()[0]
    key, values = _wanted(error.param)
    return WrongUseError(
        context,
        "usage.bad_value",
        name=name_of(error.param, language),
        typed=_shown(str(found["input"])),
        wanted=say(key, language, **values),
    )


def _wanted(parameter: Any) -> tuple[str, dict[str, object]]:
    """What may stand for a parameter: the commands take choices, whole numbers, text and paths."""
    choices = parameter.type_descriptor.choices
    if choices:
        return "usage.one_of", {"choices": ", ".join(map(str, choices))}
    if parameter.min is not None:
        return "usage.between", {"least": parameter.min, "most": parameter.max}
    return "usage.whole_number", {}


def _not_understood(context: Any, _error: Any) -> WrongUseError:
    return WrongUseError(context, "usage.not_understood")


_BY_NAME: dict[str, Callable[[Any, Any], WrongUseError]] = {
    "NoSuchOption": _no_such_option,
    "BadOptionUsage": _value_or_none,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
"""By the name of typer's exception: it makes none of these public but `BadParameter`."""


def _shown(typed: str) -> str:
    """What was typed, with signs that would move the cursor or ring the bell spelled out."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in typed
    )
