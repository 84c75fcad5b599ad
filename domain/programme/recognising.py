"""What follows a recognition: rewards, commendations, revocation, petition."""

from __future__ import annotations

from typing import Literal

from domain.programme.labels import Clauses, Labelled, Record


class Cadence(Record, frozen=True, kw_only=True):
    """How often: every year, or in listed years of a term (D-38); `first_year` is the first year of any term."""

    every: Literal["year", "quarter", "month", "term"]
    years_of_term: list[int] = []
    term: int = 5
    first_year: int = 0
    clause: Clauses = ""
    default: str = ""

    def year_of_term(self, year: int) -> int:
        """Which year of its term a year is, the first being 1."""
        return (year - self.first_year) % self.term + 1

    def falls_in(self, year: int) -> bool:
        """Whether a year is one of those listed; where none is, every year is."""
        return not self.years_of_term or self.year_of_term(year) in self.years_of_term


class Chosen(Labelled, frozen=True, kw_only=True):
    """What somebody may be chosen for by a vote: with more than a share of the votes cast, such as `1/2`."""

    selection_vote: bool = False
    selection_majority: str = "1/2"


class Reward(Chosen, frozen=True, kw_only=True):
    """A reward: who gives it, for which kinds of subject, which outcome level it asks for, how often.

    `streak` is how many periods in a row the subject must stand recognised, this one included;
    `recognised_years` in how many years, this one the last. `consulted` whether it waits for a consultation that
    was closed. No `subjects` are all.
    """

    subjects: list[str] = []
    by: str
    level: str = ""
    cadence: Cadence | None = None
    recognised_years: int = 0
    streak: int = 0
    consulted: bool = False


class Commendation(Chosen, frozen=True, kw_only=True):
    """A commendation of a person that is no title: outstanding secretary, outstanding individual.

    `on: review`: after a review held in the round. `leader`: of who leads the unit; `recognised`: of a unit, of the
    kinds in `subjects`, that is recognised in the round. `cadence` says in which years of a term.
    """

    by: str
    on: Literal["", "review"] = ""
    leader: bool = False
    recognised: bool = False
    cadence: Cadence | None = None
    subjects: list[str] = []


class Grade(Labelled, frozen=True, kw_only=True):
    """One of more than two levels of a decision, the highest first in the file: it recognises (`PASS`) or does not.

    `code` is what a sheet's level is called that comes to it. Its own consequences are the stage of the step whose
    `outcome` it is, the rewards that ask for it, and `waits_years`: how many years after its own the subject's next
    case waits for. No `subjects` are all.
    """

    code: str
    level: Literal["PASS", "FAIL"]
    waits_years: int = 0
    subjects: list[str] = []


Bound = Literal["refuse", "reason"]
"""What becomes of a departure: it is refused, or a reason is asked for."""


class Binding(Record, frozen=True, kw_only=True):
    """How an appraisal, a decision and a reward are bound to what stands in the case (D-24).

    Towards recognition: against a `sheet` that fails, a lost `vote`, the subject's own `claim` of not meeting it, or
    what came `later` than the sheet (a breach, a measure, a criterion less met, an inspection not in order). Away
    from it: `non_recognition` though nothing stands against it. `grade`: another of the programme's grades than the
    sheet came to. `own_claim` is of the subject, which claims to meet the title against its own sheet.
    """

    sheet: Bound = "refuse"
    vote: Bound = "refuse"
    claim: Bound = "reason"
    later: Bound = "reason"
    non_recognition: Bound = "reason"
    grade: Bound = "reason"
    own_claim: Bound = "refuse"
    clause: Clauses = ""
    default: str = ""


class Ground(Labelled, frozen=True, kw_only=True):
    """A ground for revocation, one of the law's or the guideline's own."""


class Revocation(Record, frozen=True, kw_only=True):
    """How long the unit may explain, on which grounds, with which effects (D-31 to D-35); who acts, its steps say."""

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
