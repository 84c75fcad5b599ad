from datetime import date
from decimal import Decimal

import pytest

from domain.events import unit as u
from domain.events import unit_year as y
from domain.unit_year.evolve import evolve
from tests.support.cell_year import YEAR, cell_world, hold, meeting


def given(*events, on="2024-06-05"):
    world = cell_world()
    for event in events:
        world.give(YEAR, event, on=on)
    return world.state(YEAR)


def test_a_year_knows_its_unit_and_its_version():
    found = given(meeting(1), meeting(2))
    assert (found.unit, found.year, found.version) == ("chi-bo", 2024, 2)


def test_a_unit_code_may_hold_a_hyphen_and_digits():
    world = cell_world()
    world.give("unit-year:xa-01-a:2023", y.SessionHeld(kind="body_conference"), on="2023-01-02")
    assert world.state("unit-year:xa-01-a:2023").unit == "xa-01-a"


def test_an_event_of_another_stream_is_a_bug():
    with pytest.raises(TypeError):
        evolve(None, u.UnitRenamed(name="x"), None)


def test_meetings_are_ordered_by_their_dates_not_by_when_they_were_entered():
    world = cell_world()
    for month in (3, 1, 2):
        hold(world, month)
    hold(world, 2, day=20, number="CD", kind="THEMATIC")
    found = world.state(YEAR)
    assert [each.event.meeting for each in found.meetings_in_order("REGULAR")] == [
        "SH-1", "SH-2", "SH-3",
    ]  # fmt: skip
    assert [each.event.meeting for each in found.meetings_in_order("THEMATIC")] == ["SH-CD"]
    assert len(found.meetings_in_order()) == 4


def test_a_correction_replaces_the_record_of_a_meeting():
    found = given(meeting(1, minutes=60), meeting(1, minutes=95, corrects=True))
    assert [each.event.minutes for each in found.meetings.values()] == [95]


def classified(level, *, final, on="2024-12-20"):
    event = y.ClassificationImported(subject="member:dv01", level=level, final=final)
    return event, on


def classification_after(*records):
    world = cell_world()
    world.give(YEAR, y.SessionHeld(kind="body_conference"))
    for event, on in records:
        world.give(YEAR, event, on=on)
    found = world.state(YEAR).classification("member:dv01")
    return found.event.level if found else None


def test_the_latest_final_classification_counts_before_any_provisional_one():
    assert classification_after() is None
    assert classification_after(classified("WELL", final=False)) == "WELL"
    final, later = (
        classified("COMPLETED", final=True),
        classified("WELL", final=False, on="2025-01-09"),
    )
    assert classification_after(final, later) == "COMPLETED"
    appealed = classified("WELL", final=True, on="2025-01-20")
    assert classification_after(appealed, final) == "WELL"


def test_the_figure_of_the_latest_date_counts():
    world = cell_world()
    for value, on in ((3, "2024-12-01"), (1, "2024-06-01")):
        figure = y.FigureReported(measure="admissions", value=Decimal(value))
        world.give(YEAR, figure, on=on)
    assert world.state(YEAR).figure("admissions").event.value == 3
    assert world.state(YEAR).figure("unknown") is None


def test_every_kind_of_fact_is_kept():
    found = given(
        y.MeetingRated(meeting="SH-1", criteria="c", rating="GOOD"),
        y.SessionHeld(kind="committee_session"),
        y.MonthlyReportFiled(month=5),
        y.PeriodicReportFiled(report="interim"),
        y.DisciplineRecorded(against="member", subject="dv01", form="warning", instrument="1"),
        y.BreachRecorded(member="dv01", instrument="1"),
        y.FeePaid(member="dv01", month=5),
        y.DisseminationHeld(programme="kon-tum"),
        y.DutyPerformed(programme="kon-tum", duty="urge"),
    )
    assert [*found.ratings] == ["SH-1"]
    assert [*found.monthly_reports] == [("", 5)]
    assert [*found.fees] == [("dv01", 5)]
    kept = [found.sessions, found.periodic_reports, found.disciplines, found.breaches]
    assert [len(each) for each in [*kept, found.disseminations, found.duties]] == [1] * 6
    assert found.sessions[0].on == str(date(2024, 6, 5))
