"""Every rule on the facts of a year, saying yes and saying no."""

from datetime import date

import pytest

from domain.events import person as p
from domain.refusal import RefusedError
from domain.streams import person_stream
from tests.support.cell_year import (
    CELL,
    COMMITTEE,
    MEMBERS,
    SECRETARY,
    YEAR,
    ask,
    cell_world,
    hold,
    meeting,
)  # fmt: skip

STANDING = f"{COMMITTEE}/standing_committee"
MEETING = {"meeting": "SH-6", "minutes": 95, "present": MEMBERS}
DISCIPLINE = {"against": "member", "subject": "dv01", "form": "warning", "instrument": "5-QĐ"}
CLASSIFIED = {"subject": "member:dv01", "level": "WELL", "final": True, "instrument": "9-QĐ"}


def refused(world, verb, data, **given):
    with pytest.raises(RefusedError) as caught:
        ask(world, verb, data, **given)
    return [reason.code for reason in caught.value.refusals]


def test_a_meeting_becomes_a_fact_with_its_authority():
    decided = ask(cell_world(), "record-meeting", MEETING)
    assert decided.events == [meeting(6)]
    assert decided.authority.startswith(f"person:{SECRETARY}@")


def test_nobody_records_for_a_cell_in_which_he_holds_no_mandate():
    assert refused(cell_world(), "record-meeting", MEETING, by="dv01") == [
        "no_mandate", "no_recording_mandate",
    ]  # fmt: skip


def test_a_fact_has_a_reason_and_no_date_to_come():
    world = cell_world(today=date(2024, 6, 1))
    assert refused(world, "record-meeting", MEETING, reason=" ") == [
        "date_in_future",
        "reason_missing",
    ]


def test_an_unknown_unit_has_no_year():
    found = refused(
        cell_world(), "record-session", {"kind": "body_conference"}, stream="unit-year:x:2024"
    )
    assert "unit_unknown" in found


@pytest.mark.parametrize("on", [date(2023, 12, 31), date(2025, 1, 1)])
def test_what_happens_in_a_year_is_dated_in_it(on):
    assert refused(cell_world(), "record-meeting", MEETING, on=on) == ["date_outside_year"]


def test_what_is_reported_on_a_year_may_be_dated_in_the_next():
    world = cell_world(today=date(2026, 2, 1))
    assert ask(world, "file-monthly-report", {"month": 12}, on=date(2025, 1, 6)).events
    late = refused(world, "file-monthly-report", {"month": 12}, on=date(2026, 1, 1))
    assert late == ["date_outside_year"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"meeting": " "}, "meeting_nameless"),
        ({"minutes": -1}, "meeting_minutes"),
        ({"minutes": 1441}, "meeting_minutes"),
        ({"speakers": 21}, "meeting_speakers"),
        ({"speakers": -1}, "meeting_speakers"),
        ({"excused": ["dv01"]}, "attendance_twice"),
        ({"present": ["dv01", "dv01"]}, "attendance_twice"),
        ({"exempt": ["nguoi-la"]}, "not_on_roll"),
        ({"corrects": True}, "meeting_unknown"),
    ],
)
def test_a_meeting_that_cannot_have_been_is_refused(change, code):
    assert refused(cell_world(), "record-meeting", {**MEETING, **change}) == [code]


def test_a_meeting_id_is_used_once_but_for_a_correction():
    world = cell_world()
    hold(world, 6)
    assert refused(world, "record-meeting", MEETING) == ["meeting_twice"]
    assert ask(world, "record-meeting", {**MEETING, "corrects": True, "minutes": 80}).events


def test_a_member_who_left_is_not_on_the_roll_any_more():
    world = cell_world()
    world.give(person_stream("dv01"), p.MembershipEnded(unit=CELL), on="2024-03-01")
    assert refused(world, "record-meeting", MEETING) == ["not_on_roll"]
    assert ask(world, "record-meeting", MEETING, on=date(2024, 2, 5)).events


def test_where_no_roll_is_kept_the_record_is_taken_as_it_is():
    assert ask(cell_world(members=0), "record-meeting", {**MEETING, "present": ["a", "b"]}).events


def test_every_reason_is_told_at_once():
    change = {"minutes": -1, "excused": ["dv01"], "meeting": ""}
    assert refused(cell_world(), "record-meeting", {**MEETING, **change}) == [
        "meeting_nameless", "meeting_minutes", "attendance_twice",
    ]  # fmt: skip


def test_a_session_is_recorded_once_a_day():
    world = cell_world()
    first = ask(world, "record-session", {"kind": "committee_session"})
    world.give(YEAR, *first.events, on="2024-06-05")
    assert refused(world, "record-session", {"kind": "committee_session"}) == ["session_twice"]
    assert ask(world, "record-session", {"kind": "standing_committee"}).events
    later = ask(world, "record-session", {"kind": "committee_session"}, on=date(2024, 6, 6))
    assert later.events


def test_a_month_is_reported_on_once_but_for_a_correction():
    world = cell_world()
    world.give(YEAR, *ask(world, "file-monthly-report", {"month": 5}).events, on="2024-06-05")
    assert refused(world, "file-monthly-report", {"month": 5}) == ["report_twice"]
    assert ask(world, "file-monthly-report", {"month": 5, "corrects": True}).events
    assert ask(world, "file-monthly-report", {"month": 6}).events


