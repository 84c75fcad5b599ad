"""Options and arguments, declared by keys of the catalogues instead of words."""

from __future__ import annotations

from typing import Any

import typer


def option(*names: str, takes: str = "", key: str = "", **more: Any) -> Any:
    """An option for an annotation: `help.option.<key>` says what it is for, `help.value.<takes>` what stands after it.

    The key is the first name without its dashes where none is given.
    """
    found = key or names[0].partition("/")[0].strip("-").replace("-", "_")
    metavar = f"help.value.{takes}" if takes else None
    return typer.Option(*names, metavar=metavar, help=f"help.option.{found}", **more)


def argument(takes: str, key: str = "", **more: Any) -> Any:
    """An argument for an annotation: `help.value.<takes>` is its name, `help.argument.<key>` what it is."""
    return typer.Argument(
        metavar=f"help.value.{takes}", help=f"help.argument.{key or takes}", **more
    )
