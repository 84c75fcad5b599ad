"""Parts of a log that were collected apart, put together."""

from __future__ import annotations

from collections.abc import Iterable

from projections.review.facts import CaseFacts, Collected


def merge(parts: Iterable[Collected]) -> Collected:
    """Parts of one log put together in the first, whichever way it was split: by streams or by positions."""
    each = iter(parts)
    whole = next(each, Collected())
    for part in each:
        for stream, case in part.cases.items():
            known = whole.cases.get(stream)
            whole.cases[stream] = case if known is None else _joined(known, case)
        for stream, rows in part.beside.items():
            joined = [*whole.beside.get(stream, ()), *rows]
            whole.beside[stream] = sorted(joined, key=lambda row: row.position)
        whole.relying = sorted([*whole.relying, *part.relying], key=lambda act: act.position)
    return whole


def _joined(one: CaseFacts, other: CaseFacts) -> CaseFacts:
    opened = one if one.opening else other
    return CaseFacts(
        stream=one.stream,
        opening=opened.opening,
        opened_on=opened.opened_on,
        acts=sorted([*one.acts, *other.acts], key=lambda act: act.position),
        whole=opened.whole,
        submitted=one.submitted or other.submitted,
    )
