"""How a command happens: load, decide, append with the read models, or refuse with every reason."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from application.commands.decisions import decide
from application.commands.door import at_the_door
from application.commands.follow_ups import Change, changes_of, happened_of
from application.commands.meanwhile import Meanwhile
from application.commands.preparations import PREPARATIONS
from application.commands.read_request import command_of, stream_meant
from application.commands.recorded_time import recorded_otherwise
from application.commands.request import Request, verb_of
from application.commands.still_lacking import tells, told_at_once
from application.commands.typed_names import typed_person
from application.commands.withheld_texts import Withholder
from application.running.world import newest_world
from domain.refusal import RefusedError, refusal
from domain.tags import tags_of
from ledger.commit import Commit, Receipt
from ledger.errors import CommandReusedError, ConflictError, LedgerError
from projections.engine import inline

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.catalogue import Verb
    from domain.decided import Decided
    from domain.refusal import Refusal
    from ledger.entry import Happened

_LONGEST_COUNTED, _MOST_CODES = 200, 20
"""Characters and codes by which refusals are told apart when they are counted: both stand in an index."""
TRIES = 500
"""How often others may come first before a command is given up."""


class Done(NamedTuple):
    """What a command did: its stream, the events' topics, where they stand in the log.

    `warnings` are what a dossier that was handed in still lacks, since a later command will be refused for it,
    and that it was recorded at another time than was asked for.
    `ahead` says that it was recorded as of a later instant than the clock's: the clock went ahead once.
    """

    stream: str
    topics: list[str]
    receipt: Receipt
    warnings: list[Refusal] = []
    ahead: bool = False


def handle(system: System, request: Request) -> Done:
    """Carry a command out; raise RefusedError with every reason, having changed nothing.

    The same command id with the same content gives the first result again. A refusal is counted
    beside the log; one that is turned away at the door is not.
    """
    request = at_the_door(request)
    try:
        return _done(system, request)
    except RefusedError as refused:
        _count(system, request, refused)
        raise


def _done(system: System, request: Request) -> Done:
    """Whether it was carried out before, the append looks anyway; it is asked where that is not reached."""
    try:
        return _until_settled(system, request, verb_of(request))
    except RefusedError:
        receipt = repeated(system, request)
        if receipt is None:
            raise
        return _done_before(system, receipt)
    except CommandReusedError as error:
        raise _reused(request) from error


def _done_before(system: System, receipt: Receipt) -> Done:
    """What the first did, as it was answered then."""
    rows = [row for rows in system.ledger.read(receipt.first - 1, receipt.last) for row in rows]
    return Done(rows[0].stream, [row.topic for row in rows], receipt)


def repeated(system: System, request: Request) -> Receipt | None:
    """The receipt of a request that was carried out before; refuse its id with other content."""
    try:
        return system.ledger.repeated(request.command_id, request.digest)
    except CommandReusedError as error:
        raise _reused(request) from error


def _reused(request: Request) -> RefusedError:
    return RefusedError([refusal("command_reused", command_id=request.command_id)])


def _until_settled(system: System, request: Request, verb: Verb) -> Done:
    """Decide again on every conflict: it means that somebody else came first, so the log goes on."""
    if verb.verb in PREPARATIONS and (receipt := repeated(system, request)):
        return _done_before(system, receipt)  # a preparation may take long
    seen = request.made_from
    for _ in range(TRIES):
        world = newest_world(system, request.at, on=request.on)
        try:
            return _attempt(system, request, verb, world, seen)
        except RefusedError:
            if not world.is_stale():
                raise
        except CommandReusedError:
            raise
        except ConflictError:
            seen = _seen(request, verb, world) if seen is None else seen
    raise RefusedError([refusal("too_busy")])


def _seen(request: Request, verb: Verb, world: LedgerWorld) -> int:
    """The version of the stream on which a command was first decided; its sender has seen at least this."""
    return world.version(stream_meant(request, verb, world))


def _attempt(
    system: System, request: Request, verb: Verb, world: LedgerWorld, seen: int | None
) -> Done:
    _, changes = decided_of(system, request, verb, world, seen)
    receipt = append_changes(system, request, changes, world)
    if receipt.repeated:
        return _done_before(system, receipt)
    topics = [change.event.TOPIC for change in changes]
    warnings = [
        *recorded_otherwise(system, request, receipt.recorded_at),
        *_warnings(system, request, changes[0]),
    ]
    return Done(changes[0].stream, topics, receipt, warnings, system.is_behind(receipt.recorded_at))


def _warnings(system: System, request: Request, change: Change) -> list[Refusal]:
    if not tells(change):
        return []
    return told_at_once(change, newest_world(system, request.at, on=request.on))


def decided_of(
    system: System, request: Request, verb: Verb, world: LedgerWorld, seen: int | None
) -> tuple[Decided, list[Change]]:
    """Everything that a request leads to, but for the append; raise RefusedError with every reason.

    `seen` is the version of the case that its sender saw, None for the newest: what came between is told.
    """
    command = command_of(system, request, verb, world)
    if prepare := PREPARATIONS.get(verb.verb):
        command = prepare(system, command)
    meanwhile = Meanwhile(verb, command, world, seen)
    meanwhile.refuse_if_touched()
    try:
        decided = decide(verb, command, world)
    except RefusedError as refused:
        raise meanwhile.explained(refused) from refused
    command = replace(command, organ=decided.organ)
    return decided, changes_of(decided, command, world)


def append_changes(
    system: System, request: Request, changes: list[Change], world: LedgerWorld
) -> Receipt:
    """Append changes as one commit with their texts and tags; the read models follow in it.

    Raises ConflictError when anything the decisions relied on has changed.
    """
    happened, commit = commit_of(system, request, changes, world)
    receipt = system.app.append(happened, commit=commit, then=inline)
    system.memory.follow(receipt.first, receipt.last, [change.stream for change in changes])
    return receipt


def commit_of(
    system: System, request: Request, changes: list[Change], world: LedgerWorld
) -> tuple[list[Happened], Commit]:
    """What is appended for a request: events in their envelopes, and the commit without them."""
    withholder = Withholder(request.command_id if system.simulated else "")
    reason = withholder.text(request.reason)
    happened = [happened_of(change, reason, withholder, world) for change in changes]
    return happened, Commit(
        command_id=request.command_id,
        command_digest=request.digest,
        expected=world.expected,
        expected_tags=world.expected_tags,
        tags=[(tag, change.stream) for change in changes for tag in tags_of(change.event)],
        texts=withholder.texts,
        recorded_at=system.now(request.at, request.on).isoformat() if system.simulated else None,
    )


def _count(system: System, request: Request, refused: RefusedError) -> None:
    """A refusal is told whether or not it can be counted: the disk may be full, or only to be read."""
    codes = dict.fromkeys(reason.code for reason in refused.refusals)
    day = system.today(request.at, request.on).isoformat()
    about = request.about[:_LONGEST_COUNTED]
    with suppress(LedgerError):
        actor = _counted(system, request.actor)
        system.ledger.refuse(actor, request.verb, about, [*codes][:_MOST_CODES], day)


def _counted(system: System, actor: str) -> str:
    """Who is counted: by their code, where they are somebody."""
    try:
        return typed_person(actor, newest_world(system))
    except RefusedError:
        return actor
