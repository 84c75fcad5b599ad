"""Breaks a duty: it is open, not after it was performed, and late after its day; another organ cannot perform it."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from domain.events import unit_year as y
from domain.owing.owed import Asked, owed
from domain.refusal import RefusedError
from domain.streams import unit_year_stream
from domain.unit_year.decide import decide
from tests.clauses.organisation import organisation
from tests.clauses.owed_done import perform

OPENS, MARKS_LATE, REFUSES = "opens a duty", "marks late", "refuses"
ANY_DAY = date(2024, 6, 3)
DAY = timedelta(days=1)


def effects(edition, home):
    """Whether what stands in this room is owed, when it is late, and whether another organ may do it."""
    piece, code = home.piece, _code(home)
    year = _year(edition, piece)
    found = {OPENS} if _is_open_until_done(edition, code, piece, year) else set()
    if getattr(piece, "deadline", "") and _is_late_after_its_day(edition, code, piece, year):
        found.add(MARKS_LATE)
    return found | (_refused_to_another(edition, code, piece) & {REFUSES})


def _code(home):
    return getattr(home.piece, "code", "") or home.path[1]


def _year(edition, piece):
    deadline = edition.programme.deadlines.get(getattr(piece, "deadline", ""))
    return 2024 if deadline is None else max(deadline.years.begin, 2023)


def _is_open_until_done(edition, code, piece, year):
    """What an organ owes is open until the day on which that organ did it, and then done."""
    world, day = organisation(edition, str(year)), ANY_DAY.replace(year=year)
    before = _rows(edition, world, code, year)
    if not before:
        return False
    assert all(row.done_on is None for row in before)
    perform(edition, world, piece, before[0], day)
    after = _rows(edition, world, code, year)
    assert [row.done_on for row in after if row.unit == before[0].unit][:1] == [day]
    return True


def _is_late_after_its_day(edition, code, piece, year):
    """Done on its last day it is in time, the day after it is late, and open the day after as well."""
    found = []
    for later in (0 * DAY, DAY):
        world = organisation(edition, str(year))
        owing = _rows(edition, world, code, year)[0]
        open_still = owing.late_on(owing.due_on + later)
        perform(edition, world, piece, owing, owing.due_on + later)
        done = next(r for r in _rows(edition, world, code, year) if r.unit == owing.unit)
        found.append((open_still, done.late_on(world.today)))
    return found == [(False, False), (True, True)]


def _refused_to_another(edition, code, piece):
    """An organ of the sample that does not owe it says that it did it."""
    event = _said_by_anybody(edition, code, piece)
    if event is None:
        return set()
    world = organisation(edition, "2024")
    unit = edition.programme.body.unit
    stream, organ = unit_year_stream(unit, 2024), f"{unit}/youth_union"
    verb = "perform-duty" if isinstance(event, y.DutyPerformed) else "file-report"
    data = msgspec.to_builtins(event)
    command = world.command(verb, stream, data, organ=organ, on=ANY_DAY)
    try:
        decide(None, command, world)
    except RefusedError as refused:
        return {REFUSES} if "owed_by_another" in _codes(refused) else set()
    return set()


def _said_by_anybody(edition, code, piece):
    programme = edition.programme.code
    if getattr(piece, "held_by", "") == "perform-duty":
        return y.DutyPerformed(programme=programme, duty=code)
    if getattr(piece, "every", "") not in ("", "month"):
        return y.PeriodicReportFiled(programme=programme, report=code)
    return None


def _codes(refused):
    return {reason.code for reason in refused.refusals}


def _rows(edition, world, code, year):
    state = world.round(edition.programme.code, str(year))
    asked = Asked(edition.programme, state, world.today, world)
    return [row for row in owed(asked) if row.code == code]
