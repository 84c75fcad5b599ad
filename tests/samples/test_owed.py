"""What is owed under the five guidelines: known, by whom, open, done, due, late."""

from datetime import date

import pytest

from application.questions.round_owed import round_owed
from tests.samples.asked import Asked

CG, SL, PW = ({"programme": code} for code in ("cam-giang", "son-la", "power-tkv"))


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    asked = Asked(f"sqlite:///{tmp_path_factory.mktemp('owed')}/log.sqlite")
    yield asked
    asked.system.close()


def rows(asked, programme, code, period="2024", **given):
    found = round_owed(asked.system, programme, period, **given)
    return {(row.unit, row.month): row for row in found if row.code == code}


def states(asked, programme, code, period="2024"):
    return {key: row.owed_state for key, row in rows(asked, programme, code, period).items()}


@pytest.mark.parametrize(
    ("verb", "organ", "data", "codes"),
    [
        ("perform-duty", "CG-DU/committee_office", {**CG, "duty": "bất kỳ"}, {"duty_unknown"}),
        ("perform-duty", "PW-TCT/organisation_board", {**PW, "duty": "khong-co"}, {"duty_unknown"}),
        ("perform-duty", "SL-CS/executive_committee", {**SL, "duty": "propaganda"}, {"owed_by_another"}),
        ("perform-duty", "KT-BQL/committee_office", {**CG, "duty": "follow_up"}, {"unit_out_of_bounds"}),
        ("file-report", "SL-CB1/cell_committee", {**SL, "report": "khong-co"}, {"report_not_owed"}),
        ("file-report", "PW-ND1/committee_office", {**PW, "report": "review_result"}, {"owed_by_another"}),
        ("file-report", "KT-BQL/party_committee", {**PW, "report": "review_result"}, {"unit_out_of_bounds"}),
        ("record-dissemination", "KT-BQL/party_committee", {**PW}, {"unit_out_of_bounds"}),
        ("perform-duty", "CG-DU/committee_office", {**CG, "duty": "follow_up"}, set()),
        ("file-report", "SL-CB1/cell_committee", {"report": "periodic"}, set()),
    ],
)  # fmt: skip
def test_a_duty_or_a_report_is_one_of_the_programme_s_by_who_owes_it(
    asked, verb, organ, data, codes
):
    target = f"{organ.partition('/')[0]}:2024"

    assert asked.refused(verb, organ, target=target, data=data, on=date(2024, 12, 28)) == codes


def test_each_cell_of_son_la_owes_a_report_for_each_month_and_a_missing_one_is_shown(asked):
    """The plan is of 26/4/2024: April is the first month (SL-TIM-4, D-56)."""
    found = states(asked, "son-la", "monthly")

    assert {unit for unit, _ in found} == {f"SL-CB{n}" for n in range(1, 6)}
    assert {month for unit, month in found if unit == "SL-CB4"} == set(range(4, 13))
    assert found["SL-CB4", 12] == "owed.missing"
    assert "owed.done" in {state for (unit, _), state in found.items() if unit == "SL-CB1"}


def test_a_plan_filed_in_time_is_done_and_one_filed_late_is_done_late(asked):
    """Before 6/5/2024 (SL-TIM-1): the last day is the 5th."""
    found = rows(asked, "son-la", "cell_plan")

    assert {row.due_on for row in found.values()} == {date(2024, 5, 5)}
    assert found["SL-CB1", None].owed_state == "owed.done"
    assert {row.owed_state for row in found.values()} <= {
        "owed.done",
        "owed.done_late",
        "owed.late",
    }
    assert all(
        (row.owed_state == "owed.done_late")
        == (row.done_on is not None and row.done_on > row.due_on)
        for row in found.values()
    )


def test_duties_that_nobody_performed_are_open_and_the_others_done(asked):
    assert states(asked, "cam-giang", "follow_up") == {("CG-DU", None): "owed.done"}
    assert states(asked, "cam-giang", "lead") == {
        ("CG-TH", None): "owed.open", ("CG-CQ", None): "owed.open",
    }  # fmt: skip
    assert states(asked, "power-tkv", "conditions") == {("PW-TCT", None): "owed.open"}
    assert states(asked, "power-tkv", "to_group") == {("PW-TCT", None): "owed.done"}


def test_what_is_owed_is_narrowed_down_to_units(asked):
    found = round_owed(asked.system, "son-la", "2024", ("SL-CB1",))

    assert {row.unit for row in found} == {"SL-CB1"}


def line(verb, at, by, **more):
    return {"do": verb, "by": by, "at": at, "reason": "r", **more}


def test_deployment_after_the_meeting_of_april_2023_is_late(asked):
    """The meeting of the month is held by the 10th at the latest (CG-TIM-2, CG-THR-1)."""
    found = {
        unit: (row.due_on, row.done_on, row.owed_state)
        for (unit, _), row in rows(asked, "cam-giang", "deployment", "2023").items()
    }

    day, after = date(2023, 4, 10), date(2023, 4, 11)
    assert found == {"CG-TH": (day, day, "owed.done"), "CG-CQ": (day, after, "owed.done_late")}


def test_the_board_of_the_group_owes_itself_no_report(asked):
    """A cell stands directly below the Group in 2025; only the Corporation's board reports to it (PW-REP-1)."""
    found = states(asked, "power-tkv", "to_group", "2025")

    assert {unit for unit, _ in found} == {"PW-TCT"}
    assert ("PW-MK", None) not in found
