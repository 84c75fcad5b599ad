"""What a person may look at: the cases of the units for which they act today and of all below them, and their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.questions.cases import stream_named, world_of
from domain.events.case import ConsultationOpened, OpinionGiven
from domain.refusal import RefusedError, refusal
from domain.streams import split_organ
from projections.engine import catch_up
from projections.organisation.unit_tree import at_or_below

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.case.state import Case


class Sight(msgspec.Struct, frozen=True):
    """Whose files a person may look at on a day: of `units`, where one of their `organs` is asked, their own."""

    person: str
    units: frozenset[str]
    organs: frozenset[str]

    def shows(self, case: Case) -> bool:
        """Whether a case is of a unit of theirs or below it, about themselves, or their body was asked."""
        member = f"member:{self.person}"
        own = member in {case.subject, case.opened.subject}
        return own or case.unit in self.units or bool(self.organs & _asked(case))


NOTHING = Sight("", frozenset(), frozenset())
"""The sight of somebody who is no person of the log."""


def sight_of(system: System, person: str) -> Sight:
    """What a person may look at today, by their mandates of any power and by what was lent to them."""
    world = world_of(system)
    organs = frozenset(_organs(person, world))
    units: set[str] = set()
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        for code in sorted({split_organ(organ)[0] for organ in organs}):
            if code not in units:
                units |= at_or_below(connection, code, world.today)
    return Sight(person, frozenset(units), organs)


def case_in_sight(system: System, person: str, name: str) -> Case:
    """The case; refuses one that is not there, and just so one that the person may not look at."""
    world = world_of(system)
    case = world.case(stream_named(name))
    if case is None or not sight_of(system, person).shows(case):
        raise RefusedError([refusal("no_case_in_sight")])
    return case


def _organs(person: str, world: LedgerWorld) -> set[str]:
    known = world.person(person)
    if known is None:
        return set()
    own = {each.organ for each in known.mandates.values() if each.holds_on(world.today)}
    lent = {
        each.organ
        for each in known.delegations.values()
        if each.since <= world.today and (each.until is None or world.today <= each.until)
    }
    return own | lent


def _asked(case: Case) -> set[str]:
    """Bodies that were ever asked for their opinion on a case, or gave one."""
    asked = {body for act in case.all(ConsultationOpened) for body in act.event.details.bodies}
    return asked | {act.event.details.body for act in case.all(OpinionGiven)}
