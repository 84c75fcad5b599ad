"""Shares of a vote, and results that would wait for each other (D-20, D-21)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.programme.faults import Fault
from domain.scoring.tree import nodes

if TYPE_CHECKING:
    from domain.programme.model import Programme


def faults(programme: Programme) -> list[Fault]:
    """List vote shares that are none, and circles of results."""
    return [*_vote(programme), *_circles(programme)]


def _vote(programme: Programme) -> list[Fault]:
    if programme.vote is None:
        return []
    return [
        Fault(
            ("vote", name),
            f"“{share}” không phải là phần từ 0 đến 1, như 1/2 hoặc 2/3.",
            f"“{share}” is no share between 0 and 1, such as 1/2 or 2/3.",
        )
        for name in ("quorum", "majority")
        if not _is_share(share := getattr(programme.vote, name))
    ]


def _is_share(text: str) -> bool:
    try:
        return 0 <= Fraction(text) <= 1
    except (ValueError, ZeroDivisionError):
        return False


def _circles(programme: Programme) -> list[Fault]:
    """Subject kinds whose result waits for itself: a kind may rely on members, or on units below.

    A unit kind relies on another unit kind by its title; the same title both ways is a circle.
    """
    waits = {kind: _waits_for(programme, kind) for kind in programme.subjects}
    return [
        Fault(
            ("subjects", kind, "criteria"),
            f"Kết quả của {kind} chờ chính nó; hãy bỏ một tỷ lệ trong vòng này.",
            f"The result of {kind} waits for itself; take one ratio out of the circle.",
        )
        for kind in programme.subjects
        if kind in _reached(waits, kind)
    ]


def _waits_for(programme: Programme, kind: str) -> set[str]:
    criteria = programme.criteria.get(programme.subjects[kind].criteria)
    children = [node.children for node in nodes(criteria) if node.children] if criteria else []
    return {
        other
        for ratio in children
        for other, subject in programme.subjects.items()
        if (subject.of == "member") == (ratio.of == "members")
        and ratio.title
        and ratio.title == subject.title
    }


def _reached(waits: dict[str, set[str]], begin: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(waits[begin])
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.add(kind)
            waiting.extend(waits[kind])
    return seen
