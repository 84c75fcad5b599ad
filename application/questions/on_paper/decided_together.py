"""The cases that one decision recognised together: one number, one body, one day, one round."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from domain.streams import round_tag

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.state import Case


class DecidedCase(NamedTuple):
    """A subject that was recognised: who, of which unit, which title."""

    subject: str
    unit: str
    title: str
    kind: str
    on: date


def decided_together(case: Case, world: LedgerWorld) -> list[DecidedCase]:
    """The cases of a case's newest decision in the order of their subjects; none where it does not recognise.

    A decision without a number is about its own case alone.
    """
    if case.outcome != "PASS":
        return []
    of_round = world.tagged(round_tag(case.opened.programme, case.opened.period))
    others = (world.case(stream) for stream in of_round if stream != case.stream)
    found = [case, *(each for each in others if each and _same(case, each))]
    return [_decided(each) for each in sorted(found, key=lambda each: each.subject)]


def _same(case: Case, other: Case) -> bool:
    own, others = case.decided, other.decided
    if own is None or others is None or other.outcome != "PASS":
        return False
    number = own.event.details.number.strip()
    return bool(number) and (number, own.organ, own.effective_on) == (
        others.event.details.number.strip(),
        others.organ,
        others.effective_on,
    )


def _decided(case: Case) -> DecidedCase:
    return DecidedCase(
        case.subject,
        case.unit,
        case.opened.title,
        case.opened.subject_kind,
        date.fromisoformat(case.decided_on),
    )