def test_a_report_is_not_filed_before_its_month():
    assert refused(cell_world(), "file-monthly-report", {"month": 7}) == ["report_before_month"]
    assert refused(cell_world(), "file-monthly-report", {"month": 13}) == ["month_unreadable"]


def test_a_periodic_report_has_a_name():
    named = {"programme": "cam-giang", "report": "difficulties"}
    assert ask(cell_world(), "file-report", named).events
    assert refused(cell_world(), "file-report", {"report": "difficulties"}) == ["report_of_what"]
    unknown = {"programme": "cam-giang", "report": "khong-co"}
    assert refused(cell_world(), "file-report", unknown) == ["report_not_owed"]
    unpublished = {"programme": "x", "report": "difficulties"}
    assert refused(cell_world(), "file-report", unpublished) == ["version_unknown"]
    assert refused(cell_world(), "file-report", {"report": " "}) == ["report_nameless"]


def classify(world, **change):
    on = date(2024, 12, 20)
    data = {**CLASSIFIED, **change}
    return ask(world, "import-classification", data, organ=STANDING, on=on)


def test_a_classification_is_imported_by_a_superior_only():
    assert classify(cell_world()).events
    assert refused(cell_world(), "import-classification", CLASSIFIED) == ["organ_not_competent"]


def test_a_provisional_classification_does_not_follow_a_final_one():
    world = cell_world()
    world.give(YEAR, *classify(world, final=False).events, on="2024-12-01")
    world.give(YEAR, *classify(world).events, on="2024-12-20")
    with pytest.raises(RefusedError, match=r"classification_final\(.*on=2024-12-20") as error:
        classify(world, final=False)
    assert [each.code for each in error.value.refusals] == ["classification_final"]
    assert classify(world, level="EXCELLENT").events
    assert classify(world, final=False, subject="member:dv02").events


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"subject": "member:nobody"}, "person_unknown"),
        ({"subject": "unit:nowhere"}, "unit_unknown"),
        ({"subject": "dv01"}, "subject_unreadable"),
        ({"instrument": ""}, "instrument_missing"),
    ],
)
def test_a_classification_is_of_somebody_and_rests_on_something(change, code):
    with pytest.raises(RefusedError) as caught:
        classify(cell_world(), **change)
    assert [reason.code for reason in caught.value.refusals] == [code]


def test_discipline_is_of_somebody_and_rests_on_something():
    assert ask(cell_world(), "record-discipline", DISCIPLINE).events
    assert refused(cell_world(), "record-discipline", {**DISCIPLINE, "subject": "x"}) == [
        "person_unknown"
    ]
    against = {**DISCIPLINE, "against": "organisation", "subject": "unit:chi-bo"}
    assert ask(cell_world(), "record-discipline", against).events
    assert refused(cell_world(), "record-discipline", {**against, "subject": "x"}) == [
        "unit_unknown"
    ]
    assert refused(cell_world(), "record-discipline", {**DISCIPLINE, "instrument": ""}) == [
        "instrument_missing"
    ]


def test_a_breach_is_of_somebody_and_rests_on_something():
    assert ask(cell_world(), "record-breach", {"member": "dv01", "instrument": "1"}).events
    assert refused(cell_world(), "record-breach", {"member": "x", "instrument": ""}) == [
        "person_unknown", "instrument_missing",
    ]  # fmt: skip


def test_a_figure_is_of_something_and_not_negative():
    assert ask(cell_world(), "report-figure", {"measure": "admissions", "value": 2}).events
    assert refused(cell_world(), "report-figure", {"measure": "", "value": -1}) == [
        "figure_nameless", "figure_negative",
    ]  # fmt: skip
    negative = {"measure": "admissions", "value": 2, "target": -1}
    assert refused(cell_world(), "report-figure", negative) == ["figure_negative"]


def test_a_fee_is_paid_once_a_month_by_a_member():
    world = cell_world()
    world.give(YEAR, *ask(world, "record-fee", {"member": "dv01", "month": 5}).events)
    assert refused(world, "record-fee", {"member": "dv01", "month": 5}) == ["fee_twice"]
    assert ask(world, "record-fee", {"member": "dv01", "month": 6}).events
    assert refused(world, "record-fee", {"member": "x", "month": 5}) == ["person_unknown"]
    assert refused(world, "record-fee", {"member": "dv01", "month": 0}) == ["month_unreadable"]


@pytest.mark.parametrize(
    ("verb", "data"), [("record-dissemination", {}), ("perform-duty", {"duty": "lead"})]
)
def test_what_is_done_for_a_programme_names_a_published_one(verb, data):
    assert ask(cell_world(), verb, {"programme": "cam-giang", **data}).events
    assert refused(cell_world(), verb, {"programme": "x", **data}) == ["version_unknown"]


def test_a_duty_is_one_that_the_programme_records_by_the_organ_that_owes_it():
    anything = {"programme": "cam-giang", "duty": "bất kỳ"}
    assert refused(cell_world(), "perform-duty", anything) == ["duty_unknown"]
    held_otherwise = {"programme": "cam-giang", "duty": "deployment"}
    assert refused(cell_world(), "perform-duty", held_otherwise) == ["duty_unknown"]
    of_the_committee = {"programme": "cam-giang", "duty": "plan"}
    assert refused(cell_world(), "perform-duty", of_the_committee) == ["owed_by_another"]
