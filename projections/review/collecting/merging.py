"""Parts of a log that were collected apart, put together."""

from __future__ import annotations

from collections.abc import Iterable

from projections.review.collecting.kept_acts import telling
from projections.review.collecting.kept_facts import CaseFacts, Collected


def merge(parts: Iterable[Collected]) -> Collected:
    """Put the parts of one log together, in their order; the first part is changed and answered."""
    each = iter(parts)
    whole = next(each, Collected())
    for part in each:
        for stream, case in part.cases.items():
            begun = whole.cases.setdefault(stream, case)
            if begun is not case:
                _go_on(begun, case)
        for stream, rows in part.beside.items():
            whole.beside.setdefault(stream, []).extend(rows)
        whole.relying.extend(part.relying)
    return whole


def _go_on(begun: CaseFacts, case: CaseFacts) -> None:
    """Add the later acts of a case; what was kept only because its beginning was not known is dropped."""
    met = begun.met
    for act in case.acts:
        lasting, _, _, _, meets = what = telling(act.move.topic)
        if begun.whole or lasting or act.relied:
            if act.by is not None and not what.tells(met):
                act.by = None
            begun.acts.append(act)
            met |= meets
    begun.met = met
