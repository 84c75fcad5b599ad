"""Shares, rolls and months: what is counted, of whom, and where it is enough."""

from datetime import date
from fractions import Fraction

import pytest

from domain.events import person as p
from domain.events import unit_year as y
from domain.measures.gather import gather
from domain.scoring.facts import Facts, Measured, Ratio
from domain.streams import person_stream
from tests.clauses.homes import EDITIONS
from tests.defaults.sheets import Scoring, criteria_of
from tests.domain.measures.test_cases import case, decided
from tests.support.cell_year import CELL, MEMBERS, YEAR, cell_world, hold, hold_all

CLOSING = date(2024, 12, 31)


def measured(world, node, *, programme="cam-giang", criteria="cell"):
    """What the log comes to for a criterion of a programme."""
    found = gather(
        criteria_of(programme, criteria), EDITIONS[programme].programme, f"unit:{CELL}", CELL, "2024",
        CLOSING, world,
    )  # fmt: skip
    return found.measured[node].value


def met(programme, kind, node, value):
    facts = Facts({node: Measured(value=value)})
    return Scoring(programme, kind).outcome(facts=facts).met[node]


@pytest.mark.parametrize(
    ("well", "of", "enough"),
    [(9, 10, True), (10, 10, True), (89, 100, False)],
)
def test_d09_ninety_percent_is_at_least_ninety_percent(well, of, enough):
    assert met("power-tkv", "base_cell", "1.1.c.3", Ratio(well, of)) is enough


def test_d10_attendance_is_of_the_roll_of_the_day_less_the_exempt():
    world = cell_world()
    world.give(person_stream("dv01"), p.ExemptionRecorded(), on="2024-01-01")
    hold(world, 1, present=MEMBERS[1:])
    world.give(person_stream("dv02"), p.MembershipEnded(unit=CELL), on="2024-01-31")
    hold(world, 2, present=MEMBERS[2:], excused=["dv03"])

    assert measured(world, "1.2.c.1")[:2] == [Ratio(19, 19), Ratio(17, 18)]


def test_d10_a_share_of_classified_members_is_of_those_classified_that_year():
    world = cell_world()
    for member, level in (("dv01", "WELL"), ("dv02", "EXCELLENT"), ("dv03", "COMPLETED")):
        given = y.ClassificationImported(subject=f"member:{member}", level=level, final=True)
        world.give(YEAR, given, on="2024-12-20")

    assert measured(world, "1.1.c.3", programme="power-tkv") == Ratio(2, 3)


@pytest.mark.parametrize(("well", "enough"), [(8, False), (9, True)])
def test_d11_ninety_percent_of_nine_is_all_nine(well, enough):
    assert met("power-tkv", "base_cell", "1.1.c.3", Ratio(well, 9)) is enough


@pytest.mark.parametrize(("recognised", "enough"), [(1, False), (2, True)])
def test_d12_half_of_the_members_is_of_all_on_the_roll_less_the_exempt(recognised, enough):
    world = cell_world(members=5)
    world.give(person_stream("dv05"), p.ExemptionRecorded(), on="2024-01-01")
    for member in MEMBERS[:recognised]:
        case(world, f"member:{member}", decided("PASS"))

    share = measured(world, "1.4.a")

    assert share == Ratio(recognised, 4)
    assert met("cam-giang", "cell", "1.4.a", share) is enough


@pytest.mark.parametrize(("months", "run", "kept"), [([3, 4], 2, True), ([3, 4, 5], 3, False)])
def test_d13_the_third_excused_absence_in_a_row_is_the_breach(months, run, kept):
    world = cell_world()
    for month in range(1, 13):
        hold(world, month, excused=["dv01"] if month in months else [])

    assert measured(world, "longest_excused_run") == run
    assert met("cam-giang", "cell", "1.2.c.3", Fraction(run)) is kept


@pytest.mark.parametrize(
    ("held", "scheduled", "inside"),
    [
        (date(2024, 11, 11), date(2024, 11, 10), 1),
        (date(2024, 11, 12), date(2024, 11, 10), 0),
        (date(2024, 10, 11), date(2024, 10, 10), 0),
        (date(2024, 11, 11), None, 1),
        (date(2024, 10, 11), None, 0),
    ],
)
def test_d14_a_day_earlier_or_later_only_where_the_scheduled_day_is_free(held, scheduled, inside):
    world = cell_world()
    hold(world, held.month, held.day, scheduled_on=scheduled)

    assert measured(world, "1.2.a.1")[held.month - 1] == inside


@pytest.mark.parametrize(("good", "enough"), [(12, True), (11, False)])
def test_d15_every_month_is_all_twelve(good, enough):
    ratings = [*["GOOD"] * good, *["FAIR"] * (12 - good)]

    assert met("kon-tum", "subordinate_cell", "II.2", ratings) is enough


def test_d15_a_month_without_a_meeting_is_no_good_month():
    world = cell_world()
    hold_all(world, months=range(1, 12))

    assert met("cam-giang", "cell", "1.2.a.1", measured(world, "1.2.a.1")) is False
