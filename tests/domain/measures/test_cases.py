"""Shares of members or units with a recognition, from their cases."""

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.events.base import Reliance
from domain.measures.cases import share_of_cases
from domain.programme.criteria import Children
from domain.scoring.value import Ratio
from domain.streams import case_stream, person_stream
from tests.domain.measures.asking import ask_of, value
from tests.support.cell_year import CELL, COMMITTEE, cell_world


def case(world, subject, *acts, title="four_good_member", unit=CELL):
    """Open a case of 2024 and let acts happen to it; answers its stream."""
    stream = case_stream("cam-giang", subject, "2024")
    opened = c.CaseOpened(
        programme="cam-giang", version="v", round="round:cam-giang:2024", period="2024",
        subject=subject, subject_kind="member", unit=unit, title=title, workflow="w", criteria="c",
    )  # fmt: skip
    world.give(stream, opened, on="2024-10-01")
    for event, details in acts:
        step = event(step="s", from_stage="a", to_stage="b", details=details)
        world.give(stream, step, on="2024-12-01")
    return stream


def decided(level):
    return c.DecisionIssued, d.Decision(level=level, number="1-QĐ")


def proposed(level, event=c.Appraised):
    return event, d.Appraisal(proposal=level)


REVOKED = c.RecognitionRevoked, d.Revocation(number="2-QĐ", ground="x", effect="from_now")
WITHDRAWN = c.CaseWithdrawn, d.Withdrawal()
CANCELLED = c.CaseCancelled, d.Cancellation()


def share(world, of="members", unit=CELL, **fields):
    return share_of_cases(ask_of(world, unit=unit), Children(of=of, **fields), "ratio")


def test_the_share_is_of_all_members_on_the_roll():
    world = cell_world(members=4)
    first = case(world, "member:dv01", decided("PASS"))
    second = case(world, "member:dv02", decided("FAIL"))
    found = share(world)
    assert (found.value, found.final) == (Ratio(1, 4), True)
    assert found.reliances == [
        Reliance(stream=first, version=2, use="ratio", value="PASS"),
        Reliance(stream=second, version=2, use="ratio", value="FAIL"),
    ]


def test_the_share_may_be_of_members_with_a_case_or_a_decision():
    world = cell_world(members=4)
    case(world, "member:dv01", decided("PASS"))
    case(world, "member:dv02", proposed("PASS"))
    case(world, "member:dv03")
    assert share(world).value == Ratio(2, 4)
    assert share(world, denominator="with_case").value == Ratio(2, 3)
    assert share(world, denominator="decided").value == Ratio(1, 1)


def test_exempt_members_and_members_who_left_are_not_counted():
    world = cell_world(members=4)
    world.give(person_stream("dv01"), p.ExemptionRecorded(), on="2024-11-01")
    world.give(person_stream("dv02"), p.MembershipEnded(unit=CELL), on="2024-11-01")
    case(world, "member:dv01", decided("PASS"))
    case(world, "member:dv03", decided("PASS"))
    assert share(world).value == Ratio(1, 2)


def test_a_revoked_recognition_is_none():
    world = cell_world(members=2)
    stream = case(world, "member:dv01", decided("PASS"), REVOKED)
    found = share(world)
    assert (found.value, found.final) == (Ratio(0, 2), True)
    assert found.reliances == [Reliance(stream=stream, version=3, use="ratio", value="")]


@pytest.mark.parametrize(
    ("acts", "count"),
    [
        ([], 0),
        ([proposed("PASS")], 1),
        ([proposed("PASS", c.HopAppraised)], 1),
        ([proposed("PASS", c.HopAppraised), proposed("FAIL")], 0),
    ],
)
def test_a_case_not_decided_counts_by_its_proposal_and_is_provisional(acts, count):
    world = cell_world(members=2)
    case(world, "member:dv01", *acts)
    found = share(world)
    assert (found.value, found.final) == (Ratio(count, 2), False)


@pytest.mark.parametrize("end", [WITHDRAWN, CANCELLED])
def test_a_case_that_ended_without_a_decision_is_final_and_counts_for_nothing(end):
    world = cell_world(members=2)
    case(world, "member:dv01", proposed("PASS"), end)
    found = share(world)
    assert (found.value, found.final) == (Ratio(0, 2), True)


def test_cases_of_another_title_are_not_counted():
    world = cell_world(members=2)
    case(world, "member:dv01", decided("PASS"), title="other")
    assert share(world, title="four_good_member").value == Ratio(0, 2)


def test_a_unit_without_members_has_no_share():
    assert share(cell_world(members=0)).value is None


def test_units_under_a_committee_are_counted():
    world = cell_world()
    case(world, f"unit:{CELL}", decided("PASS"), title="four_good_cell")
    assert share(world, of="units", unit=COMMITTEE).value == Ratio(1, 1)
    assert value(world, "four_good_units", unit=COMMITTEE) == Ratio(1, 1)
    assert share(world, of="members", unit=COMMITTEE).value == Ratio(0, 20)
    assert value(world, "four_good_members", unit=COMMITTEE) == Ratio(0, 20)
