"""The language of a line: `--lang` wherever it stands in it, else that of the settings."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from application.running.settings import from_environ
from words.language import LANGUAGES, Language, chosen

NAME = "--lang"


def language_of(typed: Sequence[str]) -> Language:
    """The language in which to answer a line, whether or not anything else in it can be understood."""
    given = ""
    for at, word in enumerate(typed):
        if word == "--":
            break
        if word == NAME:
            given = next(iter(typed[at + 1 :]), "")
        elif word.startswith(f"{NAME}="):
            given = word.removeprefix(f"{NAME}=")
    return chosen(from_environ(language=given).language)


def spoken_in(context: typer.Context) -> Language:
    """The language of the line that a context belongs to."""
    return context.obj if context.obj in LANGUAGES else language_of(())


def nearest(context: typer.Context, given: str) -> str:
    """The language given to this command, else the one given before its name; empty where there is none."""
    above = context.parent.params.get("lang") if context.parent else ""
    return given or above or ""
