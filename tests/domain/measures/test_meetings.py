"""What the log's meetings come to."""

from datetime import date
from fractions import Fraction

import pytest

from domain.events import person as p
from domain.events import round as r
from domain.events import unit as u
from domain.events import unit_year as y
from domain.measures.catalogue import MEASURES
from domain.scoring.value import Ratio
from domain.streams import person_stream, unit_stream
from tests.domain.measures.asking import ask_of, series, value
from tests.support.cell_year import CELL, MEMBERS, YEAR, cell_world, hold, hold_all

OF_MEETINGS = [
    "attendance_rate", "unexcused_absences", "longest_excused_run", "meeting_minutes",
    "meetings_in_window", "regular_meetings_held", "thematic_meetings_per_quarter",
    "meeting_ratings",
]  # fmt: skip


@pytest.mark.parametrize("name", OF_MEETINGS)
def test_without_a_meeting_nothing_is_measured(name):
    assert value(cell_world(), name) is None
    measure = MEASURES[name].series
    assert measure is None or measure(ask_of(cell_world()), name).value is None


def test_attendance_is_the_lowest_of_all_regular_meetings():
    world = cell_world()
    hold(world, 1)
    hold(world, 2, excused=MEMBERS[:3])
    hold(world, 3, excused=MEMBERS[:9], kind="THEMATIC")
    assert value(world, "attendance_rate") == Ratio(17, 20)
    assert series(world, "attendance_rate")[:2] == [Ratio(20, 20), Ratio(17, 20)]


def test_exempt_members_are_not_counted_and_members_nobody_listed_are():
    world = cell_world()
    world.give(person_stream("dv01"), p.ExemptionRecorded(), on="2024-01-01")
    hold(world, 1, present=MEMBERS[2:], exempt=["dv02"])
    assert value(world, "attendance_rate") == Ratio(18, 18)
    hold(world, 2, present=MEMBERS[3:])
    assert value(world, "attendance_rate") == Ratio(17, 19)


def test_the_roll_is_that_of_the_day():
    world = cell_world()
    world.give(person_stream("dv01"), p.MembershipEnded(unit=CELL), on="2024-01-31")
    hold(world, 2, present=MEMBERS[1:])
    assert value(world, "attendance_rate") == Ratio(19, 19)


def test_where_no_roll_is_kept_the_record_is_the_roll():
    world = cell_world(members=0)
    hold(world, 1, present=["a", "b", "c"], unexcused=["d"])
    assert value(world, "attendance_rate") == Ratio(3, 4)


def test_a_meeting_of_nobody_has_no_rate():
    world = cell_world(members=0)
    hold(world, 1, present=[])
    assert value(world, "attendance_rate") is None


def test_a_member_s_own_attendance_is_his():
    world = cell_world()
    hold(world, 1, excused=["dv01"])
    assert value(world, "attendance_rate", member="dv01") == Ratio(0, 1)
    assert value(world, "attendance_rate", member="dv02") == Ratio(1, 1)


def test_absences_without_reason_are_counted_over_all_meetings():
    world = cell_world()
    hold(world, 1, unexcused=["dv01", "dv02"])
    hold(world, 2, number="CD", kind="THEMATIC", unexcused=["dv01"])
    assert value(world, "unexcused_absences") == 3
    assert value(world, "unexcused_absences", member="dv01") == 2
    assert value(world, "unexcused_absences", member="dv09") == 0


def test_whoever_was_due_and_is_on_no_list_was_absent_without_reason():
    world = cell_world()
    world.give(person_stream("dv03"), p.ExemptionRecorded(), on="2024-01-01")
    hold(world, 1, present=MEMBERS[4:], unexcused=["dv01"], exempt=["dv02"])

    assert value(world, "unexcused_absences") == 2
    assert value(world, "unexcused_absences", member="dv04") == 1
    assert value(world, "unexcused_absences", member="dv02") == 0
    assert value(world, "unexcused_absences", member="dv03") == 0
    assert value(world, "attendance_rate", member="dv04") == Ratio(0, 1)


def test_an_absence_that_nobody_excused_breaks_a_run_of_excused_ones():
    world = cell_world()
    for month in (1, 2, 4):
        hold(world, month, excused=["dv01"])
    hold(world, 3, present=MEMBERS[1:])

    assert value(world, "longest_excused_run") == 2


@pytest.mark.parametrize(
    ("absent", "run"),
    [([1, 2], 2), ([1, 2, 3], 3), ([1, 2, 4, 5], 2), ([1, 3, 5, 7, 9, 11], 1), ([], 0)],
)
def test_the_longest_run_of_excused_absences_is_meeting_after_meeting(absent, run):
    world = cell_world()
    for month in range(12, 0, -1):
        hold(world, month, excused=["dv01"] if month in absent else [])
    assert value(world, "longest_excused_run") == run
    assert value(world, "longest_excused_run", member="dv02") == 0


