"""One row of the log in its four forms: to be stored, as the library reads it, as decoded, as read by us."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import msgspec
from eventsourcing.persistence import Notification, StoredEvent


class Row(NamedTuple):
    """A row as it is stored; the column order of every statement that reads whole rows."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    recorded_at: str
    effective_on: str
    actor: str
    signed_by: str
    organ: str
    authority: str
    reason: str
    command_id: str
    leaf: bytes


class Stamped(NamedTuple):
    """What a fold is shown of a row unless it asks for other columns; each column costs about 1.5 µs a case."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    recorded_at: str
    effective_on: str
    actor: str
    signed_by: str
    organ: str
    authority: str
    reason: str


# A named tuple made from a driver's tuple without the Python call that `Row._make` costs.
as_row: Callable[[tuple[object, ...]], Row] = partial(tuple.__new__, Row)


@dataclass(frozen=True)
class Entry(StoredEvent):
    """A row before it has a place: `effective_on` is an ISO date, `reason` a commitment in hexadecimal."""

    effective_on: str
    actor: str
    signed_by: str
    organ: str
    authority: str
    reason: str
    command_id: str


@dataclass(frozen=True)
class Recorded(Notification):
    """A row in the shape the library's mapper and subscriptions take; `id` is the position."""

    recorded_at: str
    effective_on: str
    actor: str
    signed_by: str
    organ: str
    authority: str
    reason: str
    command_id: str


class Happened(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An event with its envelope; `position` and `recorded_at` are known once it is stored."""

    originator_id: str
    originator_version: int
    event: msgspec.Struct
    effective_on: str
    actor: str
    signed_by: str
    organ: str
    authority: str
    reason: str
    command_id: str
    position: int = 0
    recorded_at: str = ""


def recorded(row: Row) -> Recorded:
    return Recorded(
        originator_id=row.stream,
        originator_version=row.version,
        topic=row.topic,
        state=row.state,
        id=row.position,
        recorded_at=row.recorded_at,
        effective_on=row.effective_on,
        actor=row.actor,
        signed_by=row.signed_by,
        organ=row.organ,
        authority=row.authority,
        reason=row.reason,
        command_id=row.command_id,
    )
