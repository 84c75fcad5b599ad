"""The list of refused commands, counted by day, person, command, what it was about, and reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from domain.catalogue import VERBS
from words.kinds import Kind, Said, many, of
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("day", "date"), Column("actor", "person"), Column("command", "verb"),
    Column("about", "lines"), Column("reasons", "lines"), Column("count", "number", word="times"),
)  # fmt: skip
"""What a list of refusals shows people, in order."""
_SUBJECTS = ("unit:", "member:")
_CASE = re.compile(r"(case:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class RefusalRow(msgspec.Struct, frozen=True, kw_only=True):
    """So many refusals as `refusals --json` prints them.

    `stream` is what the command named, in the words of whoever sent it; `guards` are the codes of
    the reasons, whose values are not kept.
    """

    day: str
    actor: str
    command: str
    stream: str
    guards: tuple[str, ...]
    count: int

    @property
    def about(self) -> list[Said]:
        """What was named: a subject, a round's programme and period, a unit's year, a code."""
        verb = VERBS.get(self.command)
        words = self.stream.split()
        return [_named(word, verb.stream if verb else "", len(words) > 1) for word in words]

    @property
    def reasons(self) -> list[Said]:
        """The reasons as sentences, with what stood there, in brackets, for the values that are not kept."""
        return [*many("refusal", self.guards).value]


def _named(word: str, stream: str, is_one_of_many: bool) -> Said:
    if word.startswith(_SUBJECTS):
        return of("subject", word)
    if stream == "unit-year":
        return of("stream", f"unit-year:{word}")
    if _CASE.fullmatch(word):
        return of("case", word.removeprefix("case:"))
    kind: Kind = "programme" if is_one_of_many else _KINDS.get(stream, "text")
    return of(kind, word.removeprefix("case:"))


_KINDS: dict[str, Kind] = {
    "case": "case", "unit": "unit", "person": "person", "programme": "programme", "round": "round",
}  # fmt: skip
"""What the one word is that names a stream."""


def refusals(system: System) -> list[RefusalRow]:
    """Every refusal that was counted."""
    return [RefusalRow(**row._asdict()) for row in system.ledger.refusals()]
