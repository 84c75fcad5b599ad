"""Moments on the recorded axis as people type them: a position, a day, an instant (docs/time.md)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, TypedDict

from application.commands.typed_days import typed_day
from application.running.system import HERE
from domain.refusal import RefusedError, refusal
from words import kinds
from words.days import day_or_why, read_day
from words.values import local_day

if TYPE_CHECKING:
    from application.running.system import System


class UnreadableMomentError(RefusedError):
    """What was typed is neither a position nor a day nor an instant, whatever a log knows."""


def known_at(system: System, when: str) -> int | None:
    """The last position known at a moment; None where none is named.

    `when` is a position (inside a commit it means the commit's end), a day (its end) as 2024-12-05
    or 05/12/2024, or an ISO instant; without an offset it is the offices' time. Refuses what cannot
    be read (UnreadableMomentError), what lies in the future, and what is before the first event.
    """
    text = when.strip()
    if not text:
        return None
    if text.isascii() and text.isdecimal():
        return _at_position(system, text)
    return _at_instant(system, _read(text), text)


def _at_position(system: System, text: str) -> int:
    last, digits = system.ledger.head().position, text.lstrip("0")
    if not digits:
        raise _before_the_first(system)
    if len(digits) > len(str(last)) or int(digits) > last:
        raise RefusedError(
            [
                refusal(
                    "position_not_yet",
                    position=kinds.ordinal(digits),
                    last=kinds.ordinal(last),
                )
            ]
        )
    return system.ledger.commit_end(int(digits))


def _at_instant(system: System, instant: datetime, text: str) -> int:
    """The last position recorded by an instant; of a day that is not over what is known so far."""
    now = max(system.clock(), datetime.fromisoformat(system.ledger.head().recorded_at))
    if instant > now and read_day(text) != now.astimezone(HERE).date():
        raise RefusedError([refusal("moment_in_future", when=text)])
    position = system.ledger.position_at(instant.isoformat())
    if not position:
        raise _before_the_first(system)
    return system.ledger.commit_end(position)


def _read(text: str) -> datetime:
    try:
        return _instant(text)
    except RefusedError as refused:
        raise UnreadableMomentError(refused.refusals) from refused


def _before_the_first(system: System) -> RefusedError:
    began = kinds.instant(system.ledger.head_at(1).recorded_at)
    return RefusedError([refusal("before_the_first", began=began)])


def _instant(text: str) -> datetime:
    """The instant meant: the end of a day, or the instant itself, in UTC."""
    day = read_day(text)
    try:
        instant = datetime.combine(day, time.max) if day else datetime.fromisoformat(text)
        return (instant if instant.tzinfo else instant.replace(tzinfo=HERE)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _no_moment(text) from error


def _no_moment(text: str) -> RefusedError:
    """Why a text is no moment: what is written as a day is told what a day would be told."""
    day = text.partition("T")[0]
    if day_or_why(day) in {"impossible", "far_off"}:
        typed_day(day, "known_at")
    return RefusedError([refusal("moment_unreadable", when=text)])


class Asked(TypedDict):
    """Which moment a question is about, on both axes."""

    known_at: int | None
    as_of: date | None


def as_of(system: System, position: int | None, asked: date | None = None) -> date:
    """The effective date up to which a question looks.

    The one that was asked for; else today, or, as known at a position, the offices' day on which its last
    event was recorded: so that the answer never depends on the day on which it is asked.
    """
    if asked is not None:
        return asked
    if position is None:
        return system.today()
    return local_day(system.ledger.head_at(position).recorded_at)
