"""A vote while its ballots are typed: the roll that the log knows, what does not add up, whether it is carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import convert
from msgspec.structs import replace

from domain.case.ballots import carried
from domain.case.guards.assessment import lost
from domain.case.guards.voting import ballot_refusals
from domain.case.voting_roll import VotingRoll, voting_roll
from domain.events.details import Ballots

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.case.situation import Situation
    from domain.refusal import Refusal

COUNTED = (
    "roll", "present", "issued", "returned", "valid", "invalid", "votes_for", "votes_against",
)  # fmt: skip
"""The figures of a vote in the order in which they come out of the box."""
_ADD_UP = {
    "ballots_present": ("roll", "present"),
    "ballots_issued": ("present", "issued"),
    "ballots_returned": ("issued", "returned"),
    "ballots_valid": ("returned", "valid", "invalid"),
    "ballots_votes": ("valid", "votes_for", "votes_against"),
}
"""The figures that each rule compares: it says nothing before all of them are typed."""


class BallotsSoFar(NamedTuple):
    """`known` is the roll of the log, None where it keeps none; `wrong` what does not add up.

    `carried` is None before every figure is typed and adds up, and where the programme asks for no vote; `lost` says
    why it is not.
    """

    known: VotingRoll | None
    wrong: list[Refusal]
    carried: bool | None
    lost: Refusal | None


def ballots_so_far(situation: Situation, typed: Mapping[str, str], organ: str) -> BallotsSoFar:
    """What the figures typed so far come to; `organ` is the body that votes, empty for the cell of the case."""
    figures = {name: int(typed[name]) for name in COUNTED if _is_whole(typed.get(name, ""))}
    wrong = _wrong(situation, figures)
    vote, outcome, why = situation.programme.vote, None, None
    if vote is not None and not wrong and len(figures) == len(COUNTED):
        ballots = convert(figures, Ballots)
        outcome = carried(ballots, vote)
        why = None if outcome else lost(ballots, vote)
    return BallotsSoFar(voting_roll(_of_body(situation, organ)), wrong, outcome, why)


def _is_whole(text: str) -> bool:
    return text.strip().isdecimal()


def _wrong(situation: Situation, figures: dict[str, int]) -> list[Refusal]:
    """The rules of a vote, each as soon as all that it compares is typed."""
    supposed = convert({name: figures.get(name, 0) for name in COUNTED}, Ballots)
    return [
        each
        for each in ballot_refusals(situation, supposed)
        if all(name in figures for name in _ADD_UP.get(each.code, ()))
    ]


def _of_body(situation: Situation, organ: str) -> Situation:
    body = organ or f"{situation.candidate.unit}/cell"
    asked = situation.asking("count-ballots")
    asked.command = replace(asked.command, organ=body)
    return asked
