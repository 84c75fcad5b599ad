"""The two dates that any page about the log takes: as of which day, as known when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.commands.typed_days import typed_day
from application.questions import moments

if TYPE_CHECKING:
    from application.questions.moments import Asked as AskedMoment
    from web.asked import Asked


class Moment(NamedTuple):
    """What was typed, and what it means; both empty for now."""

    as_of: str
    known_at: str
    asked: AskedMoment

    @property
    def is_now(self) -> bool:
        return not self.as_of and not self.known_at


def moment_of(asked: Asked) -> Moment:
    """The moment that an address names; raises RefusedError for a day that is none, or that the log has not."""
    query = asked.request.query_params
    as_of, known_at = query.get("as_of", "").strip(), query.get("known_at", "").strip()
    return Moment(
        as_of,
        known_at,
        {
            "as_of": typed_day(as_of, "as_of") if as_of else None,
            "known_at": moments.known_at(asked.system, known_at),
        },
    )
