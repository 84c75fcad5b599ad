"""How many the log has on the roll of the body that votes on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.unit_year.roll import roll_on

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.person.state import Person

WHOLE_BODY = "cell"
"""The organ that is its whole unit: whoever is on the unit's roll votes there."""


class VotingRoll(NamedTuple):
    """Official members on the roll, and how many of them are not exempt: who is exempt counts if they come (D-10)."""

    known: int
    due: int

    def is_of(self, roll: int) -> bool:
        """Whether a roll can be this one."""
        return self.due <= roll <= self.known


def voting_roll(situation: Situation) -> VotingRoll | None:
    """The roll of the body that votes (D-21); None where the log keeps none.

    It keeps none of a committee, nor of a cell of which it knows no member.
    """
    unit, _, organ = situation.command.organ.rpartition("/")
    if organ != WHOLE_BODY:
        return None
    on, world = situation.on, situation.world
    members = [person for each in roll_on(unit, on, world) if (person := world.person(each))]
    official = [person for person in members if _official(person, situation)]
    if not official:
        return None
    return VotingRoll(len(official), sum(not person.is_exempt_on(on) for person in official))


def _official(person: Person, situation: Situation) -> bool:
    newest = next(m for m in reversed(person.memberships) if m.holds_on(situation.on))
    return newest.standing == "FULL"
