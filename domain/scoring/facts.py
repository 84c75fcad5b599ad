"""Measured values that a sheet is scored with, each with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from domain.events.acts.preparing import OwnTask
from domain.events.base import Reliance
from domain.scoring.value import Ratio, Value, Values

if TYPE_CHECKING:
    from domain.programme.criteria import Node

__all__ = ["Facts", "Measured", "Ratio", "Value", "Values"]


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A measured value, or none; the events it was read from; whether these are final (D-20)."""

    value: Value | Values | None = None
    reliances: list[Reliance] = []
    final: bool = True


class Facts(msgspec.Struct, frozen=True):
    """Measured values by measure name; counts of cases and classifications by node id.

    `provisional_allowed` are the names that need not be final before a decision. `tasks` are those that the subject
    registered for itself, by the id of the criterion.
    """

    measured: dict[str, Measured] = {}
    provisional_allowed: frozenset[str] = frozenset()
    tasks: dict[str, list[OwnTask]] = {}

    def of(self, node: Node) -> Measured:
        """Answer what was measured for a node: its own count first, then its measure."""
        return self.measured.get(node.id) or self.named(node.measure)

    def named(self, measure: str) -> Measured:
        """Answer what was measured under a name; an empty record where nothing was."""
        return self.measured.get(measure, NOTHING)

    @property
    def reliances(self) -> list[Reliance]:
        """Everything that any value rests on, each once."""
        relied = [r for measured in self.measured.values() for r in measured.reliances]
        return list({(r.stream, r.version, r.use, r.value): r for r in relied}.values())

    @property
    def not_final(self) -> list[str]:
        """Names of the values that are still provisional though they must be final."""
        return [
            name
            for name, measured in self.measured.items()
            if not measured.final and name not in self.provisional_allowed
        ]


NOTHING = Measured()
