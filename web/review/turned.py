"""The cases that would come to something else under another mark, those that the reader may look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from application.questions.names import Rules
from application.questions.officials import is_member_in_sight
from application.questions.what_if import turned

if TYPE_CHECKING:
    from domain.programme.edition import Edition
    from web.asked import Asked


class Turned(NamedTuple):
    """A case that would come to something else, and why."""

    subject: str
    address: str
    was: str
    would_be: str
    why: tuple[str, ...]


def turned_in_sight(asked: Asked, found: dict[str, Any], edition: Edition) -> list[Turned]:
    """The cases in sight alone; the counts are of all."""
    spoken = asked.spoken.about(Rules(edition.programme.code, ""))
    return [
        Turned(
            spoken.value(row["subject"], "subject"),
            f"/cases/{row['case']}",
            spoken.value(row["decided"], "level"),
            spoken.value(row["outcome"], "level"),
            tuple(spoken.said(each) for each in turned(row)),
        )
        for row in found["changed"]
        if _is_seen(asked, row["subject"])
    ]


def _is_seen(asked: Asked, subject: str) -> bool:
    kind, _, code = subject.partition(":")
    if kind == "member":
        return is_member_in_sight(asked.system, asked.sight, code, asked.system.today())
    return code in asked.sight.units
