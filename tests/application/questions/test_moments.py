"""What people type for a moment: positions, days, instants; and what is refused, in both languages."""

from datetime import date, datetime

import pytest

from application.commands.typed_days import typed_day
from application.questions import cases as queries
from application.questions.moments import as_of, known_at
from application.running.system import HERE
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "year.jsonl", small_year.set_up(), small_year.year()) == []
    yield system
    system.close()


def recorded(system, position):
    [row] = [row for rows in system.ledger.read(position - 1, position) for row in rows]
    return row.recorded_at


def test_nothing_typed_is_now(system):
    assert known_at(system, "") is None
    assert as_of(system, None) == system.today()


def test_a_position_inside_a_commit_means_its_end(system):
    assert known_at(system, "1") == known_at(system, "3") == 3


def test_a_day_means_its_end_in_the_offices_own_time(system):
    head = system.ledger.head().position
    day = known_at(system, "2024-12-20")

    assert known_at(system, "20/12/2024") == known_at(system, "2024-12-20T23:59") == day
    assert known_at(system, "2024-12-20T16:59:00+00:00") == day
    assert recorded(system, day) <= "2024-12-20T17:00" < recorded(system, day + 1)
    assert known_at(system, str(head)) == head


def test_what_is_known_on_a_day_is_looked_at_as_of_that_day(system):
    position = known_at(system, "2024-12-25")
    assert as_of(system, position) <= date(2024, 12, 25)
    assert as_of(system, position, date(2024, 6, 1)) == date(2024, 6, 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("99999", "position_not_yet"), ("0", "before_the_first"), ("2001-01-01", "before_the_first"),
     ("9" * 5000, "position_not_yet"), ("000", "before_the_first"), ("1990-01-01T00:00", "before_the_first"),
     ("2999-12-31", "moment_in_future"), ("2999-12-31T08:00+07:00", "moment_in_future"),
     ("hôm qua", "moment_unreadable"), ("2024-13-01", "day_impossible_at"), ("-1", "moment_unreadable"),
     ("31/02/2024", "day_impossible_at"), ("2024-02-30T17:00", "day_impossible_at"), ("01/01/0202", "day_far_off_at"),
     ("0001-01-01T00:00+14:00", "day_far_off_at"), ("2024-12-05T25:00", "moment_unreadable"),
     ("1.5", "moment_unreadable")],
)  # fmt: skip
def test_a_moment_that_cannot_be_is_refused_in_a_sentence(system, typed, code):
    with pytest.raises(RefusedError) as refused:
        known_at(system, typed)

    [reason] = refused.value.refusals
    assert reason.code == code
    assert sentence(reason, "vi") != sentence(reason, "en")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("31/02/2024", "day_impossible_at"), ("2024-02-30", "day_impossible_at"), ("12/31/2024", "day_impossible_at"),
     ("05/12/24", "day_unreadable_at"), ("hôm qua", "day_unreadable_at"), ("05/12/9999", "day_far_off_at")],
)  # fmt: skip
def test_a_day_that_is_none_is_told_why(typed, code):
    with pytest.raises(RefusedError) as refused:
        typed_day(typed, "as_of")

    [reason] = refused.value.refusals
    assert (reason.code, str(reason.values["field"])) == (code, "as_of")


def test_a_day_is_read_as_it_is_written_here_and_in_iso():
    for typed in ("05/12/2024", " 2024-12-05 "):
        assert typed_day(typed, "as_of") == date(2024, 12, 5)


def test_a_case_as_of_a_day_is_what_was_in_effect_then(system):
    case = queries.cases(system)[0]["case"]
    shown = [
        queries.case(system, case, as_of=date(2024, 12, day))["stage"] for day in (2, 12, 19, 21)
    ]

    assert len(set(shown)) > 2
    assert shown[-1] == "recognised"
    assert queries.case(system, case)["stage"] == "revoked"


