"""Which tags an event gives its stream: the ledger's own index of sets, written in the append."""

from __future__ import annotations

from typing import Any

from domain.events import case as c
from domain.events import person as p
from domain.events import unit as u
from domain.streams import (
    child_tag,
    member_tag,
    reliance_tag,
    round_tag,
    subject_tag,
    unit_case_tag,
)


def tags_of(event: Any) -> list[str]:
    """List the tags that an event gives to the stream it is appended to."""
    tags = [reliance_tag(r.stream) for r in getattr(event, "relied_on", ()) if _is_case(r.stream)]
    match event:
        case c.CaseOpened():
            tags.extend(_of_case(event))
        case c.SubjectSucceeded():
            tags.append(unit_case_tag(event.details.successor))
        case u.UnitRegistered() | u.UnitMoved() if event.parent:
            tags.append(child_tag(event.parent))
        case p.MembershipStarted():
            tags.append(member_tag(event.unit))
    return list(dict.fromkeys(tags))


def _of_case(event: c.CaseOpened) -> list[str]:
    return [
        round_tag(event.programme, event.period),
        subject_tag(event.subject),
        unit_case_tag(event.unit),
    ]


def _is_case(stream: str) -> bool:
    return stream.startswith("case:")
