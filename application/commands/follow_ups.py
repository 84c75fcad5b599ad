"""All that one decision changes: its own stream, and the streams that must know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from domain.authority.acting import REGISTRAR
from domain.case.acts import BY_TOPIC
from domain.case.dependents import flags_after
from domain.case.succession import successions_after
from domain.events import details
from domain.events import unit as u
from domain.events.base import StepTaken
from domain.events.person import MandateGiven, PersonRegistered
from domain.events.round import LogOpened
from domain.streams import person_stream
from ledger.entry import Happened

if TYPE_CHECKING:
    from application.commands.withheld_texts import Withholder
    from application.running.world import LedgerWorld
    from domain.commands import Command
    from domain.decided import Decided
    from domain.events.base import Event


class Change(NamedTuple):
    """An event for a stream, the authority it rests on, the command that led to it."""

    stream: str
    event: Event
    authority: str
    command: Command


def changes_of(decided: Decided, command: Command, world: LedgerWorld) -> list[Change]:
    """List the decided events and what follows from them in other streams at once."""
    changes = [
        Change(command.stream, event, decided.authority, command) for event in decided.events
    ]
    for event in decided.events:
        changes.extend(
            Change(stream, following, decided.authority, command)
            for stream, following in _following(event, command, world)
        )
    return changes


def _following(event: Event, command: Command, world: LedgerWorld) -> list[tuple[str, Event]]:
    if isinstance(event, StepTaken) and (change := _change_of(event, command, world)) is not None:
        return flags_after(command.stream, event, change, world)
    if isinstance(event, LogOpened):
        return _first_registrar(command)
    if isinstance(event, u.UnitMerged | u.UnitSplit | u.UnitDissolved):
        return successions_after(event, command.stream, command.effective_on, world)
    return []


def _first_registrar(command: Command) -> list[tuple[str, Event]]:
    """Who opens a log sets it up: units, persons, mandates, programmes, rounds."""
    person = person_stream(command.signed_by)
    mandate = MandateGiven(mandate="registrar", organ=REGISTRAR, power="set_up", post="registrar")
    registered = PersonRegistered(person=command.signed_by, name=command.signed_by)
    return [(person, registered), (person, mandate)]


def _change_of(
    event: StepTaken[Any], command: Command, world: LedgerWorld
) -> details.Change | None:
    """What becomes of a recognition by an act, None where it stays what it is."""
    kind, case = BY_TOPIC[event.TOPIC], world.case(command.stream)
    if not kind.changes or case is None:
        return None
    superseded = kind.changes == "superseded"
    alike = superseded and (event.details.level, event.details.grade) == (case.outcome, case.grade)
    return None if alike else kind.changes


def happened_of(
    change: Change, reason: str, withholder: Withholder, world: LedgerWorld
) -> Happened:
    """Give an event its envelope and its version; `reason` is a commitment."""
    command = change.command
    return Happened(
        originator_id=change.stream,
        originator_version=world.take_version(change.stream),
        event=withholder.withhold(change.event),
        effective_on=command.effective_on.isoformat(),
        actor=command.actor,
        signed_by=command.signed_by,
        organ=command.organ,
        authority=change.authority,
        reason=reason,
        command_id=command.command_id,
    )
