"""The entry: every group of commands under one name."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from typer.main import get_command

from application.running.failures import sentence
from application.running.settings import from_environ
from command_line import (
    backups,
    cases,
    demo,
    do_and_play,
    forms,
    log,
    papers,
    persons,
    programmes,
    registers,
    revocations,
    rounds,
    search,
    serving,
    streams,
    units,
    year,
)
from command_line.terminal import WRONG_USE, Terminal
from command_line.usage.language import language_of
from command_line.usage.mistakes import WrongUseError
from command_line.usage.typer_classes import Commands
from words.language import say

if TYPE_CHECKING:
    from types import FrameType

app = Commands()
for name, group in {
    "programmes": programmes,
    "units": units,
    "persons": persons,
    "rounds": rounds,
    "cases": cases,
    "documents": papers,
    "revocation": revocations,
}.items():
    app.add_typer(group.app, name=name)
for commands in (log, do_and_play, forms, registers, search, year, demo, serving, backups):
    commands.add_to(app)


def main() -> None:
    """Run the command line; told to end, it leaves nothing half-made, as on Ctrl-C."""
    streams.opened()
    hung_up = getattr(signal, "SIGHUP", signal.SIGTERM)  # Windows has none
    for number in {signal.SIGTERM, hung_up}:
        signal.signal(number, _end)
    with streams.delivered(_complain):
        sys.exit(run())


@cache
def tree() -> Any:
    """Every command and group below `bontot`, with what each takes."""
    return get_command(app)


def run(typed: Sequence[str] | None = None) -> int:
    """Carry out one line, that of the process where none is given; its exit code."""
    arguments = sys.argv[1:] if typed is None else typed
    language = language_of(arguments)
    if not all(map(_is_text, arguments)):
        typer.echo(say("cli.typed_no_text", language), err=True)
        return WRONG_USE
    try:
        return tree().main(typed, prog_name="bontot", standalone_mode=False, obj=language) or 0
    except WrongUseError as wrong:
        typer.echo(wrong.sentences, err=True)
        return WRONG_USE


def _is_text(argument: str) -> bool:
    """Bytes that are no UTF-8 arrive as halves of characters, which nothing can look up or print."""
    return argument.isascii() or argument == argument.encode("utf-8", "ignore").decode()


def _complain(failure: OSError) -> None:
    spoken = Terminal(from_environ("", ""))
    spoken.fail(sentence(failure, language_of(sys.argv[1:])))


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
