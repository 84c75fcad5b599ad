"""The demonstration: the whole thing, on the five guidelines."""

from __future__ import annotations

from pathlib import Path

import typer

from command_line.demonstration import run
from command_line.options import Language, Out
from command_line.terminal import terminal


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(out: Out = Path("var") / "demo", lang: Language = "") -> None:
    """All five guidelines from end to end."""
    with terminal("", lang) as spoken:
        run(spoken, out)
