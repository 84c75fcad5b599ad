"""What is owed under the five guidelines: known, by whom, open, done, due, late."""

from datetime import date

import pytest

from application.commands.sealing import review_of_round
from application.questions.pages import Page
from application.questions.review_names import named_review
from application.questions.round_owed import round_owed
from application.questions.tasks import TasksAsked, task_list
from application.questions.year import Question
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


def tasks_of(asked, organ, **given):
    found = task_list(asked.system, TasksAsked(organs=(organ,), **given), Page()).rows
    return [row for row in found if row.kind == "owed"]


def test_what_is_open_stands_in_the_tasks_of_those_who_owe_it(asked):
    """SL-TIM-4, SL-REP-2: a month that nobody reported on, a report at the time; what was done is no task."""
    own = tasks_of(asked, "SL-CB4/cell_committee", periods=("2024",))

    assert {row.month for row in own if row.about == "monthly"} == set(range(4, 13))
    assert {(row.about, *row.commands) for row in own if not row.month} >= {
        ("periodic", "file-report", "file-round-report")
    }
    assert {row.unit for row in own} == {"SL-CB4"}
    first = tasks_of(asked, "SL-CB1/cell_committee", periods=("2024",))
    done = [row.month for row in first if row.about == "monthly"]
    assert 5 not in done
    assert "interim" not in {row.about for row in tasks_of(asked, "CG-DU/committee_office")}


def test_a_task_that_is_owed_is_narrowed_down_like_the_others(asked):
    organ = "SL-CB4/cell_committee"

    assert tasks_of(asked, organ, periods=("2026",)) == []
    assert tasks_of(asked, organ, programmes=("cam-giang",)) == []
    assert {row.late for row in tasks_of(asked, organ, late=True)} == {True}
    assert tasks_of(asked, organ, waiting=True) == []


def test_the_review_of_the_year_lists_what_was_owed_as_known_then_and_by_which_clause(asked):
    found = named_review(asked.system, Question(2024)).table("owed")
    rows = [dict(zip((c.name for c in found.columns), row, strict=True)) for row in found.rows]
    months = {(row["unit"], row["month"]): row for row in rows if row["what"] == "monthly"}

    assert months["SL-CB4", 12]["owed_state"] == "owed.missing"
    assert months["SL-CB1", 5]["done_on"] == date(2024, 6, 6)
    assert months["SL-CB1", 5]["clause"] == ["SL-TIM-4", "SL-REP-2"]
    earlier = named_review(asked.system, Question(2024, as_of=date(2024, 6, 5))).table("owed")
    before = {(row[4], row[3]): row[8] for row in earlier.rows if row[2] == "monthly"}
    assert before["SL-CB1", 5] == "owed.missing"
    assert ("SL-CB1", 7) not in before


def test_the_review_quotes_the_clauses_that_its_tables_rest_on(asked):
    found = named_review(asked.system, Question(2024)).table("basis")
    rows = {(row[0], row[1], row[2]): row for row in found.rows}

    clause, words = rows[
        "son-la", "targets", next(k[2] for k in rows if k[:2] == ("son-la", "targets"))
    ][3:]
    assert clause[0].startswith("SL-")
    assert words.vi
    assert words.en


def test_what_stands_beside_the_figures_is_no_part_of_what_is_sealed(asked):
    """A seal is of the figures; they do not change when more is told beside them."""
    head = asked.system.ledger.head().position
    tables = review_of_round(asked.system, "son-la", "2024", head).tables

    assert {"owed", "basis"} & {table.name for table in tables} == set()


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
