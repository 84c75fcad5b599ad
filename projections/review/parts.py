"""A year collected by several processes: what each does, and how its part is sent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from sys import intern
from typing import Any, NamedTuple

import msgspec

from ledger.ledger import Ledger
from ledger.reading import Part
from projections.review.collect import collect_log
from projections.review.details import Scored
from projections.review.facts import Act, CaseFacts, Collected

PIECE = 1000
"""Cases sent at once: few enough not to be held twice in much memory."""
_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Collected).decode


class Collecting(NamedTuple):
    """Collects a year, 0 for all; `same` is what is alike in many cases, kept once."""

    year: int
    same: dict[Any, Any]

    def fold(self, ledger: Ledger, upto: int, part: Part | None) -> Collected:
        return collect_log(ledger, upto, part, self.year)

    def pack(self, folded: Collected) -> Iterator[bytes]:
        """Cases leave as they are packed, so that both processes together hold them once."""
        cases, folded.cases = folded.cases, {}
        yield _ENCODE(folded)
        while cases:
            names = list(islice(cases, PIECE))
            yield _ENCODE(Collected(cases={name: cases.pop(name) for name in names}))

    def unpack(self, piece: bytes) -> Collected:
        collected = _DECODE(piece)
        for case in collected.cases.values():
            _share(case, self.same)
        return collected


def _share(case: CaseFacts, same: dict[Any, Any]) -> None:
    """As collected here: what is alike is one object, which is most of what a year takes in memory."""
    opening = case.opening
    if opening is not None:
        for field in ("programme", "version", "period", "subject_kind", "title", "workflow"):
            setattr(opening, field, intern(getattr(opening, field)))
    for act in case.acts:
        act.topic, act.step = intern(act.topic), intern(act.step)
        act.from_stage, act.to_stage = intern(act.from_stage), intern(act.to_stage)
        act.on = intern(act.on)
        if act.by is not None or act.details is not None or not act.relied:
            _share_more(act, same)


def _share_more(act: Act, same: dict[Any, Any]) -> None:
    by, details = act.by, act.details
    if not act.relied:
        act.relied = same.setdefault("relied", act.relied)
    if by is not None:
        by.actor, by.signed_by, by.organ = intern(by.actor), intern(by.signed_by), intern(by.organ)
        by.authority, by.recorded_at = intern(by.authority), intern(by.recorded_at)
    if isinstance(details, Scored):
        details.proposal, details.level = intern(details.proposal), intern(details.level)
        score = details.outcome
        if score is not None:
            score.level = intern(score.level)
            score.total = same.setdefault(score.total, score.total)
            score.met = same.setdefault(score.met, score.met)
