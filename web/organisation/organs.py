"""The organs of a unit on a day, and who may act for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.persons import who_acts

if TYPE_CHECKING:
    from datetime import date

    from application.questions.rights import Acting
    from application.questions.unit_shown import UnitShown
    from web.asked import Asked


class Organ(NamedTuple):
    """An organ of the unit, and who may act for it on the day, each with their right and its paper."""

    name: str
    holders: tuple[Holder, ...]


class Holder(NamedTuple):
    name: str
    address: str
    right: str


def organs_of(asked: Asked, shown: UnitShown) -> list[Organ]:
    """Each organ that the unit has on the day; none of a unit that is not there on it."""
    if not shown.exists:
        return []
    rights = who_acts(asked.system, shown.code, shown.on)
    return [_organ(asked, f"{shown.code}/{each}", rights) for each in shown.organs]


def _organ(asked: Asked, organ: str, rights: list[Acting]) -> Organ:
    holders = tuple(_holder(asked, each) for each in rights if each.organ == organ)
    return Organ(asked.spoken.value(organ, "organ"), holders)


def _holder(asked: Asked, right: Acting) -> Holder:
    spoken = asked.spoken
    paper = spoken.said(right.rests_on) if right.rests_on else ""
    lent = spoken.value(right.delegator, "person")
    by = spoken.words("web.lent_by", lender=lent) if lent else ""
    parts = (
        right.own_post,
        spoken.value(right.power, "power"),
        by,
        paper,
        _until(asked, right.until),
    )
    told = " · ".join(filter(None, parts))
    return Holder(spoken.value(right.person, "person"), f"/persons/{right.person}", told)


def _until(asked: Asked, until: date | None) -> str:
    day = asked.spoken.value(until, "date")
    return asked.spoken.words("web.until_day", on=day) if day else ""
