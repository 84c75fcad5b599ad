"""What a decision gives: events for its own stream, and the authority they rest on."""

from __future__ import annotations

from typing import NamedTuple

from domain.events.base import Event


class Decided(NamedTuple):
    """`authority` is the event (`person:ID@version`) that gave the signer their mandate for `organ`."""

    events: list[Event]
    authority: str
    organ: str
