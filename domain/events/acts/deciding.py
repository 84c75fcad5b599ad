"""Decision and reward."""

from __future__ import annotations

from decimal import Decimal

from domain.events.base import Data, Level, Outcome, Sheet, StepTaken, Text
from domain.events.marks import Decisive, FilledIn, Money, PersonId, Reward


class Decision(Data, frozen=True, kw_only=True):
    """The decision on recognition. `departure` says why it departs from the proposal (D-24)."""

    level: Decisive[Level]
    number: str
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    departure: Text = ""
    voters: list[PersonId] = []
    valid_for: FilledIn[str] = ""


class DecisionIssued(StepTaken[Decision], frozen=True, kw_only=True):
    TOPIC = "decision-issued"


class Supersession(Data, frozen=True, kw_only=True):
    """A new decision in the place of an earlier one, from its effective date on.

    `replaces` is the number of the decision it replaces, filled in by the decision.
    """

    level: Decisive[Level]
    number: str
    replaces: FilledIn[str] = ""
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    voters: list[PersonId] = []
    valid_for: FilledIn[str] = ""


class DecisionSuperseded(StepTaken[Supersession], frozen=True, kw_only=True):
    TOPIC = "decision-superseded"


class RewardDecision(Data, frozen=True, kw_only=True):
    """A reward with the recognition: key of the programme's rewards, number, money in VND."""

    reward: Reward
    number: str
    money: Money[Decimal | None] = None


class RewardDecided(StepTaken[RewardDecision], frozen=True, kw_only=True):
    TOPIC = "reward-decided"


class Certificate(Data, frozen=True, kw_only=True):
    """A certificate handed over."""

    reward: Reward
    number: str


class CertificateIssued(StepTaken[Certificate], frozen=True, kw_only=True):
    TOPIC = "certificate-issued"
