"""The plain counts of a year: per programme and kind of subject, folded from the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from domain.events import case as c
from interim.slim import CASE_DECODERS, Opened

if TYPE_CHECKING:
    from domain.stamp import Stamp

COUNTED = (
    "registered", "submitted", "returned", "recognised", "not_recognised", "withdrawn", "late",
    "revoked",
)  # fmt: skip
"""What is counted: cases to which it happened at least once."""

_MARKS: dict[str, str] = {
    c.DossierSubmitted.TOPIC: "submitted",
    c.DossierReturned.TOPIC: "returned",
    c.CaseWithdrawn.TOPIC: "withdrawn",
    c.RecognitionRevoked.TOPIC: "revoked",
}
TOPICS = tuple(CASE_DECODERS)


class _Seen(msgspec.Struct, gc=False):
    programme: str
    subject_kind: str
    period: str
    marks: set[str]


def counts(rows: Iterable[Stamp], year: int) -> list[dict[str, Any]]:
    """Count the cases of a year's periods; `registered` includes pilots and direct openings.

    Rows are rows of the log in order; others than those of cases are passed over.
    """
    seen: dict[str, _Seen] = {}
    for row in rows:
        _mark(seen, row)
    return _summed([each for each in seen.values() if each.period.startswith(str(year))])


def _mark(seen: dict[str, _Seen], row: Any) -> None:
    decode = CASE_DECODERS.get(row.topic)
    if decode is None:
        return
    event = decode(row.state)
    if isinstance(event, Opened):
        seen[row.stream] = _Seen(event.programme, event.subject_kind, event.period, {"registered"})
        return
    marks = seen[row.stream].marks
    if row.topic in _MARKS:
        marks.add(_MARKS[row.topic])
    if row.topic == c.DecisionIssued.TOPIC:
        marks.add("recognised" if event.details.level == "PASS" else "not_recognised")
    if event.late:
        marks.add("late")


def _summed(cases: list[_Seen]) -> list[dict[str, Any]]:
    groups = sorted({(case.programme, case.subject_kind) for case in cases})
    return [
        {
            "programme": programme,
            "subject_kind": kind,
            **{
                name: sum(
                    name in case.marks
                    for case in cases
                    if (case.programme, case.subject_kind) == (programme, kind)
                )
                for name in COUNTED
            },
        }
        for programme, kind in groups
    ]
