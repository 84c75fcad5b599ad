"""What is known of a round."""

from __future__ import annotations

from datetime import date

import msgspec

from domain.events.round import LocalCriterion


class Selection(msgspec.Struct, frozen=True):
    """A choice for a reward: for whom, by which organ, resting on which cases."""

    reward: str
    subject: str
    organ: str
    cases: list[str]


class Held(msgspec.Struct, frozen=True):
    """A review held or a report filed on the round: which, on which day (ISO text), by which organ."""

    what: str
    on: str
    organ: str


class Tailored(msgspec.Struct, frozen=True):
    """Local criteria of one organ: from which day (ISO text), by a paper of which number, which they are."""

    on: str
    number: str
    added: list[LocalCriterion]


class Seal(msgspec.Struct, frozen=True):
    """The figures of a round as they were sealed: by whom, on which day, what was known."""

    position: int
    root: str
    recorded_at: str
    figures: dict[str, int]
    digest: str
    on: str
    signed_by: str
    organ: str


class Round(msgspec.Struct):
    """A round as folded from its events; `extensions` by deadline and subject ("" for all).

    `tailored` are local criteria by organ and set. `sealed` is whether it was sealed since it was locked the last time;
    `seals` are all there were.
    """

    programme: str
    version: str
    period: str
    opened_on: date
    closing_on: date
    locked: bool = False
    sealed: bool = False
    seals: list[Seal] = []
    pilot_units: list[str] = []
    extensions: dict[tuple[str, str], date] = {}
    reviews: list[str] = []
    commendations: list[tuple[str, str]] = []
    selections: list[Selection] = []
    reports: list[str] = []
    reviews_held: list[Held] = []
    reports_filed: list[Held] = []
    tailored: dict[tuple[str, str], Tailored] = {}

    def extended(self, deadline: str, subject: str) -> date | None:
        """The day a deadline was moved to, for the subject first, else for all."""
        own = self.extensions.get((deadline, subject))
        return own or self.extensions.get((deadline, ""))
