"""The entry: every group of commands under one name."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, NoReturn

import typer

from application.failures import sentence
from application.running.settings import from_environ
from command_line import (
    cases,
    demo,
    do_and_play,
    forms,
    log,
    persons,
    programmes,
    registers,
    revocations,
    rounds,
    streams,
    units,
    year,
)
from command_line.terminal import Terminal
from words.language import chosen

if TYPE_CHECKING:
    from types import FrameType

app = typer.Typer(
    name="bontot",
    help="Quản lý việc công nhận “Chi bộ bốn tốt”. / Recognition programmes of Party organisations.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(programmes.app, name="programmes", help="Chương trình. / Programmes.")
app.add_typer(units.app, name="units", help="Tổ chức đảng. / Units.")
app.add_typer(persons.app, name="persons", help="Người. / Persons.")
app.add_typer(rounds.app, name="rounds", help="Đợt. / Rounds.")
app.add_typer(cases.app, name="cases", help="Hồ sơ. / Cases.")
app.add_typer(revocations.app, name="revocation", help="Huỷ bỏ công nhận. / Revocation.")
for group in (log, do_and_play, forms, registers, year, demo):
    group.add_to(app)


def main() -> None:
    """Run the command line; told to end, it leaves nothing half-made, as on Ctrl-C."""
    streams.opened()
    hung_up = getattr(signal, "SIGHUP", signal.SIGTERM)  # Windows has none
    for number in {signal.SIGTERM, hung_up}:
        signal.signal(number, _end)
    with streams.delivered(_complain):
        app(prog_name="bontot")


def _complain(failure: OSError) -> None:
    spoken = Terminal(from_environ("", ""))
    spoken.warn(sentence(failure, chosen(spoken.language)))


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
