"""What a measure is asked about: a unit or one of its members, in a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from domain.events.base import Reliance
from domain.periods import year_of
from domain.programme.procedure import MeetingRules
from domain.programme.taking_part import Source
from domain.streams import unit_year_stream
from domain.unit_year.roll import units_below
from domain.unit_year.state import UnitYear
from domain.world import World


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """A question to the log.

    `member` is a person id when the subject is a member. `closing_on` is the day on which rolls
    are counted and up to which months are due; `rules` are the programme's for meetings, `frame` the
    instrument by which it has them rated, `grades` its grades, the highest first.
    """

    unit: str
    period: str
    closing_on: date
    world: World
    member: str = ""
    programme: str = ""
    rules: MeetingRules = MeetingRules()
    frame: Source | None = None
    grades: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        return year_of(self.period)

    def own_year(self) -> UnitYear:
        """What is known of the unit itself in the year."""
        return self.year_of_unit(self.unit)

    def year_of_unit(self, code: str) -> UnitYear:
        """What is known of a unit in the year, empty where nothing is."""
        year = self.world.unit_year(code, self.year)
        return year or UnitYear(unit=code, year=self.year)

    def units(self) -> Iterator[str]:
        """The unit and every unit under it on the closing day."""
        yield self.unit
        yield from units_below(self.unit, self.closing_on, self.world)

    def years(self) -> Iterator[UnitYear]:
        """What is known of the unit and of every unit under it."""
        return (self.year_of_unit(code) for code in self.units())

    def relied_on(self, use: str, value: str, *, whole: bool = False) -> list[Reliance]:
        """Answer the reliances on the unit's year, or on those of the `whole` tree under it."""
        codes = self.units() if whole else iter([self.unit])
        streams = [unit_year_stream(code, self.year) for code in codes]
        return [
            Reliance(stream=stream, version=self.world.version(stream), use=use, value=value)
            for stream in streams
        ]
