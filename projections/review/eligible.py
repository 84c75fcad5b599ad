"""The units that a round could recognise on its closing day, whether or not they have a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from domain.programme.model import Programme
from domain.programme.taking_part import Subject
from domain.round.state import Round
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.unit_places import Placed, top_of
from projections.review.collecting.year import Year


class Eligible(NamedTuple):
    """A unit that could be recognised as a subject of a kind; `case` is its case's stream or empty."""

    round: Round
    kind: str
    unit: Placed
    case: str


def eligible(year: Year) -> Iterator[Eligible]:
    """By programme, period and unit. Only trees that take part in the round are looked at."""
    for stream in sorted(year.rounds):
        state = year.rounds[stream]
        edition = year.edition(state.programme, state.version)
        if edition is not None:
            yield from _of_round(state, edition.programme, year)


def _of_round(state: Round, programme: Programme, year: Year) -> Iterator[Eligible]:
    units = year.units(year.closing(state.programme, state.period))
    mine = [case for case in year.cases if _of(case, state)]
    cases = _cases(mine)
    taking_part = (*(case.unit for case in mine), *cases, *state.pilot_units)
    tops = {top_of(code, units) for code in taking_part if code in units}
    for code in sorted(units):
        unit = units[code]
        if _listed(code, state, programme) and (not tops or top_of(code, units) in tops):
            kind = kind_of(unit, programme, units)
            if kind:
                yield Eligible(state, kind, unit, cases.get(code, ""))


def _of(case: CaseOnDay, state: Round) -> bool:
    return (case.opening.programme, case.opening.period) == (state.programme, state.period)


def _cases(cases: Iterable[CaseOnDay]) -> dict[str, str]:
    """The cases of units, by the unit they were opened for and by the one they are of now."""
    found: dict[str, str] = {}
    for case in cases:
        for subject in (case.opening.subject, case.subject):
            of, _, code = subject.partition(":")
            found.update({code: case.stream} if of == "unit" else {})
    return found


def _listed(code: str, state: Round, programme: Programme) -> bool:
    """In a pilot round only the units on the list take part (D-29)."""
    pilot = programme.pilot
    return pilot is None or state.period not in pilot.periods or code in state.pilot_units


def kind_of(unit: Placed, programme: Programme, units: Mapping[str, Placed]) -> str:
    """The subject kind as which a programme could recognise a unit; empty if it could not."""
    if not unit.exists or (unit.org_type and _foreign(unit.org_type, programme)):
        return ""
    fitting = (kind for kind, each in programme.subjects.items() if _fits(each, unit, units))
    return next(fitting, "")


def _foreign(org_type: str, programme: Programme) -> bool:
    return bool(programme.org_types) and org_type not in programme.org_types


def _fits(subject: Subject, unit: Placed, units: Mapping[str, Placed]) -> bool:
    if subject.of != "unit" or unit.kind not in subject.unit_kinds:
        return False
    above = units.get(unit.parent)
    return not subject.superior_kinds or (
        above is not None and above.kind in subject.superior_kinds
    )
