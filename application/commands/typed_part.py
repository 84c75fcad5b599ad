"""What a programme names by a code (a ground, a reward, a report) as people type it: the code, or its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.editions import programmes_in
from words.folded import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from application.commands.typed_names import Read
    from application.running.world import LedgerWorld
    from domain.programme.model import Programme
    from words.kinds import Labelled

PARTS: Mapping[str, Callable[[Programme], Mapping[str, Labelled]]] = {
    "ground": lambda programme: programme.revocation.grounds,
    "reward": lambda programme: programme.rewards,
    "report": lambda programme: programme.reports,
    "review": lambda programme: programme.reviews,
    "commendation": lambda programme: programme.commendations,
}
"""By the kind of a field, what it may name in a programme."""


def part_reading(kind: str) -> Read:
    """How a text is read that names a part of a programme: what is none, or may be several, stays as it was typed.

    Whether the programme of the case has it is asked where the command is decided.
    """

    def read(text: str, world: LedgerWorld, about: str = "") -> str:
        del about
        meant = {code for code, words in _called(kind, world) if folded(text) in words}
        return meant.pop() if len(meant) == 1 else text

    return read


def _called(kind: str, world: LedgerWorld) -> Iterator[tuple[str, set[str]]]:
    for programme in programmes_in(world):
        for code, label in PARTS[kind](programme).items():
            yield code, {folded(code), folded(label.vi), folded(label.en)}