def test_standing_as_of_a_day_depends_on_what_is_known(system):
    case = queries.cases(system)[0]["case"]
    before = queries.position_before_revocation(system, case)
    on = date(2024, 12, 31)

    assert queries.case(system, case, as_of=on, known_at=before)["standing"]
    assert not queries.case(system, case, as_of=on)["standing"]
    assert [row["standing"] for row in queries.register(system, as_of=on, known_at=before)] == [
        True
    ]
    assert [row["standing"] for row in queries.register(system, as_of=on)] == [False]
    assert queries.register(system, as_of=date(2024, 12, 1)) == []


def test_before_a_case_was_open_there_is_none(system):
    case = queries.cases(system)[0]["case"]
    with pytest.raises(RefusedError) as refused:
        queries.case(system, case, as_of=date(2023, 12, 31))
    assert [reason.code for reason in refused.value.refusals] == ["case_not_open_yet"]
    assert queries.cases(system, as_of=date(2023, 12, 31)) == []


def test_history_as_of_a_day_leaves_later_acts_out_and_keeps_corrections(system):
    case = queries.cases(system)[0]["case"]
    acts = queries.history(system, case, as_of=date(2024, 12, 20))

    assert acts[-1]["event"] in {"decision-issued", "correction-recorded"}
    assert len(acts) < len(queries.history(system, case))
    assert {entry["event"] for entry in acts} <= {e["event"] for e in queries.history(system, case)}


def test_today_means_what_is_known_so_far_and_tomorrow_is_refused(system):
    system.clock = lambda: datetime(2026, 6, 30, 10, tzinfo=HERE)

    assert known_at(system, "2026-06-30") == system.ledger.head().position
    for when in ("2026-07-01", "2026-06-30T10:01"):
        with pytest.raises(RefusedError):
            known_at(system, when)


def test_a_rehearsal_may_be_ahead_of_the_clock(system):
    """What a simulated log says was recorded is not the future, whatever day it is."""
    system.clock = lambda: datetime(2024, 12, 10, 8, tzinfo=HERE)

    assert known_at(system, "2024-12-20") < known_at(system, "2026-05-19")
    assert known_at(system, "2026-05-20") == system.ledger.head().position
    assert known_at(system, "2024-12-10") < known_at(system, "2024-12-20")
    with pytest.raises(RefusedError):
        known_at(system, "2026-05-21")


@pytest.fixture
def corrected(system, tmp_path):
    """The same year, with the number and the date of the decision corrected after the revocation."""
    case = queries.cases(system)[0]["case"]
    [decision] = [e for e in queries.history(system, case) if e["event"] == "decision-issued"]
    lines = [
        {"do": "correct", "by": "DB-party_committee", "at": "2026-05-25T09:00", "reason": "gõ nhầm",
         "data": {"of_position": decision["position"], "field": field, "value": value}, **small_year.SUBJECT}
        for field, value in (("number", "13-QĐ/ĐU"), ("effective_on", "2024-12-22"))
    ]  # fmt: skip
    assert played(system, tmp_path / "corrections.jsonl", lines) == []
    return system, case


def test_the_newest_act_shown_is_one_made_by_the_day(corrected):
    system, case = corrected
    shown = queries.case(system, case, as_of=date(2024, 12, 31))

    assert "12-QĐ/ĐU" in shown["latest"]
    assert shown["stage"] == "recognised"
    assert "đính chính" in queries.case(system, case)["latest"]


def test_a_correction_holds_whatever_its_own_date_and_only_with_what_it_is_about(corrected):
    system, case = corrected
    told = [[entry["event"] for entry in queries.history(system, case, as_of=date(2024, 12, day))]
            for day in (21, 22)]  # fmt: skip

    assert "decision-issued" not in told[0]
    assert "correction-recorded" not in told[0]
    assert told[1].count("correction-recorded") == 2
    blamed = queries.blame(system, case, as_of=date(2024, 12, 22))
    assert {"13-QĐ/ĐU"} == {e["value"] for e in blamed if e["field"] == "decision-issued.number"}
    assert not any(
        "correction-recorded" in e["field"]
        for e in queries.blame(system, case, as_of=date(2024, 12, 21))
    )
