"""Days and instants that stand after an option: what cannot be read is a wrong use (exit 2), as moments in `terminal`.

What can be read and the log knows nothing of, a moment to come, a position that there is not yet, is refused (exit 1),
as a day in `--data` is that is none: it is the command's, not the line's.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from application.commands.typed_days import typed_day
from application.questions import moments
from application.running.system import local
from command_line.terminal import WRONG_USE
from domain.refusal import RefusedError

if TYPE_CHECKING:
    from datetime import date

    from application.questions.moments import Asked
    from application.running.system import System
    from command_line.terminal import Terminal


def day(spoken: Terminal, text: str, field: str = "on") -> date | None:
    """The date typed for a field; empty is None. Says why it is none and ends with exit code 2."""
    try:
        return typed_day(text, field) if text.strip() else None
    except RefusedError as refused:
        spoken.refused(refused.refusals)
        raise typer.Exit(WRONG_USE) from None


def instant(spoken: Terminal, text: str) -> datetime | None:
    """The instant typed in ISO form; empty is None."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
        local(found).astimezone(UTC)
    except (ValueError, OverflowError):  # at the end of all years there is none in another zone
        spoken.wrong_use("cli.no_instant", text=text)
    return found


def asked(spoken: Terminal, system: System, known_at: str, as_of: str) -> Asked:
    """What was typed for `--known-at` and `--as-of`; raises RefusedError for what the log has not."""
    return {"as_of": day(spoken, as_of, "as_of"), "known_at": moments.known_at(system, known_at)}
