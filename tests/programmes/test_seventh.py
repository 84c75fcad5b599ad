"""A seventh programme from a file alone: a registration at a meeting, tasks of one's own, shared points, quarters."""

import msgspec
import pytest

from application.questions import cases as queries
from domain.events.base import Sheet
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import validate
from domain.streams import case_stream
from tests.programmes.seventh import codes, done, stages, system
from tests.support import quarters as q
from tests.support.world import edition_at

__all__ = ["codes", "done", "system"]


def total(system, subject, period="2024"):
    """What the newest sheet of a case came to."""
    told = queries.history(system, case_stream(q.CODE, subject, period))
    totals = [
        change["new"]
        for entry in told
        for change in entry["changes"]
        if change["field"] == "outcome.total"
    ]
    return totals[-1]


# A registration at a recorded meeting


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("", "2024-02-09", "registration_meeting_missing"),
        ("SH-?", "2024-02-09", "registration_meeting_unknown"),
        ("SH-CD", "2024-02-09", "registration_meeting_kind"),
        ("SH-01", "2024-02-10", "registration_meeting_old"),
        ("SH-01", "2024-01-09", "registration_meeting_later"),
        ("SH-IT", "2024-02-09", "registration_meeting_few"),
    ],
)
def test_a_registration_is_resolved_at_a_recorded_meeting(codes, done, name, day, code):
    four, three = ("m1", "m2", "m3", "m4"), ("m1", "m2", "m3")
    done(
        q.meeting("SH-01", "2024-01-10", four), q.meeting("SH-IT", "2024-01-11", three),
        q.meeting("SH-CD", "2024-01-12", four, kind="THEMATIC"),
    )  # fmt: skip

    assert codes(q.registration(name, day)) == {code}
    assert codes(q.registration("SH-01", "2024-02-09")) == set()


# Tasks of a member's own


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ((30, 20, "19.99"), "tasks_sum"),
        ((30, 20, "20.01"), "tasks_sum"),
        ((35, 35), "tasks_few"),
        ((10, 10, 10, 10, 10, 10, 5, 5), "tasks_many"),
        ((69, 1, 0), "task_weight"),
    ],
)
def test_tasks_weigh_exactly_what_the_criterion_is_worth(codes, weights, code):
    asked = q.act("register-tasks", "member:m1", "2024-01-15", "m1", q.tasks(*weights))

    assert codes(asked) == {code}
    right = q.act("register-tasks", "member:m1", "2024-01-15", "m1", q.tasks(30, 20, 20))
    assert codes(right) == set()


def test_three_and_seven_tasks_are_within_what_is_asked(codes):
    seven = q.tasks(10, 10, 10, 10, 10, 10, 10)

    assert (
        codes(q.act("register-tasks", "member:m1", "2024-01-15", "m1", q.tasks(1, 1, 68))) == set()
    )
    assert codes(q.act("register-tasks", "member:m2", "2024-01-15", "m2", seven)) == set()


def test_a_task_is_called_once_by_an_id_that_sheets_can_name(codes):
    data = q.tasks(30, 20, 20)
    data["tasks"][1]["task"] = "1"
    assert codes(q.act("register-tasks", "member:m1", "2024-01-15", "m1", data)) == {"task_twice"}
    data["tasks"][1]["task"] = "1/A"
    found = codes(q.act("register-tasks", "member:m1", "2024-01-15", "m1", data))
    assert found == {"task_unusable"}
    data["tasks"][1]["task"] = "1-A"
    assert codes(q.act("register-tasks", "member:m1", "2024-01-15", "m1", data)) == set()


def test_tasks_are_of_a_criterion_that_asks_for_them(codes):
    data = q.tasks(5, 3, 2, node="G.1")
    found = codes(q.act("register-tasks", "member:m1", "2024-01-15", "m1", data))
    assert found == {"node_unknown"}


def sheet_of(member, day="2024-12-02", **ratios):
    sheet = q.member_sheet(q.own_criterion(member), **ratios)
    return q.act("submit-sheet", f"member:{member}", day, member, sheet)


def test_the_same_ratios_are_worth_what_the_member_does(system, done):
    """30 + 70 × (0.25 × 50 % + 0.75) in a profession, 30 + 70 × (0.4 × 50 % + 0.6) for others."""
    for member in ("m1", "m2"):
        registered = q.tasks(30, 20, 20)
        done(
            q.act("register-tasks", f"member:{member}", "2024-01-15", member, registered),
            sheet_of(member, a="50 %"),
        )

    assert (total(system, "member:m1"), total(system, "member:m2")) == ("91.25", "86")


def test_a_criterion_for_another_kind_of_work_is_not_marked(codes, done):
    done(q.act("register-tasks", "member:m2", "2024-01-15", "m2", q.tasks(30, 20, 20)))
    sheet = q.member_sheet("G.2")

    found = codes(q.act("submit-sheet", "member:m2", "2024-12-02", "m2", sheet))

    assert found == {"node_not_due", "node_missing"}


