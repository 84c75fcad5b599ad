"""A seventh programme from a file alone: votes on each criterion, grades, a limit that refuses, a recount."""

import pytest

from application.intake.scenario import play
from tests.programmes.seventh import codes, done, stages, system
from tests.support import quarters as q
from tests.support import small_year

__all__ = ["codes", "done", "system"]


# A vote on each criterion, on the real roll


@pytest.fixture
def before_the_vote(done):
    done(*q.registered(), *q.quarters(), *q.all_members(), *q.adopted())


NODES = list(q.CRITERIA)
EACH = q.ballots()["by_criterion"]


def on(node, votes_for):
    return {"node": node, "votes_for": votes_for, "votes_against": 2}


@pytest.mark.usefixtures("before_the_vote")
@pytest.mark.parametrize(
    ("votes", "code"),
    [
        ({"roll": 4, "present": 4}, "roll_is_another"),
        ({"roll": 4, "present": 4, "roll_reason": "một người đi công tác"}, "roll_is_another"),
        ({"roll": 6}, "roll_is_another"),
        ({"by_criterion": []}, "vote_on_missing"),
        ({"by_criterion": EACH[:4]}, "vote_on_missing"),
        ({"by_criterion": [*EACH, EACH[0]]}, "vote_twice"),
        ({"by_criterion": [*EACH, on("V", 3)]}, "node_unknown"),
        ({"by_criterion": [*EACH[:4], on("IV", 4)]}, "vote_on_beyond"),
    ],
)  # fmt: skip
def test_each_criterion_is_voted_on_by_the_roll_of_the_log(codes, votes, code):
    if "present" in votes:
        votes |= dict.fromkeys(("issued", "returned", "valid", "votes_for"), 4)
        each = [{"node": node, "votes_for": 3, "votes_against": 1} for node in NODES]
        votes |= {"by_criterion": each}

    assert codes(q.counted(**votes)) == {code}
    assert codes(q.counted()) == set()


def test_where_the_log_knows_no_member_there_is_no_roll_to_count_on(codes, done):
    done(q.act("register-tasks", "member:n1", "2024-01-15", "n1", q.tasks(30, 20, 20)))
    ended = q.line("end-membership", at="2024-02-01", person="n1", data={"unit": "Y"})
    held = q.line("record-meeting", at="2024-01-20", by="Y-cell", unit="Y", year=2024,
                  data={"meeting": "Y-01", "minutes": 90, "present": ["n1"]})  # fmt: skip
    common = {"subject": "unit:Y", "period": "2024", "programme": q.CODE, "by": "Y-cell"}
    done(
        held, q.line("register", at="2024-01-20", data={"meeting": "Y-01"}, **common), ended,
        q.line("adopt-aggregate", at="2024-02-02", **common, data={"sheet": {"marks": [
            *q.cell_sheet()["sheet"]["marks"], {"node": "I.1", "value": "0"},
            {"node": "I.2", "value": "0/4"}, {"node": "II.1", "value": "0/1"}]}}),
    )  # fmt: skip

    votes = q.line("count-ballots", at="2024-02-03", data=q.ballots(), **common)
    assert codes(votes) == {"roll_not_kept"}


def test_one_vote_less_than_more_than_half_of_the_roll_loses_the_criterion(codes, done):
    done(*q.registered(), *q.quarters(), *q.all_members(), *q.adopted(), q.counted(lost=("IV",)))

    refused = codes(q.decision("unit:X", "EXCELLENT", "2024-12-12"))
    assert refused == {"against_vote_on"}


@pytest.mark.usefixtures("before_the_vote")
def test_one_vote_more_carries_it(codes, done):
    done(q.counted())

    assert codes(q.decision("unit:X", "EXCELLENT", "2024-12-12")) == set()


# Grades


@pytest.mark.usefixtures("before_the_vote")
@pytest.mark.parametrize(
    ("grade", "more", "code"),
    [
        ("", {}, "grade_missing"),
        ("SUPERB", {"level": "PASS"}, "grade_unknown"),
        ("NOT_COMPLETED", {}, "grade_unknown"),
        ("WELL", {"level": "FAIL"}, "grade_of_another_level"),
        ("WELL", {}, "against_unexplained"),
    ],
)
def test_a_decision_is_one_of_the_grades(codes, done, grade, more, code):
    done(q.counted())

    asked = q.decision("unit:X", grade, "2024-12-12")
    asked["data"] |= more or {}
    if not grade:
        asked["data"] = {"level": "PASS", "number": "1"}
    assert code in codes(asked)
    explained = q.decision("unit:X", "WELL", "2024-12-12", departure="Chỉ đề nghị mức tốt")
    assert codes(explained) == set()


