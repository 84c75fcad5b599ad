"""A simulated log has a today of its own, the day of its newest event; a real one has the clock's."""

from datetime import date, datetime, timedelta

import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.request import Request
from application.commands.trial import trial
from application.questions.case_list import CasesAsked, case_list
from application.questions.moments import as_of
from application.questions.pages import Page
from application.running.system import HERE
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year

NEWEST = datetime(2024, 12, 4, 9, tzinfo=HERE)
YEARS_LATER = datetime(2031, 5, 5, 9, tzinfo=HERE)


def clock():
    return YEARS_LATER


@pytest.fixture
def system(fresh_url, tmp_path):
    """A rehearsal that has come to December 2024, looked at in 2031."""
    system = a_system(fresh_url())
    year = [each for each in small_year.year() if each["at"] <= NEWEST.isoformat()]
    assert played(system, tmp_path / "year.jsonl", small_year.set_up(), year) == []
    system.clock = clock
    yield system
    system.close()


def register(code, on=None, at=None):
    data = {"person": code, "name": "A"}
    return Request(
        verb="register-person", actor="quan-tri", reason="r", command_id=code, data=data, on=on, at=at
    )  # fmt: skip


def newest(system):
    return datetime.fromisoformat(system.ledger.head().recorded_at)


def test_the_day_of_the_newest_event_is_today(system):
    assert system.today() == as_of(system, None) == newest(system).astimezone(HERE).date()


def test_a_case_is_late_by_the_days_of_its_own_log(system):
    [case] = case_list(system, CasesAsked(), Page()).rows
    assert case.due_on > system.today()
    assert not case.late

    handle(system, register("a", at=YEARS_LATER))
    [case] = case_list(system, CasesAsked(), Page()).rows
    assert case.late


def test_what_has_no_time_is_recorded_at_that_of_the_newest_event(system):
    before = newest(system)
    [tried] = trial(system, register("a")).rows
    handle(system, register("a"))

    assert newest(system) == datetime.fromisoformat(tried.recorded_at) == before
    assert tried.effective_on == system.today().isoformat()


def test_a_later_day_takes_the_log_on_to_its_beginning_and_an_earlier_one_nowhere(system):
    before = newest(system)
    handle(system, register("a", on=before.date() - timedelta(days=1)))
    assert newest(system) == before

    handle(system, register("b", on=date(2025, 2, 3)))
    assert newest(system) == datetime(2025, 2, 3, tzinfo=HERE)
    assert system.today() == date(2025, 2, 3)


@pytest.mark.parametrize(("day", "code"), [(5, None), (6, "date_in_future")])
def test_no_day_takes_a_rehearsal_beyond_the_clock(system, day, code):
    found = trial(system, register("a", on=date(2031, 5, day))).refusals
    assert [each.code for each in found] == [each for each in [code] if each]


def test_a_real_log_has_the_days_of_the_clock(fresh_url):
    system = initialise(fresh_url(), by="quan-tri", clock=lambda: NEWEST)
    system.clock = clock
    try:
        assert system.today() == YEARS_LATER.date()
        with pytest.raises(RefusedError):
            handle(system, register("a", on=date(2031, 5, 6)))
    finally:
        system.close()
