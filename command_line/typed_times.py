"""Days, instants and moments that stand after an option, all read here: what cannot be read is a wrong use (exit 2).

What can be read and the log knows nothing of, a moment to come, a position that there is not yet, is refused (exit 1),
as a day in `--data` is that is none: it is the command's, not the line's.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from application.commands.typed_days import typed_day
from application.questions import moments
from command_line.terminal import WRONG_USE
from domain.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from application.questions.moments import Asked
    from application.running.system import System
    from command_line.terminal import Terminal


@contextmanager
def _read(spoken: Terminal) -> Iterator[None]:
    try:
        yield
    except RefusedError as refused:
        spoken.refused(refused.refusals)
        raise typer.Exit(WRONG_USE) from None


def day(spoken: Terminal, text: str, field: str = "on") -> date | None:
    """The date typed for a field; empty is None."""
    with _read(spoken):
        return typed_day(text, field) if text.strip() else None


def instant(spoken: Terminal, text: str) -> datetime | None:
    """The instant typed in ISO form; empty is None."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        spoken.wrong_use("cli.no_instant", text=text)


def position(spoken: Terminal, system: System, text: str) -> int | None:
    """The last position known at a moment that was typed; empty is None. Raises RefusedError for one not there."""
    with _read(spoken):
        moments.read_moment(text)
    return moments.known_at(system, text)


def asked(spoken: Terminal, system: System, known_at: str, as_of: str) -> Asked:
    """What was typed for `--known-at` and `--as-of`; raises RefusedError for what the log has not."""
    return {"as_of": day(spoken, as_of, "as_of"), "known_at": position(spoken, system, known_at)}
