"""Sealing a round: what the log knows now, the figures, the digest of their review, and whether that holds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from application.running.world import newest_world
from domain.periods import year_of
from projections.review.answers import review_of, year_of_log
from projections.review.as_json import pieces
from projections.review.case_counts import COUNTED
from projections.review.collecting.year import ERASED, Asked
from words.values import local_day

if TYPE_CHECKING:
    from application.running.system import System
    from domain.commands import Command
    from domain.round.state import Seal
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


def is_unchanged(system: System, programme: str, period: str, seal: Seal) -> bool | None:
    """Whether the review known at the seal still has its digest.

    A seal of an earlier day has the digest of a review with its texts: None where one of them was erased since,
    so that nobody can tell any more.
    """
    if digest(review_of_round(system, programme, period, seal.position)) == seal.digest:
        return True
    with_texts = review_of_round(system, programme, period, seal.position, says_texts=True)
    if digest(with_texts) == seal.digest:
        return True
    return None if _lacks_a_text(with_texts) else False


def review_of_round(
    system: System, programme: str, period: str, position: int, *, says_texts: bool = False
) -> Review:
    """The review of one round as known at a position: what a seal is the seal of.

    It names each text by the commitment that stands for it, so that an erasure changes nothing.
    """
    head = system.ledger.head_at(position)
    asked = Asked(year_of(period), local_day(head.recorded_at), programme, period)
    year = year_of_log(system.ledger, asked, head.position)
    year.says_texts = says_texts
    return review_of(year, head)


def digest(review: Review) -> str:
    """SHA-256 of the review's JSON, in hexadecimal."""
    hashed = hashlib.sha256()
    for piece in pieces(review):
        hashed.update(piece)
    return hashed.hexdigest()


def _lacks_a_text(review: Review) -> bool:
    return any(ERASED in row for table in review.tables for row in table.rows)


def figures(review: Review) -> dict[str, int]:
    """The plain counts of all kinds together."""
    rows = review.table("counts").dicts()
    return {name: sum(row[name] for row in rows) for name in COUNTED}
