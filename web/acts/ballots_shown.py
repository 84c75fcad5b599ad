"""A vote as its form shows it while ballots are typed: the roll, what does not add up, whether it is carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.ballots_so_far import COUNTED, ballots_so_far
from application.questions.cases import stream_named, world_of
from application.questions.sheet_so_far import situation_for
from web.acts.paths import DATA, inside, one

if TYPE_CHECKING:
    from application.questions.ballots_so_far import BallotsSoFar
    from web.acts.giving import Giving

VERB = "count-ballots"


class BallotsShown(NamedTuple):
    """Sentences: who is on the roll, what does not add up, what the vote comes to."""

    roll: str
    wrong: tuple[str, ...]
    outcome: str


def ballots_shown(giving: Giving) -> BallotsShown | None:
    """The vote so far; None for any other command."""
    if giving.verb != VERB or not giving.case:
        return None
    so_far, spoken = _so_far(giving), giving.spoken
    known = so_far.known
    roll = spoken.words("web.ballots.roll", roll=known.known, due=known.due) if known else ""
    return BallotsShown(
        roll, tuple(spoken.reason(each) for each in so_far.wrong), _outcome(giving, so_far)
    )


def usual_roll(giving: Giving) -> dict[str, list[str]]:
    """The roll of the log, with which the form of a vote opens; nothing where the log keeps none."""
    known = _so_far(giving).known if giving.verb == VERB and giving.case else None
    return {inside(DATA, "roll"): [str(known.known)]} if known else {}


def _so_far(giving: Giving) -> BallotsSoFar:
    situation = situation_for(world_of(giving.asked.system), stream_named(giving.case), giving.verb)
    typed = {name: one(giving.typed, inside(DATA, name)) for name in COUNTED}
    return ballots_so_far(situation, typed, one(giving.typed, "organ"))


def _outcome(giving: Giving, so_far: BallotsSoFar) -> str:
    if so_far.lost is not None:
        return giving.spoken.reason(so_far.lost)
    return giving.spoken.words("web.ballots.carried") if so_far.carried else ""
