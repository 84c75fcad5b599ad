"""The versions of a programme that the log holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from domain.events.round import ProgrammePublished
from domain.fact_decisions import permitted
from domain.programme.faults import ProgrammeFaultsError
from domain.programme.reading import read_content
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.decided import Decided
    from domain.envelope import Stamp
    from domain.events.base import Event
    from domain.world import World


class Published(msgspec.Struct):
    """Contents by version, in the order of publication; dates as ISO text."""

    code: str
    contents: dict[str, str] = {}
    published_on: dict[str, str] = {}

    def content(self, version: str = "") -> str | None:
        """The content of a version, of the newest one when none is named."""
        return self.contents.get(version or self.newest)

    @property
    def newest(self) -> str:
        return next(reversed(self.contents), "")


def evolve_published(published: Published | None, event: Event, stamp: Stamp) -> Published:
    """Apply an event; raise TypeError for one that is not of a programme."""
    if not isinstance(event, ProgrammePublished):
        raise TypeError(type(event))
    published = published or Published(event.code)
    published.contents[event.version] = event.content
    published.published_on[event.version] = stamp.effective_on
    return published


def decide_published(published: Published | None, command: Command, world: World) -> Decided:
    """Decide a publication; raise RefusedError with every reason."""
    payload = command.payload
    against = [*_content(payload)]
    if published is not None and payload.version in published.contents:
        against.append(refusal("version_twice", version=payload.version[:12]))
    return permitted(command, world, against, payload)


def _content(payload: ProgrammePublished) -> list[Refusal]:
    """The content is readable, is this programme, and has the hash it says."""
    try:
        edition = read_content(payload.content)
    except (ProgrammeFaultsError, msgspec.DecodeError, RecursionError):
        return [refusal("content_unreadable", programme=kinds.programme(payload.code))]
    if (edition.programme.code, edition.version) != (payload.code, payload.version):
        return [refusal("content_of_another", programme=kinds.programme(payload.code))]
    return []
