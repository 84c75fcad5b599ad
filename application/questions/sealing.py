"""Sealing a round: what the log knows now, the figures, and the digest of the review that shows them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from application.questions import year as reviewing
from application.running.world import newest_world
from domain.periods import year_of
from projections.review.as_json import pieces
from projections.review.case_counts import COUNTED

if TYPE_CHECKING:
    from application.running.system import System
    from domain.commands import Command
    from projections.review.tables import Review


def sealed(system: System, command: Command) -> Command:
    """The preparation of `seal-round`: what is known now put in; what a person typed there does not count."""
    programme, _, period = command.stream.removeprefix("round:").partition(":")
    if newest_world(system).round(programme, period) is None:
        return command  # it is refused for that where it is decided
    review = review_of_round(system, programme, period, system.ledger.head().position)
    payload = msgspec.structs.replace(
        command.payload,
        position=review.position,
        root=review.root,
        recorded_at=review.recorded_at,
        figures=figures(review),
        digest=digest(review),
    )
    return msgspec.structs.replace(command, payload=payload)


def review_of_round(system: System, programme: str, period: str, position: int) -> Review:
    """The review of one round as known at a position: what a seal is the seal of."""
    question = reviewing.Question(year_of(period), programme, period, known_at=position)
    return reviewing.review(system, question)


def digest(review: Review) -> str:
    """SHA-256 of the review's JSON, in hexadecimal."""
    hashed = hashlib.sha256()
    for piece in pieces(review):
        hashed.update(piece)
    return hashed.hexdigest()


def figures(review: Review) -> dict[str, int]:
    """The plain counts of all kinds together."""
    rows = review.table("counts").dicts()
    return {name: sum(row[name] for row in rows) for name in COUNTED}
