"""A year collected by several processes: what each does, and how its part is sent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from sys import intern
from typing import Any, NamedTuple

import msgspec

from ledger.ledger import Ledger
from projections.machinery.parallel import Part
from projections.review.collecting.collect import collect_log
from projections.review.collecting.kept_facts import (
    By,
    CaseFacts,
    Collected,
    KeptAct,
    Move,
    Relied,
    share,
)
from projections.review.collecting.slice_records import AnyKept

PIECE = 1000
"""Cases sent at once: few enough not to be held twice in much memory."""


class Piece(msgspec.Struct, array_like=True):
    """Cases as one process sends them to another, their acts as columns; `lengths` is the number of acts of each case.

    `moves`, `days` and `details` are what acts share, and each act has a number in these lists.
    """

    cases: dict[str, CaseFacts]
    lengths: list[int]
    moves: list[Move]
    days: list[str]
    details: list[AnyKept | None]
    positions: list[int]
    moved: list[int]
    on: list[int]
    detailed: list[int]
    by: dict[int, By]
    relied: dict[int, tuple[Relied, ...]]


class _Numbers(dict[Any, int]):
    """Things by number, in the order in which they are first met."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = number = len(self)
        return number


_ENCODE = msgspec.msgpack.Encoder().encode
_BESIDE = msgspec.msgpack.Decoder(Collected).decode
_PIECE = msgspec.msgpack.Decoder(Piece).decode


class Collecting(NamedTuple):
    """The work of one process: collect a year (0: all). Equal values are kept once, in `same`."""

    year: int
    same: dict[Any, Any]

    def fold(self, ledger: Ledger, part: Part) -> Collected:
        return collect_log(ledger, part, self.year)

    def pack(self, folded: Collected) -> Iterator[bytes]:
        """Each case is let go once it is packed, so that the two processes never hold all cases twice."""
        cases, folded.cases = folded.cases, {}
        yield BESIDE + _ENCODE(folded)
        while cases:
            names = list(islice(cases, PIECE))
            yield _ENCODE(_piece({name: cases.pop(name) for name in names}))

    def unpack(self, piece: bytes) -> Collected:
        if piece.startswith(BESIDE):
            return _BESIDE(memoryview(piece)[1:])
        return Collected(cases=_cases(_PIECE(piece), self.same))


BESIDE = b"\xc1"
"""Marks what is no piece of cases; never a first byte of msgpack."""


def _piece(cases: dict[str, CaseFacts]) -> Piece:
    acts = [act for case in cases.values() for act in case.acts]
    moves, days, details = _Numbers(), _Numbers(), _Numbers()
    lengths = [len(case.acts) for case in cases.values()]
    for case in cases.values():
        case.acts = []
    return Piece(
        cases=cases,
        lengths=lengths,
        positions=[act.position for act in acts],
        moved=[moves[act.move] for act in acts],
        on=[days[act.on] for act in acts],
        detailed=[details[act.details] for act in acts],
        by={at: act.by for at, act in enumerate(acts) if act.by is not None},
        relied={at: act.relied for at, act in enumerate(acts) if act.relied},
        moves=list(moves),
        days=list(days),
        details=list(details),
    )


def _cases(piece: Piece, same: dict[Any, Any]) -> dict[str, CaseFacts]:
    """As collected here: what is alike is one object, which is most of what a year takes in memory."""
    acts = _acts(piece, same)
    for at, by in piece.by.items():
        acts[at].by = _shared(by)
    for at, relied in piece.relied.items():
        acts[at].relied = relied
    each = iter(acts)
    for case, length in zip(piece.cases.values(), piece.lengths, strict=True):
        case.acts = list(islice(each, length))
        if case.opening is not None:
            share(case.opening)
    return piece.cases


def _acts(piece: Piece, same: dict[Any, Any]) -> list[KeptAct]:
    """Made without a line of Python for each: there are hundreds of thousands."""
    moves = [same.setdefault(move, move) for move in piece.moves]
    details = [same.setdefault(each, each) for each in piece.details]
    days = list(map(intern, piece.days))
    moved, on = map(moves.__getitem__, piece.moved), map(days.__getitem__, piece.on)
    return list(map(KeptAct, piece.positions, moved, on, map(details.__getitem__, piece.detailed)))


def _shared(by: By) -> By:
    by.actor, by.signed_by, by.organ = intern(by.actor), intern(by.signed_by), intern(by.organ)
    by.authority, by.recorded_at = intern(by.authority), intern(by.recorded_at)
    return by
