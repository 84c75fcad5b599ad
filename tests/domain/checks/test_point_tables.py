"""Faults of what point tables have beyond the sixth: shared maxima, own tasks, grades, shorter periods, limits."""

import pytest

from tests.domain.programme import trees
from tests.support import quarters as q

MEMBER = "criteria.member.groups.1.nodes.0"
SHARED = "criteria.quarter.groups.2"
TWICE = ("ratios.1.id", "weightings.0.shares", "weightings.1.shares")
PERIODS = "criteria.cell.groups.0.nodes.0.children"


def told(*changes):
    """Where each fault stands, in the seventh programme changed at some places."""
    return trees.told(*changes, of=trees.tree(q.FILE))


def test_the_programme_itself_has_no_fault():
    assert told() == []


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ([(f"{SHARED}.nodes.0.max", 51)], [f"{SHARED}.shared"]),
        ([(f"{SHARED}.nodes.0.max", 50)], []),
        ([(f"{SHARED}.nodes.0.max", 25), (f"{SHARED}.nodes.1.max", 25)], [f"{SHARED}.shared"]),
        ([(f"{SHARED}.nodes.0.max", "25.5"), (f"{SHARED}.nodes.1.max", 25)], []),
        ([(f"{SHARED}.shared", False)], [f"{SHARED}.max"]),
    ],
)
def test_a_shared_maximum_is_shared_by_contents_that_want_more_than_it_together(changes, at):
    assert told(*changes) == at


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [
        ("least", 0, [f"{MEMBER}.tasks"]),
        ("least", 7, []),
        ("least", 8, [f"{MEMBER}.tasks"]),
        ("most", 0, []),
        ("ratios.1.id", "A", [f"{MEMBER}.tasks.{each}" for each in TWICE]),
        ("weightings.1.shares", {"A": 1}, [f"{MEMBER}.tasks.weightings.1.shares"]),
        ("weightings.1.shares.A", "0.41", [f"{MEMBER}.tasks.weightings.1.shares"]),
        ("weightings.0.applies.person_has", ["x"], [f"{MEMBER}.tasks.weightings.0.applies.person_has.0"]),
    ],
)  # fmt: skip
def test_own_tasks_can_be_registered_and_their_ratios_count_as_one(key, value, at):
    assert told((f"{MEMBER}.tasks.{key}", value)) == at


def test_alternatives_by_an_attribute_of_a_person_add_up_for_each():
    own = "criteria.member.groups.0"
    assert told((f"{own}.nodes.1.max", 9)) == [f"{own}.max"]
    assert told((f"{own}.nodes.2.applies.person_lacks", ["x"])) == [
        f"{own}.nodes.2.applies.person_lacks.0", f"{own}.max",
    ]  # fmt: skip


def test_the_year_counts_shorter_periods_in_which_somebody_takes_part():
    second = f"{PERIODS.replace('nodes.0', 'nodes.1')}"
    assert told((f"{PERIODS}.every", "month")) == [f"{PERIODS}.every"]
    assert told((f"{second}.title", "member")) == [f"{second}.every"]
    assert told(("subjects.quarter.every", "year")) != []


def test_grades_stand_from_the_highest_and_each_is_led_to():
    grades = trees.tree(q.FILE)["grades"]
    assert told(("grades", [grades[3], *grades[:3]])) == ["grades"]
    assert "grades.1.code" in told(("grades.1.code", "EXCELLENT"))
    step = "blocks.grading.2"
    assert told((f"{step}.outcome", "SUPERB")) == [f"{step}.outcome"]
    assert "grades.2" not in told((step, trees.GONE)), (
        "the step for what does not recognise leads to it"
    )
    assert "grades.2" in told((step, trees.GONE), (f"{step}.outcome", "NOT_COMPLETED"))


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [
        ("grade", "SUPERB", ["quotas.outstanding_members.grade"]),
        ("grade", "", ["quotas.outstanding_members.of"]),
        ("measure", "rewarded", ["quotas.outstanding_members.grade"]),
    ],
)
def test_a_limit_is_on_a_grade_that_there_is(key, value, at):
    assert told((f"quotas.outstanding_members.{key}", value)) == at


def test_a_registration_names_a_meeting_that_can_be_held():
    at = "registration.meeting"
    assert told((f"{at}.quorum", "3/2")) == [f"{at}.quorum"]
    assert told((f"{at}.quorum", "1")) == []
    assert told((f"{at}.days", -1)) == [f"{at}.days"]
    assert told((f"{at}.days", 0)) == []
