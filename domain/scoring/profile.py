"""What a criterion may ask about the subject before it counts."""

from __future__ import annotations

import msgspec


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The subject on the day.

    `has` are attributes and organs of its unit (for a meeting also `thematic_meeting`); `month` is
    the month that is assessed, if one is; `person` are attributes of the member who is assessed;
    `leaders` says whether leaders are among those assessed, which they always are in a unit.
    """

    subject_kind: str = ""
    org_type: str = ""
    has: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    month: int | None = None
    leaders: bool = True
