"""A time of recording that is not the one asked for is told: by a command, by its trial, by a scenario's line."""

from datetime import datetime

import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.request import Request
from application.commands.trial import trial
from application.intake.scenario import play
from tests.application.systems import a_system
from tests.support import small_year
from words.sentences import sentence

LATE, EARLY = datetime(2024, 5, 2, 9), datetime(2024, 5, 1, 9)  # noqa: DTZ001 -- as people type it


def register(code, at):
    data = {"person": code, "name": "A"}
    return Request(
        verb="register-person", actor="quan-tri", reason="r", command_id=code, data=data, at=at
    )


@pytest.fixture
def system(fresh_url):
    system = a_system(fresh_url())
    yield system
    system.close()


def test_an_earlier_time_than_the_last_is_told_with_both(system):
    assert handle(system, register("a", LATE)).warnings == []
    [tried] = trial(system, register("b", EARLY)).warnings
    [told] = handle(system, register("b", EARLY)).warnings

    assert told == tried
    assert told.about == "at"
    assert "02/05/2024 09:00, không phải 01/05/2024 09:00" in sentence(told, "vi")
    assert "2024" in sentence(told, "en")


def test_no_time_and_a_later_one_are_told_nothing(system):
    assert handle(system, register("a", EARLY)).warnings == []
    assert handle(system, register("b", LATE)).warnings == []


def test_a_real_log_takes_its_own_time_and_says_so(fresh_url):
    system = initialise(fresh_url(), by="quan-tri")
    try:
        [told] = handle(system, register("a", LATE)).warnings
        assert told.code == "recorded_by_the_clock"
        assert handle(system, register("b", None)).warnings == []
    finally:
        system.close()


def test_a_line_that_is_moved_on_is_told_and_goes_as_expected(system, tmp_path):
    line = {"do": "register-person", "by": "quan-tri", "reason": "r"}
    later = [{**line, "at": "2024-05-02T09:00", "data": {"person": "a", "name": "A"}}]
    early = [{**line, "at": "2024-05-01T09:00", "data": {"person": "b", "name": "B"}}]
    [first] = play(system, [small_year.write(tmp_path / "later.jsonl", later)])
    [second] = play(system, [small_year.write(tmp_path / "early.jsonl", early)])

    assert (first.as_expected, first.moved) == (True, [])
    assert second.as_expected
    assert [each.code for each in second.moved] == ["recorded_at_another_time"]
