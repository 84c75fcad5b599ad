"""Decision and reward."""

from __future__ import annotations

from decimal import Decimal

from domain.events.base import Data, Level, Outcome, Sheet, StepTaken, Text
from domain.events.marks import Decisive, FilledIn, LevelReached, Money, PersonId, Reward


class Decision(Data, frozen=True, kw_only=True):
    """The decision on recognition. `departure` says why it departs from the proposal (D-24), or from what stands
    in the case. `related` are those of signer and voters who are related to the subject (D-22). `grade` is one of the
    programme's, where it has more than two levels.
    """

    level: Decisive[Level]
    grade: Decisive[LevelReached] = ""
    number: str
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    departure: Text = ""
    voters: list[PersonId] = []
    valid_for: FilledIn[str] = ""
    related: FilledIn[list[PersonId]] = []


class DecisionIssued(StepTaken[Decision], frozen=True, kw_only=True):
    TOPIC = "decision-issued"


class Supersession(Data, frozen=True, kw_only=True):
    """A new decision in the place of an earlier one, from its effective date on.

    `replaces` is the number of the decision it replaces, filled in by the decision. `departure` and `related` as in
    a decision, and so `grade`.
    """

    level: Decisive[Level]
    grade: Decisive[LevelReached] = ""
    number: str
    replaces: FilledIn[str] = ""
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    departure: Text = ""
    voters: list[PersonId] = []
    valid_for: FilledIn[str] = ""
    related: FilledIn[list[PersonId]] = []


class DecisionSuperseded(StepTaken[Supersession], frozen=True, kw_only=True):
    TOPIC = "decision-superseded"


class RewardDecision(Data, frozen=True, kw_only=True):
    """A reward with the recognition: key of the programme's rewards, number, money in VND.

    `departure` says why it is given against what stands in the case.
    """

    reward: Reward
    number: str
    money: Money[Decimal | None] = None
    departure: Text = ""


class RewardDecided(StepTaken[RewardDecision], frozen=True, kw_only=True):
    TOPIC = "reward-decided"


class Certificate(Data, frozen=True, kw_only=True):
    """A certificate handed over."""

    reward: Reward
    number: str


class CertificateIssued(StepTaken[Certificate], frozen=True, kw_only=True):
    TOPIC = "certificate-issued"
