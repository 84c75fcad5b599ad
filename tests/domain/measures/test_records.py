"""Sessions, reports, conduct, figures, fees, classifications."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from domain.events import person as p
from domain.events import unit as u
from domain.events import unit_year as y
from domain.events.base import Reliance
from domain.measures.catalogue import MEASURES
from domain.measures.classified import classification
from domain.programme.criteria import External
from domain.programme.procedure import MeetingRules
from domain.scoring.value import Ratio
from domain.streams import person_stream, unit_stream
from domain.unit_year.roll import leads_on, units_below
from tests.domain.measures.asking import ask_of, series, value
from tests.support.cell_year import CELL, COMMITTEE, YEAR, cell_world
from words.language import LANGUAGES, find


def test_months_with_a_session_in_order_are_counted():
    world = cell_world()
    for on in ("2024-01-05", "2024-01-20", "2024-03-05"):
        world.give(YEAR, y.SessionHeld(kind="committee_session"), on=on)
    world.give(YEAR, y.SessionHeld(kind="committee_session", in_order=False), on="2024-02-05")
    world.give(YEAR, y.SessionHeld(kind="standing_committee"), on="2024-02-05")
    assert value(world, "committee_sessions") == 2
    assert series(world, "committee_sessions")[:4] == [2, 0, 1, 0]
    assert value(world, "body_conferences") is None
    world.give(YEAR, y.SessionHeld(kind="body_conference"), on="2024-06-20")
    assert value(world, "body_conferences") == 1


def test_a_conference_counts_once_for_each_occasion_that_the_programme_names():
    """PW L101: at mid-year and at the end of the year; two in January are neither."""
    world = cell_world()
    rules = MeetingRules(conference_months=[[6, 7], [11, 12]])

    def held():
        ask = msgspec.structs.replace(ask_of(world), rules=rules)
        return MEASURES["body_conferences"].compute(ask, "").value

    counted = []
    for on in ("2024-01-05", "2024-01-20", "2024-06-20", "2024-07-31", "2024-12-02"):
        world.give(YEAR, y.SessionHeld(kind="body_conference"), on=on)
        counted.append(held())
    assert counted == [0, 0, 1, 1, 2]


def test_of_the_regular_meetings_those_in_order_are_counted():
    """CG L30, L34, L36, L38."""
    world = cell_world()
    names = ["meetings_prepared", "meetings_with_resolution", "meetings_with_minutes"]
    assert [value(world, name) for name in (*names, "meeting_speakers")] == [None] * 4
    for month, given in enumerate(
        (
            {"resolution": "01-NQ/CB", "speakers": 4},
            {"resolution": " ", "speakers": 2, "prepared": False},
            {"resolution": "03-NQ/CB", "speakers": 3, "minutes_kept": False},
        ),
        start=1,
    ):
        meeting = y.MeetingRecorded(meeting=f"m-{month}", minutes=90, present=[], **given)
        world.give(YEAR, meeting, on=f"2024-0{month}-05")
    assert [value(world, name) for name in names] == [Ratio(2, 3)] * 3
    assert value(world, "meeting_speakers") == 2


def test_months_reported_on_are_counted_once():
    world = cell_world()
    assert value(world, "monthly_reports") is None
    for month in (1, 2, 2):
        world.give(YEAR, y.MonthlyReportFiled(month=month), on="2024-03-01")
    assert value(world, "monthly_reports") == 2
    assert series(world, "monthly_reports") == [1, 1] + [0] * 10
    assert value(world, "monthly_reports", period="2024-02") == 1


def breach(member, unit=CELL, world=None, on="2024-05-05"):
    world.give(f"unit-year:{unit}:2024", y.BreachRecorded(member=member, instrument="1"), on=on)


def test_members_in_breach_are_counted_once_each_over_the_whole_tree():
    world = cell_world()
    assert value(world, "members_in_breach") == 0
    for member in ("dv01", "member:dv01", "dv02"):
        breach(member, world=world)
    assert value(world, "members_in_breach") == 2
    assert value(world, "members_in_breach", unit=COMMITTEE) == 2
    assert value(world, "members_in_breach", member="dv01") == 1
    assert value(world, "members_in_breach", member="dv03") == 0
    assert value(world, "members_in_breach", period="2024-Q1") == 0


def test_discipline_is_counted_by_whom_it_is_against():
    world = cell_world()
    for against, subject in (
        ("member", "dv01"), ("leader", "member:dv02"), ("organisation", "unit:x"),
        ("organisation", "unit:x"),
    ):  # fmt: skip
        event = y.DisciplineRecorded(
            against=against, subject=subject, form="warning", instrument="1"
        )
        world.give(YEAR, event, on="2024-05-05")
    assert value(world, "members_disciplined") == 2
    assert value(world, "leaders_disciplined") == 1
    assert value(world, "organisations_disciplined") == 1
    assert value(world, "organisations_disciplined", unit=COMMITTEE) == 1
    assert value(world, "members_disciplined", member="dv02") == 1


@pytest.mark.parametrize(
    ("figure", "target", "found"),
    [(3, 3, Ratio(3, 3)), (2, 3, Ratio(2, 3)), (0, 0, 1), (1, "2.5", Fraction(2, 5)), (4, None, 4)],
)
def test_admissions_are_measured_against_their_target(figure, target, found):
    world = cell_world()
    exact = None if target is None else Decimal(target)
    event = y.FigureReported(measure="admissions", value=Decimal(figure), target=exact)
    assert value(world, "admissions") is None
    world.give(YEAR, event, on="2024-12-01")
    assert value(world, "admissions") == found


def pay(world, member, *months):
    for month in months:
        world.give(YEAR, y.FeePaid(member=member, month=month), on="2024-12-31")


def test_fees_are_the_months_paid_of_the_months_due():
    world = cell_world(members=2)
    assert value(world, "fees_paid") is None
    pay(world, "dv01", *range(1, 13))
    pay(world, "dv02", 1, 2, 3)
    assert value(world, "fees_paid") == Ratio(15, 24)
    assert value(world, "fees_paid", member="dv01") == Ratio(12, 12)
    assert value(world, "fees_paid", member="dv02", closing_on=date(2024, 3, 31)) == Ratio(3, 3)
    assert value(world, "fees_paid", closing_on=date(2024, 1, 15)) is None


def test_no_fee_is_due_of_an_exempt_member():
    world = cell_world(members=1)
    exempt = p.ExemptionRecorded(until=date(2024, 6, 30))
    world.give(person_stream("dv01"), exempt, on="2024-01-01")
    pay(world, "dv01", *range(7, 13))
    assert value(world, "fees_paid") == Ratio(6, 6)


def classify(world, subject, level, *, final=True, unit=CELL, on="2024-12-20"):
    event = y.ClassificationImported(subject=subject, level=level, final=final)
    world.give(f"unit-year:{unit}:2024", event, on=on)


def classified(world, of, at_least="WELL", **about):
    external = External(instrument="classification", of=of, at_least=at_least)
    return classification(ask_of(world, **about), external, "x")


def test_nothing_is_known_of_who_was_not_classified():
    world = cell_world()
    assert [classified(world, of).value for of in ("self", "members", "units")] == [None] * 3


def test_the_level_of_the_subject_itself_is_its_own():
    world = cell_world()
    classify(world, f"unit:{CELL}", "EXCELLENT", unit=COMMITTEE)
    classify(world, "member:dv01", "COMPLETED", final=False)
    assert classified(world, "self", unit=COMMITTEE).value is None
    own = classified(world, "self", member="dv01")
    assert (own.value, own.final) == ("COMPLETED", False)


def test_a_rate_of_classification_counts_only_those_classified():
    world = cell_world()
    for n, level in enumerate(("WELL", "EXCELLENT", "COMPLETED"), 1):
        classify(world, f"member:dv0{n}", level)
    found = classified(world, "members")
    assert (found.value, found.final) == (Ratio(2, 3), True)
    assert found.reliances == [Reliance(stream=YEAR, version=3, use="x", value="2/3")]
    assert classified(world, "members", unit=COMMITTEE).value == Ratio(2, 3)
    assert value(world, "members_classified") == Ratio(2, 3)
    assert value(world, "units_classified") is None


def test_one_provisional_classification_makes_the_rate_provisional():
    world = cell_world()
    classify(world, "member:dv01", "WELL")
    classify(world, "member:dv02", "WELL", final=False)
    assert not classified(world, "members").final
    classify(world, "member:dv02", "COMPLETED")
    assert (classified(world, "members").value, classified(world, "members").final) == (
        Ratio(1, 2), True,
    )  # fmt: skip


def test_units_directly_under_a_committee_are_counted_wherever_it_was_recorded():
    world = cell_world()
    other = u.UnitRegistered(code="cb2", name="n", kind="SUBORDINATE_CELL", parent=COMMITTEE)
    world.give(unit_stream("cb2"), other, on="2024-01-01")
    classify(world, f"unit:{CELL}", "WELL", unit=COMMITTEE)
    classify(world, "unit:cb2", "WELL", unit="cb2", final=False)
    classify(world, "unit:cb2", "COMPLETED", unit=COMMITTEE, on="2024-12-10")
    found = classified(world, "units", unit=COMMITTEE)
    assert (found.value, found.final) == (Ratio(1, 2), True)
    assert value(world, "units_classified", unit=COMMITTEE) == Ratio(1, 2)


def test_a_unit_that_moved_away_is_under_its_new_superior():
    world = cell_world()
    on = date(2024, 12, 31)
    assert [*units_below(COMMITTEE, on, world)] == [CELL]
    world.give(unit_stream(CELL), u.UnitMoved(parent="khac"), on="2024-07-01")
    assert [*units_below(COMMITTEE, on, world)] == []
    assert [*units_below("khac", on, world)] == [CELL]
    assert [*units_below(COMMITTEE, date(2024, 6, 30), world)] == [CELL]


def test_a_tree_that_runs_in_a_circle_is_walked_to_an_end():
    world = cell_world()
    world.give(unit_stream(COMMITTEE), u.UnitMoved(parent=CELL), on="2024-01-01")
    assert len([*units_below(CELL, date(2024, 12, 31), world)]) == 12


def test_a_leader_leads_while_he_is_on_the_roll():
    world = cell_world(members=1)
    stream = person_stream("dv30")
    world.give(stream, p.PersonRegistered(person="dv30", name="n"), on="2024-01-01")
    world.give(stream, p.MembershipStarted(unit=CELL, is_leader=True), on="2024-01-01")
    world.give(stream, p.MembershipEnded(unit=CELL), on="2024-06-30")
    assert leads_on(world.person("dv30"), date(2024, 6, 30))
    assert not leads_on(world.person("dv30"), date(2024, 7, 1))
    assert not leads_on(world.person("dv01"), date(2024, 6, 30))


def test_every_measure_says_what_it_is_in_both_languages():
    assert [name for name in MEASURES for of in LANGUAGES if not find(f"measure.{name}", of)] == []


def test_a_measured_value_says_what_it_rests_on():
    world = cell_world()
    found = MEASURES["members_in_breach"].compute(ask_of(world, unit=COMMITTEE), "breaches")
    assert found.reliances == [
        Reliance(stream=f"unit-year:{COMMITTEE}:2024", version=0, use="breaches", value="0"),
        Reliance(stream=YEAR, version=0, use="breaches", value="0"),
    ]
