"""The log's own stream: it is opened once, and each year has the holidays that were declared last."""

from datetime import date

import pytest

from domain.authority.acting import REGISTRAR
from domain.events import round as r
from domain.refusal import RefusedError
from domain.round.calendar import Calendar, decide_log, evolve_calendar
from tests.domain.organisation.asking import an_organisation
from words.sentences import sentence


def opening(world, by="quan-tri"):
    return world.command("open-log", "log", {}, by=by, organ=REGISTRAR)


def test_a_log_is_opened_by_whoever_opens_it_as_what_it_is():
    world = an_organisation()
    decided = decide_log(None, opening(world), world)

    assert decided.events == [r.LogOpened(simulated=True)]
    assert (decided.authority, decided.organ) == ("log", REGISTRAR)
    world.simulated = False
    assert decide_log(None, opening(world), world).events == [r.LogOpened(simulated=False)]


def test_a_log_that_is_open_is_not_opened_again():
    world = an_organisation()

    with pytest.raises(RefusedError) as error:
        decide_log(Calendar(), opening(world), world)
    assert [each.code for each in error.value.refusals] == ["log_is_open"]


def test_a_log_is_not_opened_by_an_id_that_nobody_could_have():
    world = an_organisation()

    with pytest.raises(RefusedError) as error:
        decide_log(None, opening(world, by="quan tri/"), world)
    assert len(error.value.refusals) == 1


def test_a_later_declaration_of_a_year_replaces_the_earlier_and_leaves_other_years():
    world = an_organisation()
    days = {2024: [date(2024, 4, 30)], 2025: [date(2025, 1, 1)]}
    for year, listed in days.items():
        world.give("log", r.HolidaysDeclared(year=year, days=listed))
    assert world.holidays() == {date(2024, 4, 30), date(2025, 1, 1)}

    world.give("log", r.HolidaysDeclared(year=2024, days=[date(2024, 9, 2)]))
    assert world.holidays() == {date(2024, 9, 2), date(2025, 1, 1)}


def test_a_day_of_another_year_is_told_with_the_year():
    world = an_organisation()
    days = ["2024-12-31", "2025-01-01"]
    command = world.command("declare-holidays", "log", {"year": 2024, "days": days})

    with pytest.raises(RefusedError) as error:
        decide_log(Calendar(), command, world)
    assert [sentence(each, "en") for each in error.value.refusals] == [
        "The day 1 Jan 2025 is not in 2024."
    ]


def test_the_calendar_knows_the_events_of_its_own_stream_alone():
    assert evolve_calendar(None, r.LogOpened(), None) == Calendar()
    with pytest.raises(TypeError, match="RoundLocked"):
        evolve_calendar(None, r.RoundLocked(), None)
