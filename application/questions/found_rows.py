"""What a search shows of each thing that it found: looked up for one page at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from application.running.person_name import name_of
from application.running.world import newest_world
from domain.streams import unit_stream
from projections.cases.register import REGISTER, Recognition
from projections.cases.status import STATUS, Status
from projections.machinery.read_model import ReadModel
from projections.organisation.units import UNITS
from words.folded import folded

if TYPE_CHECKING:
    from application.running.system import System
    from projections.machinery.finding import Hit


Read = Callable[[ReadModel[Any], set[str]], dict[str, Any]]
"""Answers the records of a read model, by stream."""


class FoundRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was found, as `search --json` prints it.

    `what` is `unit`, `person`, `decision` or `case`; `code` is a unit's code, a person's id, a decision's
    number, the code of a case's subject. `name` is a decision's and a case's subject's; None for a
    person whose name was erased. `where` is the unit above a unit, or that of a person. `case` is the id
    of the case, empty where it is none.
    """

    what: str
    name: str | None
    code: str
    where: str
    programme: str = ""
    period: str = ""
    case: str = ""


class OneFound(Protocol):
    """What was found: a hit, and the stream of its case where the case is meant."""

    @property
    def hit(self) -> Hit: ...
    @property
    def case(self) -> str: ...


def rows_of(system: System, read: Read, found: Sequence[OneFound]) -> list[FoundRow]:
    """A row for each; the read models are those that were searched."""
    shown = _Shown(system, read, found)
    return [shown.row(each) for each in found]


class _Shown:
    """The records of one page."""

    def __init__(self, system: System, read: Read, found: Sequence[OneFound]) -> None:
        self._system = system
        self._world = newest_world(system)
        streams = {each.case or each.hit.stream for each in found}
        self._cases = read(STATUS, _of_kind(streams, "case"))
        self._decided = read(REGISTER, _of_kind(streams, "case"))
        of_cases = {unit_stream(case.unit) for case in self._cases.values()}
        self._units = read(UNITS, _of_kind(streams, "unit") | of_cases)

    def row(self, each: OneFound) -> FoundRow:
        stream = each.case or each.hit.stream
        kind, _, code = stream.partition(":")
        if kind == "unit":
            unit = self._units[stream]
            return FoundRow(what="unit", name=unit.name, code=unit.code, where=unit.parent)
        if kind == "person":
            return self._person(code)
        return self._case(self._cases[stream], each.hit.code if not each.case else "")

    def _person(self, code: str) -> FoundRow:
        known = self._world.person(code)
        where = known.unit_on(self._system.today()) if known else ""
        return FoundRow(
            what="person", name=name_of(self._system.ledger, code), code=code, where=where
        )

    def _case(self, case: Status, number: str) -> FoundRow:
        """A case, or its decision with a number."""
        kind, _, code = case.subject.partition(":")
        unit = self._units.get(unit_stream(case.unit))
        is_of_unit = kind == "unit"
        return FoundRow(
            what="decision" if number else "case",
            name=case.unit_name if is_of_unit else name_of(self._system.ledger, code),
            code=_typed(self._decided[case.stream], number) if number else code,
            where=(unit.parent if unit else "") if is_of_unit else case.unit,
            programme=case.programme,
            period=case.period,
            case=case.case,
        )


def _typed(decided: Recognition, number: str) -> str:
    """A decision's number as it was typed."""
    numbers = [each for decision in decided.decisions for each in decision.numbers]
    return next((each for each in numbers if folded(each) == number), number)


def _of_kind(streams: Iterable[str], kind: str) -> set[str]:
    return {stream for stream in streams if stream.startswith(f"{kind}:")}