def test_another_grade_than_the_sheet_came_to_is_what_has_to_be_explained(system, done, tmp_path):
    done(*q.registered(), *q.quarters(), *q.all_members(), *q.adopted(), q.counted())
    asked = small_year.write(tmp_path / "one.jsonl", [q.decision("unit:X", "WELL", "2024-12-12")])

    [told] = play(system, [asked])

    [reason] = told.refusals
    assert reason.values["what"].value.key.removeprefix("refusal.") == "against_grade"


def test_each_grade_leads_to_its_own_stage(system, done):
    done(*q.all_members(), *q.assessed("n1", "FAIL", a="20 %", rest="20 %"))
    done(q.decision("member:n1", "NOT_COMPLETED"))

    of = {subject: stage for (subject, _), stage in stages(system).items()}
    assert (of["member:m1"], of["member:m2"], of["member:n1"]) == (
        "outstanding", "recognised", "not_recognised",
    )  # fmt: skip


def test_a_reward_asks_for_its_grade(codes, done):
    done(*q.all_members())
    data = {"reward": "certificate", "number": "1-QĐ"}

    def given(member):
        return q.act(
            "decide-reward", f"member:{member}", "2024-12-20", "C-standing_committee", data
        )

    assert codes(given("m2")) == {"not_at_this_stage"}
    assert codes(given("m1")) == set()


def test_after_the_lowest_grade_a_year_is_waited(codes, done):
    done(*q.assessed("n1", "FAIL", a="20 %", rest="20 %"), q.decision("member:n1", "NOT_COMPLETED"))
    done(q.opened("2025", "2025-12-31"), q.opened("2026", "2026-12-31"))

    def again(year):
        data = q.tasks(30, 20, 20)
        return q.act("register-tasks", "member:n1", f"{year}-01-15", "n1", data, period=year)

    assert codes(again("2025")) == {"grade_waits"}
    assert codes(again("2026")) == set()


# A limit that refuses the one too many


def test_one_of_five_members_of_a_cell_is_outstanding_and_no_second(codes, done):
    done(*(line for member in ("m2", "m3", "m4") for line in q.assessed(member, a="50 %")))
    done(*(q.decision(f"member:{member}", "WELL") for member in ("m2", "m3", "m4")))
    done(*q.assessed("m1"), *q.assessed("m5"))

    assert codes(q.decision("member:m1", "EXCELLENT", "2024-12-06")) == {"quota_full"}, (
        "one of four"
    )
    done(q.decision("member:m5", "WELL", departure="Chỉ một người được mức xuất sắc"))
    assert codes(q.decision("member:m1", "EXCELLENT", "2024-12-06")) == set()


def test_a_second_one_is_refused_in_the_cell_and_not_in_another(codes, done):
    done(*(line for member in ("m2", "m3", "m4", "m5") for line in q.assessed(member)))
    why = {"departure": "Chỉ một người được mức xuất sắc"}
    done(*(q.decision(f"member:{member}", "WELL", **why) for member in ("m2", "m3", "m4")))
    done(*q.assessed("m1"), *q.assessed("n1"))
    assert codes(q.decision("member:n1", "EXCELLENT", "2024-12-06")) == {"quota_full"}, "one of one"
    done(q.decision("member:m1", "WELL", "2024-12-06", **why))

    assert codes(q.decision("member:m5", "EXCELLENT", "2024-12-06")) == set()


# Only after an upheld petition


def recounted(day="2024-12-18"):
    return q.counted(day=day)


def test_a_recount_waits_for_a_petition_that_is_upheld(codes, done):
    done(*q.lost_year())
    assert codes(recounted()) == {"no_upheld_petition"}
    done(q.petition("kn-1"), q.answer("kn-1", upheld=False))
    assert codes(recounted()) == {"no_upheld_petition"}
    done(q.petition("kn-2", "2024-12-17"), q.answer("kn-2", upheld=True))

    assert codes(recounted()) == set()


def test_a_new_decision_waits_for_one_too_and_uses_it_up(codes, system, done):
    anew = q.decision("unit:X", "EXCELLENT", "2024-12-20", "supersede-decision")
    done(*q.won_year())
    assert stages(system)["unit:X", "2024"] == "recognised"

    assert codes(anew) == {"no_upheld_petition"}


def test_after_the_lock_of_the_round_an_upheld_petition_still_has_its_recount(codes, done):
    done(*q.lost_year(), q.petition("kn-1"), q.answer("kn-1", upheld=True))
    locked = q.line("lock-round", at="2025-01-05", by="P-standing_committee", programme=q.CODE,
                    period="2024")  # fmt: skip
    done(locked)

    assert codes(q.counted(day="2025-01-06")) == set()