@pytest.mark.parametrize(
    ("ratio", "found"),
    [("100 %", set()), ("101 %", {"task_ratio_beyond"}), ("0 %", set()),
     ("-1 %", {"task_ratio_beyond"}), ("hết", {"value_unreadable", "node_missing"}),
     ("", {"node_missing"})],
)  # fmt: skip
def test_a_ratio_is_between_nothing_and_all(codes, done, ratio, found):
    done(q.act("register-tasks", "member:m1", "2024-01-15", "m1", q.tasks(30, 20, 20)))

    assert codes(sheet_of("m1", a=ratio)) == found


def test_tasks_that_are_not_registered_are_not_marked(codes, done):
    done(q.act("register-tasks", "member:m1", "2024-01-15", "m1", q.tasks(30, 20, 20)))

    assert codes(sheet_of("m1", count=4)) == {"node_unknown"}
    assert codes(sheet_of("m1", count=2)) == {"node_missing"}


# Contents that share a maximum


@pytest.mark.parametrize(("third", "found"), [("30", set()), ("30.5", {"points_above_shared"})])
def test_contents_share_a_maximum_without_a_split(codes, done, third, found):
    common = {"period": "2024-Q1"}
    done(q.act("open-case", "unit:X", "2024-03-31", "X-cell", **common))
    sheet = q.quarter_sheet(third)

    adopted = q.act("adopt-aggregate", "unit:X", "2024-03-31", "X-cell", sheet, **common)
    assert codes(adopted) == found


def test_one_of_them_may_have_all_of_it(system, done):
    common = {"period": "2024-Q1"}
    sheet = q.quarter_sheet(50, 0)
    done(
        q.act("open-case", "unit:X", "2024-03-31", "X-cell", **common),
        q.act("adopt-aggregate", "unit:X", "2024-03-31", "X-cell", sheet, **common),
    )
    assert total(system, "unit:X", "2024-Q1") == "90"


# Results of shorter periods


@pytest.mark.parametrize(
    ("last", "came_to"),
    [("30", "100"), ("29.5", "90")],
    ids=["the mean is exactly 90", "the mean is 89.875"],
)
def test_the_year_counts_its_quarters(system, done, last, came_to):
    done(*q.registered(), *(line for each in q.QUARTERS[:3] for line in q.quarter(each)))
    done(*q.quarter("2024-Q4", third=last), *q.all_members(), *q.adopted())

    assert total(system, "unit:X") == came_to


@pytest.mark.parametrize(("good", "came_to"), [(3, "90"), (2, "80")])
def test_three_good_quarters_of_four_are_enough(system, done, good, came_to):
    for at, period in enumerate(q.QUARTERS):
        failed = {} if at < good else {"third": "0", "decide": "FAIL"}
        done(*q.quarter(period, **failed))
    done(*q.registered(), *q.all_members(), *q.adopted())

    assert total(system, "unit:X") == came_to


def test_a_quarter_that_is_not_decided_holds_the_year_back(codes, done):
    third = [line for each in q.QUARTERS[:3] for line in q.quarter(each)]
    done(*third, *list(q.quarter("2024-Q4"))[:2], *q.registered(), *q.all_members())
    done(*q.adopted(), q.counted())

    assert codes(q.decision("unit:X", "WELL", departure="lý do")) == {
        "input_not_final",
        "date_before_last_step",
    }
    assert "input_not_final" in codes(q.decision("unit:X", "WELL", "2024-12-12", departure="lý do"))


def test_a_cell_takes_part_in_quarters_by_other_criteria_than_in_the_year(system, done):
    done(*q.quarter("2024-Q1"), *q.registered())

    assert stages(system) == {("unit:X", "2024-Q1"): "recognised", ("unit:X", "2024"): "registered"}


def test_before_any_task_is_registered_there_is_nothing_to_mark():
    criteria = edition_at(q.FILE).programme.criteria["member"]
    marks = [{"node": node, "points": 10} for node in ("G.1", "G.3", "G.4")]
    sheet = msgspec.convert({"marks": marks}, Sheet)

    found = validate(criteria, Profile(), sheet, Facts(), complete=True, individual=True)

    assert [reason.code for reason in found] == ["no_tasks_registered"]
    given = [*marks, {"node": "T.1", "points": 70}]
    told = validate(
        criteria, Profile(), msgspec.convert({"marks": given}, Sheet), Facts(), complete=True
    )
    assert told == [], "points for the criterion as a whole stand for its tasks"


def test_an_attribute_of_a_person_is_a_code(codes):
    def described(attribute):
        data = {"attributes": [attribute]}
        return q.line("change-person-attributes", at="2024-01-05", person="m2", data=data)

    assert codes(described(" ")) == {"attribute_unusable"}
    assert codes(described("professional")) == set()
