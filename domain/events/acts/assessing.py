"""What happens in the self-assessment: sheets, the aggregate, the level claimed, the vote."""

from __future__ import annotations

from decimal import Decimal

from domain.events.base import Data, Document, Level, Outcome, Sheet, StepTaken, Text
from domain.events.marks import Criterion, Decisive, FilledIn, LevelReached
from domain.events.unit_year import ClassificationLevel


class Scoring(Data, frozen=True, kw_only=True):
    """A sheet of one scorer, with what it came to. Commands leave `outcome` out."""

    sheet: Decisive[Sheet]
    outcome: Decisive[FilledIn[Outcome | None]] = None


class IndividualSheetSubmitted(StepTaken[Scoring], frozen=True, kw_only=True):
    TOPIC = "individual-sheet-submitted"


class Adoption(Data, frozen=True, kw_only=True):
    """The collective's aggregate sheet: where it departs from the mean, a reason (D-05).

    `mean` is filled by the decision from the individual sheets.
    """

    sheet: Decisive[Sheet]
    departures: dict[Criterion, Text] = {}
    mean: Decisive[FilledIn[dict[Criterion, Decimal]]] = {}
    outcome: Decisive[FilledIn[Outcome | None]] = None


class AggregateAdopted(StepTaken[Adoption], frozen=True, kw_only=True):
    TOPIC = "aggregate-adopted"


class Claim(Data, frozen=True, kw_only=True):
    """The level that the subject claims for itself; `departure` says why it is above what its sheet came to.

    `grade` is the one it claims. `classification` is the level of the annual classification that it claims with it,
    where both are one job (D-20).
    """

    level: Decisive[Level]
    grade: Decisive[LevelReached] = ""
    departure: Text = ""
    classification: ClassificationLevel | None = None


class LevelClaimed(StepTaken[Claim], frozen=True, kw_only=True):
    TOPIC = "level-claimed"


class CriterionVotes(Data, frozen=True, kw_only=True):
    """What the ballots say of one criterion, or of one group of them."""

    node: Decisive[Criterion]
    votes_for: Decisive[int]
    votes_against: Decisive[int]


class Ballots(Data, frozen=True, kw_only=True):
    """A counted vote: the roll, those present, ballots, votes (D-21). `passed` is filled in.

    `secret` is None where nobody said how the vote was held.
    `roll_known` is how many the log has on the roll of a whole cell that day, filled in where it keeps one;
    `roll_reason` says why the roll of the vote is another. `by_criterion` are the votes on each criterion where the
    programme asks for them, `lost_on` those that were not carried, filled in.
    """

    roll: Decisive[int]
    present: Decisive[int]
    issued: Decisive[int]
    returned: Decisive[int]
    valid: Decisive[int]
    invalid: Decisive[int]
    votes_for: Decisive[int]
    votes_against: Decisive[int]
    by_criterion: Decisive[list[CriterionVotes]] = []
    secret: bool | None = None
    counting_head: str = ""
    minutes: Document | None = None
    passed: Decisive[FilledIn[bool | None]] = None
    lost_on: Decisive[FilledIn[list[Criterion]]] = []
    roll_known: FilledIn[int | None] = None
    roll_reason: Text = ""


class BallotsCounted(StepTaken[Ballots], frozen=True, kw_only=True):
    TOPIC = "ballots-counted"
