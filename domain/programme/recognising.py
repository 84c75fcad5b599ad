"""What follows a recognition: its validity, rewards, commendations, revocation, petition."""

from __future__ import annotations

from typing import Literal

from domain.programme.labels import Clauses, Labelled, Record


class Validity(Record, frozen=True, kw_only=True):
    """How long a recognition is valid (D-30)."""

    of: Literal["period"] = "period"
    default: str = "D-30"


class Cadence(Record, frozen=True, kw_only=True):
    """How often: every year, or in listed years of a term (D-38)."""

    every: Literal["year", "quarter", "month", "term"]
    years_of_term: list[int] = []
    term: int = 5
    encouraged: bool = False
    clause: Clauses = ""
    default: str = ""


class Reward(Labelled, frozen=True, kw_only=True):
    """A reward: its form, who gives it, which outcome level it asks for, how often.

    `streak` is how many periods in a row the subject must stand recognised, this one included;
    `consulted` whether it waits for a consultation that was closed.
    """

    form: str
    by: str
    level: str = ""
    money: str = ""
    cadence: Cadence | None = None
    recognised_years: int = 0
    streak: int = 0
    consulted: bool = False
    selection_vote: bool = False


class Commendation(Labelled, frozen=True, kw_only=True):
    """A commendation of a person that is no title: outstanding secretary, outstanding individual."""

    by: str
    on: str = ""


class Ground(Labelled, frozen=True, kw_only=True):
    """A ground for revocation, one of the law's or the guideline's own."""


class Revocation(Record, frozen=True, kw_only=True):
    """Who may find, how long the unit may explain, who decides, with which effects (D-31 to D-35)."""

    found_by: list[str]
    decided_by: str = "decider"
    explanation_days: int = 15
    grounds: dict[str, Ground]
    effects: list[Literal["from_now", "from_date", "as_if_never"]]
    recalls: list[str] = []
    cool_down_years: int = 0
    warn_after_years: int = 5
    clause: Clauses = ""
    default: str = ""


class Petition(Record, frozen=True, kw_only=True):
    """A unit's petition: days to answer; it does not suspend the decision (D-48)."""

    days: int = 30
    clause: Clauses = ""
    default: str = ""
