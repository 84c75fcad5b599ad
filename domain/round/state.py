"""What is known of a round."""

from __future__ import annotations

from datetime import date

import msgspec


class Selection(msgspec.Struct, frozen=True):
    """A choice for a reward: for whom, by which organ, resting on which cases."""

    reward: str
    subject: str
    organ: str
    cases: list[str]


class Round(msgspec.Struct):
    """A round as folded from its events; `extensions` by deadline and subject ("" for all)."""

    programme: str
    version: str
    period: str
    opened_on: date
    closing_on: date
    locked: bool = False
    pilot_units: list[str] = []
    extensions: dict[tuple[str, str], date] = {}
    reviews: list[str] = []
    commendations: list[tuple[str, str]] = []
    selections: list[Selection] = []
    reports: list[str] = []

    def extended(self, deadline: str, subject: str) -> date | None:
        """The day a deadline was moved to, for the subject first, else for all."""
        own = self.extensions.get((deadline, subject))
        return own or self.extensions.get((deadline, ""))
