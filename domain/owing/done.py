"""When a duty or a report was done: by what was recorded for it in the unit's year, a case or the round."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from domain.events import case as c
from domain.periods import year_of
from domain.streams import case_stream, child_tag, round_tag, split_organ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from domain.events.base import Event
    from domain.programme.model import Programme
    from domain.programme.oversight import Duty
    from domain.round.state import Round
    from domain.unit.state import Unit
    from domain.unit_year.state import UnitYear
    from domain.world import World


class Asked(Protocol):
    """A round of a programme, looked at on a day."""

    @property
    def programme(self) -> Programme: ...
    @property
    def round(self) -> Round: ...
    @property
    def on(self) -> date: ...
    @property
    def world(self) -> World: ...


def done_on(duty: Duty, unit: str, organs: list[str], asked: Asked) -> date | None:
    """The first day on which a unit did a duty, None while it is open."""
    days = _DAYS.get(duty.held_by)
    return _first(days(duty, unit, organs, asked), asked) if days else None


def reported_on(report: str, unit: str, organs: list[str], asked: Asked) -> date | None:
    """The first day on which a unit filed a report of the programme, on its own year or on the round."""
    year = _year(unit, asked)
    own = [
        fact.on
        for fact in (year.periodic_reports if year else ())
        if fact.event.report == report
        and fact.event.programme in ("", asked.programme.code)
        and fact.organ in organs
    ]
    on_round = [each.on for each in asked.round.reports_filed if (each.what, each.organ) in {
        (report, organ) for organ in organs}]  # fmt: skip
    return _first([*own, *on_round], asked)


def reviewed_on(review: str, organs: list[str], asked: Asked) -> date | None:
    """The first day on which one of the organs held a review of the round."""
    held = (each for each in asked.round.reviews_held if each.what == review)
    return _first([each.on for each in held if each.organ in organs], asked)


def filed_on(month: int, unit: str, asked: Asked) -> date | None:
    """The day on which a unit filed its report for a month."""
    year = _year(unit, asked)
    fact = year.monthly_report(asked.programme.code, month) if year else None
    return _first([fact.on] if fact else [], asked)


def _first(days: Iterable[str], asked: Asked) -> date | None:
    known = [day for day in map(date.fromisoformat, days) if day <= asked.on]
    return min(known, default=None)


def _year(unit: str, asked: Asked) -> UnitYear | None:
    return asked.world.unit_year(unit, year_of(asked.round.period))


def _performed(duty: Duty, unit: str, organs: list[str], asked: Asked) -> list[str]:
    year = _year(unit, asked)
    return [
        fact.on
        for fact in (year.duties if year else ())
        if (fact.event.programme, fact.event.duty) == (asked.programme.code, duty.code)
        and fact.organ in organs
    ]


def _disseminated(_duty: Duty, unit: str, organs: list[str], asked: Asked) -> list[str]:
    year = _year(unit, asked)
    return [
        fact.on
        for fact in (year.disseminations if year else ())
        if fact.event.programme == asked.programme.code and fact.organ in organs
    ]


def _met(_duty: Duty, unit: str, _organs: list[str], asked: Asked) -> list[str]:
    year = _year(unit, asked)
    return [fact.on for fact in year.meetings.values()] if year else []


def _reviewed(_duty: Duty, _unit: str, organs: list[str], asked: Asked) -> list[str]:
    return [each.on for each in asked.round.reviews_held if each.organ in organs]


def _reported(duty: Duty, unit: str, organs: list[str], asked: Asked) -> list[str]:
    found = reported_on(duty.code, unit, organs, asked)
    return [found.isoformat()] if found else []


def _tailored(_duty: Duty, _unit: str, organs: list[str], asked: Asked) -> list[str]:
    tailored = asked.round.tailored.items()
    return [each.on for (organ, _), each in tailored if organ in organs]


def _followed(_duty: Duty, _unit: str, organs: list[str], asked: Asked) -> list[str]:
    """Followers were assigned to a unit below that of the organ."""
    return [
        each.since.isoformat() for unit in _units_below(organs, asked) for each in unit.followers
    ]


def _visited(_duty: Duty, _unit: str, organs: list[str], asked: Asked) -> list[str]:
    """A follower came to a unit below that of the organ in the year."""
    year = year_of(asked.round.period)
    days = (day for unit in _units_below(organs, asked) for day in unit.visits)
    return [day.isoformat() for day in days if day.year == year]


def _units_below(organs: list[str], asked: Asked) -> list[Unit]:
    above = sorted({split_organ(organ)[0] for organ in organs})
    names = (name for unit in above for name in asked.world.tagged(child_tag(unit)))
    units = (asked.world.unit(name.partition(":")[2]) for name in names)
    return [unit for unit in units if unit is not None]


def _acted(event: type[Event]) -> Callable[[Duty, str, list[str], Asked], list[str]]:
    """Acts of a kind on cases of the round, by one of the organs."""

    def days(_duty: Duty, _unit: str, organs: list[str], asked: Asked) -> list[str]:
        tag = round_tag(asked.programme.code, asked.round.period)
        cases = (asked.world.case(stream) for stream in asked.world.tagged(tag))
        return [
            act.effective_on
            for case in cases
            if case is not None
            for act in case.acts
            if act.topic == event.TOPIC and act.organ in organs
        ]

    return days


def _planned(_duty: Duty, unit: str, _organs: list[str], asked: Asked) -> list[str]:
    stream = case_stream(asked.programme.code, f"unit:{unit}", asked.round.period)
    case = asked.world.case(stream)
    return [act.effective_on for act in case.all(c.PlanFiled)] if case else []


_DAYS: dict[str, Callable[[Duty, str, list[str], Asked], list[str]]] = {
    "perform-duty": _performed,
    "record-dissemination": _disseminated,
    "record-meeting": _met,
    "hold-review": _reviewed,
    "file-report": _reported,
    "assign-follower": _followed,
    "record-visit": _visited,
    "file-plan": _planned,
    "set-local-criteria": _tailored,
    "adopt-aggregate": _acted(c.AggregateAdopted),
    "appraise-at-hop": _acted(c.HopAppraised),
    "comment": _acted(c.CommentGiven),
    "conclude-inspection": _acted(c.InspectionConcluded),
    "forward-registration": _acted(c.RegistrationForwarded),
}
"""By the command that records a duty."""
HOLDING = frozenset(_DAYS)
"""The commands by which a duty can be seen to be done."""
