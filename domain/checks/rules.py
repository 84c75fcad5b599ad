"""Shares of a vote, quotas, spans of years, and results that would wait for each other (D-20, D-21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from domain.programme.faults import Fault, Path
from domain.scoring.tree import nodes
from domain.scoring.value import number

if TYPE_CHECKING:
    from domain.programme.criteria import Children
    from domain.programme.model import Programme
    from domain.programme.profile import Cadence

_SHARE = re.compile(r"\d{1,4}/[1-9]\d{0,3}|[01](\.\d{1,4})?")


def faults(programme: Programme) -> list[Fault]:
    """List votes and quotas that cannot be counted, years that cannot come, circles of results."""
    return [
        *_vote(programme),
        *_span(programme),
        *_cadence(programme.cadence, ("cadence",)),
        *(
            fault
            for name, reward in programme.rewards.items()
            if reward.cadence
            for fault in _cadence(reward.cadence, ("rewards", name, "cadence"))
        ),
        *_quotas(programme),
        *_circles(programme),
    ]


def _vote(programme: Programme) -> Iterator[Fault]:
    vote = programme.vote
    if vote is None:
        return
    for name, share in (("quorum", vote.quorum), ("majority", vote.majority)):
        if not _SHARE.fullmatch(share) or Fraction(share) > 1:
            yield Fault(
                ("vote", name),
                f"“{share}” không phải là phần từ 0 đến 1; viết như 1/2 hoặc 2/3.",
                f"“{share}” is no share between 0 and 1; write it like 1/2 or 2/3.",
            )
        elif name == "majority" and Fraction(share) == 1:
            yield Fault(
                ("vote", name),
                "Phải có nhiều phiếu hơn mức này, nên không bao giờ đạt; hãy ghi nhỏ hơn 1.",
                "There must be more votes than this, so none ever passes; write less than 1.",
            )


def _span(programme: Programme) -> Iterator[Fault]:
    until = programme.span.valid_until
    if until is not None and until < programme.span.valid_from:
        yield Fault(
            ("span", "until"),
            "Chương trình hết hạn trước khi bắt đầu; hãy sửa ngày.",
            "The programme ends before it begins; mend the dates.",
        )


def _cadence(cadence: Cadence, at: Path) -> Iterator[Fault]:
    for place, year in enumerate(cadence.years_of_term):
        if not 1 <= year <= cadence.term:
            yield Fault(
                (*at, "years_of_term", place),
                f"Nhiệm kỳ {cadence.term} năm không có năm thứ {year}; hãy sửa.",
                f"A term of {cadence.term} years has no year {year}; mend it.",
            )


def _quotas(programme: Programme) -> Iterator[Fault]:
    for name, quota in programme.quotas.items():
        most = number(quota.at_most)
        if most is None or not quota.at_most.strip().endswith("%") or not 0 < most < 1:
            yield Fault(
                ("quotas", name, "at_most"),
                f"“{quota.at_most}” không phải là tỷ lệ trên 0 % và dưới 100 %; viết như “20 %”.",
                f"“{quota.at_most}” is no percentage between 0 % and 100 %; write it like “20 %”.",
            )
        if quota.measure == quota.of:
            yield Fault(
                ("quotas", name, "of"),
                "Tỷ lệ này so một số với chính nó; hãy chọn một trong hai khác đi.",
                "This compares a count with itself; choose another of the two.",
            )
        if quota.reward and quota.measure != "rewarded":
            yield Fault(
                ("quotas", name, "reward"),
                "Chỉ ghi reward khi measure là rewarded; hãy bỏ mục này.",
                "A reward is named only where rewarded is measured; take it out.",
            )


def _circles(programme: Programme) -> Iterator[Fault]:
    """Subject kinds whose result waits for itself, straight or round about other kinds.

    A kind of unit may count units of its own kind: those are below it, and the tree has an end.
    """
    waits = {kind: _waits_for(programme, kind) for kind in programme.subjects}
    for kind in programme.subjects:
        if kind in _reached(waits, kind):
            yield Fault(
                ("subjects", kind, "criteria"),
                f"Kết quả của {kind} chờ chính nó; hãy bỏ một tỷ lệ trong vòng này.",
                f"The result of {kind} waits for itself; take one ratio out of the circle.",
            )


def _waits_for(programme: Programme, kind: str) -> set[str]:
    criteria = programme.criteria.get(programme.subjects[kind].criteria)
    ratios = [node.children for node in nodes(criteria) if node.children] if criteria else []
    return {other for ratio in ratios for other in _counted(programme, ratio, kind)}


def _counted(programme: Programme, ratio: Children, kind: str) -> Iterator[str]:
    """The subject kinds whose cases a ratio counts; without a title it counts every title."""
    for other, subject in programme.subjects.items():
        members = ratio.of == "members"
        below_itself = other == kind and not members
        titled = ratio.title in {"", subject.title}
        if (subject.of == "member") == members and titled and not below_itself:
            yield other


def _reached(waits: dict[str, set[str]], begin: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(waits[begin])
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.add(kind)
            waiting.extend(waits[kind])
    return seen
