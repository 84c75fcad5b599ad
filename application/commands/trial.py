"""A trial: everything that a command would do, or every reason against it, with nothing written or counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from application.commands.door import at_the_door
from application.commands.handle import commit_of, decided_of, repeated
from application.commands.recorded_time import recorded_otherwise
from application.commands.request import verb_of
from application.commands.still_lacking import hands_in, told_at_once
from application.running.world import newest_world
from domain.case.decide import situate
from domain.case.old_recognition import old_recognition
from domain.events.case import RecognitionRevoked
from domain.refusal import RefusedError
from ledger.commit import Commit, check
from ledger.entry import Row
from ledger.instants import instant_text
from projections.cases.tasks_to_come import tasks_to_come

if TYPE_CHECKING:
    from application.commands.follow_ups import Change
    from application.commands.request import Request
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.events.base import Event, Outcome
    from domain.refusal import Refusal
    from ledger.commit import Receipt


class Trial(NamedTuple):
    """What would become of a request. Either `refusals` say why not, or the rest says what it would lead to.

    `rows` are those that would be appended, without their leaf; of a log that is not simulated they have the time of
    the trial. `texts` are its free texts by commitment. `tasks` would be there afterwards and are not now.
    `receipt` is that of a request carried out before, which does nothing more. `warnings` are what a dossier that is
    handed in would still lack: the command is not refused for it, a later one will be; that a recognition to be revoked
    is older than a term; and that another time would be recorded than was asked for.
    """

    refusals: list[Refusal]
    stream: str = ""
    events: list[Event] = []
    rows: list[Row] = []
    texts: dict[str, str] = {}
    tasks: list[dict[str, Any]] = []
    receipt: Receipt | None = None
    warnings: list[Refusal] = []

    @property
    def own(self) -> list[Event]:
        """The events on the stream of the command itself."""
        at = zip(self.events, self.rows, strict=True)
        return [event for event, row in at if row.stream == self.stream]

    @property
    def follow_ups(self) -> list[Row]:
        """The rows on other streams, which must know of it at once."""
        return [row for row in self.rows if row.stream != self.stream]

    @property
    def outcome(self) -> Outcome | None:
        """What the sheet of the command would come to."""
        details = (getattr(event, "details", None) for event in self.own)
        outcomes = (getattr(each, "outcome", None) for each in details)
        return next((outcome for outcome in outcomes if outcome is not None), None)

    @property
    def due_on(self) -> date | None:
        """The day by which the step is due."""
        days = (getattr(event, "due_on", None) for event in self.own)
        return next((day for day in days if day is not None), None)

    @property
    def late(self) -> bool:
        """Whether that day is over."""
        return any(getattr(event, "late", False) for event in self.own)


def trial(system: System, request: Request) -> Trial:
    """Try a request: `handle` does just this on the log as it is now, and appends it.

    Raises the ledger's errors for what cannot be stored.
    """
    try:
        request = at_the_door(request)
        receipt = repeated(system, request)
        return Trial([], request.target, receipt=receipt) if receipt else _tried(system, request)
    except RefusedError as refused:
        return Trial(refused.refusals)


def _tried(system: System, request: Request) -> Trial:
    world = newest_world(system, request.at, on=request.on, leaving_no_trace=True)
    _, changes = decided_of(system, request, verb_of(request), world, request.made_from)
    happened, commit = commit_of(system, request, changes, world)
    commit = system.app.having(commit, happened)
    check(commit)
    rows = _rows(system, commit, instant_text(system.now(request.at, request.on)))
    return Trial(
        refusals=[],
        stream=changes[0].stream,
        events=[change.event for change in changes],
        rows=rows,
        texts={text.commitment: text.body for text in commit.texts},
        tasks=_tasks(system, rows, world),
        warnings=[
            *recorded_otherwise(system, request, rows[0].recorded_at),
            *_warnings(changes[0], world),
        ],
    )


def _warnings(change: Change, world: LedgerWorld) -> list[Refusal]:
    """What a case would still lack, or how old a recognition is; the world is not asked again afterwards."""
    if isinstance(change.event, RecognitionRevoked):
        return old_recognition(situate(world.case(change.stream), change.command, world))
    if hands_in(change):
        world.foresee(change.stream, change.event, change.command)
    return told_at_once(change, world)


def _rows(system: System, commit: Commit, recorded_at: str) -> list[Row]:
    head = system.ledger.head()
    return [
        Row(
            position=position,
            stream=str(entry.originator_id),
            version=entry.originator_version,
            topic=entry.topic,
            state=entry.state,
            recorded_at=max(recorded_at, head.recorded_at),
            effective_on=entry.effective_on,
            actor=entry.actor,
            signed_by=entry.signed_by,
            organ=entry.organ,
            authority=entry.authority,
            reason=entry.reason,
            command_id=entry.command_id,
            leaf=b"",
        )
        for position, entry in enumerate(commit.entries, head.position + 1)
    ]


def _tasks(system: System, rows: list[Row], world: LedgerWorld) -> list[dict[str, Any]]:
    """The tasks that would come in the cases that change."""
    streams = dict.fromkeys(row.stream for row in rows if row.stream.startswith("case:"))
    with system.ledger.connection() as connection:
        return [
            task
            for stream in streams
            for task in tasks_to_come(
                connection,
                system.ledger.stream(stream),
                [row for row in rows if row.stream == stream],
                world.today,
            )
        ]