def test_an_absence_without_reason_ends_a_run_and_an_exempt_month_does_not():
    world = cell_world()
    hold(world, 1, excused=["dv01", "dv02"])
    hold(world, 2, exempt=["dv01"], unexcused=["dv02"])
    hold(world, 3, excused=["dv01", "dv02"])
    assert value(world, "longest_excused_run", member="dv01") == 2
    assert value(world, "longest_excused_run", member="dv02") == 1


def test_the_shortest_meeting_counts():
    world = cell_world()
    hold(world, 1, minutes=95)
    hold(world, 2, minutes=89)
    assert value(world, "meeting_minutes") == 89
    assert series(world, "meeting_minutes")[:3] == [95, 89, None]


def test_months_are_held_inside_the_window_or_not():
    world = cell_world()
    world.give("log", r.HolidaysDeclared(year=2024, days=[date(2024, 4, 10)]))
    hold(world, 3, day=12)
    hold(world, 4, day=11, scheduled_on=date(2024, 4, 10))
    hold(world, 5, day=7)
    found = series(world, "meetings_in_window", period="2024-Q2", closing_on=date(2024, 6, 30))
    assert found == [1, 1, 0]
    assert series(world, "meetings_in_window")[2] == 0
    assert value(world, "meetings_in_window") == 2


def test_without_a_window_every_day_is_inside():
    world = cell_world()
    hold(world, 3, day=28)
    found = MEASURES["meetings_in_window"].compute
    asked = ask_of(world)
    assert found(asked, "x").value == 0
    open_rules = type(asked)(
        unit=CELL, period="2024", closing_on=asked.closing_on, world=world, programme="x"
    )
    assert found(open_rules, "x").value == 1


def test_two_meetings_in_one_month_make_up_for_no_other():
    world = cell_world()
    hold_all(world, range(1, 12))
    hold(world, 11, day=20, number="bis")
    assert value(world, "regular_meetings_held") == 11
    assert series(world, "regular_meetings_held") == [1] * 10 + [2, 0]


def test_thematic_meetings_are_counted_by_quarter():
    world = cell_world()
    hold_all(world)
    assert series(world, "thematic_meetings_per_quarter") == [0, 0, 0, 0]
    for month in (2, 5, 8, 9):
        hold(world, month, day=20, number=f"CD{month}", kind="THEMATIC")
    assert series(world, "thematic_meetings_per_quarter") == [1, 1, 2, 0]
    assert value(world, "thematic_meetings_per_quarter") == 0


def test_a_month_that_is_not_over_is_not_due_unless_it_has_its_meeting():
    world = cell_world()
    hold_all(world, range(1, 12))
    early = date(2024, 12, 5)
    assert len(series(world, "meeting_minutes", closing_on=early)) == 11
    assert series(world, "meeting_minutes")[11] is None
    hold(world, 12, day=5)
    assert len(series(world, "meeting_minutes", closing_on=early)) == 12


def test_months_before_the_unit_and_after_it_are_not_due():
    world = cell_world()
    late = u.UnitRegistered(code="moi", name="n", kind="BASE_CELL")
    world.give(unit_stream("moi"), late, on="2024-03-15")
    world.give("unit-year:moi:2024", y.SessionHeld(kind="committee_session"), on="2024-05-02")
    assert series(world, "committee_sessions", unit="moi") == [0, 0, 1] + [0] * 7
    world.give(unit_stream("moi"), u.UnitDissolved(), on="2024-06-30")
    assert series(world, "committee_sessions", unit="moi") == [0, 0, 1]


def test_an_unknown_unit_has_every_month_due():
    world = cell_world()
    world.give("unit-year:xa:2024", y.SessionHeld(kind="committee_session"), on="2024-05-02")
    assert len(series(world, "committee_sessions", unit="xa")) == 12


def rate(world, month, rating):
    rated = y.MeetingRated(meeting=f"SH-{month}", criteria="c", rating=rating)
    world.give(YEAR, rated, on=f"2024-{month:02}-06")


def test_each_month_has_the_worst_rating_of_its_meetings():
    world = cell_world()
    hold_all(world)
    assert series(world, "meeting_ratings") is None
    for month in range(1, 12):
        rate(world, month, "GOOD")
    assert series(world, "meeting_ratings") == ["GOOD"] * 11 + [None]
    assert value(world, "meeting_ratings") is None
    rate(world, 12, "FAIR")
    assert value(world, "meeting_ratings") == "FAIR"
    rate(world, 12, "GOOD")
    assert value(world, "meeting_ratings") == "GOOD"


def test_a_second_meeting_that_is_not_rated_leaves_its_month_open():
    world = cell_world()
    hold(world, 1)
    rate(world, 1, "GOOD")
    hold(world, 1, day=9, number="bis")
    assert series(world, "meeting_ratings", period="2024-01") is None


def test_a_quarter_looks_at_its_own_months_only():
    world = cell_world()
    hold_all(world, minutes=95)
    hold(world, 5, day=6, number="bis", minutes=60)
    assert value(world, "meeting_minutes", period="2024-Q1") == 95
    assert value(world, "meeting_minutes", period="2024-05") == Fraction(60)
