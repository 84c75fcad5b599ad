"""Public holidays as the log declares them, year by year; the later declaration of a year counts."""

from datetime import date

import msgspec

from domain.events.round import HolidaysDeclared
from projections.machinery.read_model import Fold, ReadModel, Seen


class Declared(msgspec.Struct):
    """The one record of the log's own stream."""

    stream: str
    position: int
    years: dict[int, list[date]] = {}

    @property
    def days(self) -> frozenset[date]:
        return frozenset(day for days in self.years.values() for day in days)


def _declare(known: Declared | None, event: HolidaysDeclared, row: Seen) -> Declared:
    known = known or Declared(row.stream, row.position)
    known.years[event.year] = event.days
    known.position = row.position
    return known


HOLIDAYS = ReadModel(
    name="holidays",
    schema=1,
    record=Declared,
    folds={HolidaysDeclared.TOPIC: Fold(HolidaysDeclared, _declare)},
)
