"""Who must act next: on the case itself, and on what waits beside it."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Sheet
from projections.cases.task_list import tasks
from projections.engine import inline
from tests.projections.casebook import KON_TUM, SOC_TRANG, Casebook, correct, decide, revoke
from tests.support.world import PROGRAMMES, edition_at

SON_LA = edition_at(PROGRAMMES / "son-la.yaml")
ON = date(2024, 12, 20)
DUE = date(2024, 12, 15)


@pytest.fixture
def book(ledger):
    made = Casebook(ledger, then=inline)
    made.programme()
    made.unit("DB", kind="BASE_COMMITTEE", organs=["party_committee", "standing_committee"])
    made.unit("C1", name="Chi bộ thôn Một", parent="DB", organs=["cell"])
    return made


def listed(book, on=ON, **asked):
    with book.ledger.connection() as connection:
        return tasks(connection, on, **asked)


def beside(book, on=ON):
    return [
        (task["kind"], task["role"], task["commands"], task["about"], task["since"], task["due_on"])
        for task in listed(book, on)
        if task["kind"] != "step"
    ]


def stay(book, stream, event, details, stage, on="2024-12-01"):
    return book.act(stream, event, details, (stage, stage), on)


def test_no_case_makes_no_task(book):
    assert listed(book) == []


def test_one_case_makes_a_task_for_the_role_of_its_next_step(book):
    stream = book.case("C1")
    assert listed(book) == [
        {
            "case": stream.removeprefix("case:"),
            "programme": "kon-tum",
            "programme_version": KON_TUM.version,
            "subject": "unit:C1",
            "unit": "C1",
            "unit_name": "Chi bộ thôn Một",
            "period": "2024",
            "stage": "in_progress",
            "kind": "step",
            "role": "self_assessor",
            "organs": ["C1/cell"],
            "commands": ["submit-sheet"],
            "since": date(2024, 2, 1),
            "due_on": None,
            "about": "",
            "late": False,
            "what": None,
            "month": None,
        }
    ]


def test_nobody_is_told_to_adopt_an_aggregate_of_no_sheets(book):
    stream = book.case("C1")
    assert [task["commands"] for task in listed(book)] == [["submit-sheet"]]

    details, stays = d.Scoring(sheet=Sheet(marks=[])), ("in_progress", "in_progress")
    book.act(stream, c.IndividualSheetSubmitted, details, stays, "2024-12-01", step="submit-sheet")
    assert [task["commands"] for task in listed(book)] == [["adopt-aggregate"]]


def test_three_cases_are_listed_those_due_first_before_the_others(book):
    book.case("C3")
    book.case("C1", at="claimed")
    stream = book.case("C2", at="submitted")
    details = d.Return(missing=["DOC-SUBMIT"], due_on=DUE)
    book.act(stream, c.DossierReturned, details, ("submitted", "returned"), "2024-12-01")
    found = [(task["unit"], task["late"]) for task in listed(book)]
    assert found == [("C2", True), ("C1", False), ("C3", False)]


def test_a_side_step_alone_makes_no_task_but_is_told_to_who_has_one(book):
    book.case("C1", at="submitted")
    assert [(task["role"], task["commands"]) for task in listed(book)] == [
        ("appraiser", ["appraise", "return-dossier"])
    ]


def test_several_roles_of_the_main_line_have_a_task_each(book):
    stream = book.case("C1", at="consulted")
    decide(book, stream, organ="DB/party_committee")
    details = d.Finding(ground="a", statement="thiếu", explain_by=DUE)
    way = ("recognised", "under_reexamination")
    book.act(stream, c.DefectFound, details, way, "2024-12-10")
    assert [(task["role"], task["organs"], task["commands"]) for task in listed(book)] == [
        ("self_assessor", ["C1/cell"], ["explain"]),
        ("issuer", ["DB/party_committee"], ["confirm-recognition", "revoke"]),
    ]


def test_only_tasks_of_the_organ_or_the_role_named_are_listed(book):
    book.case("C1")
    book.case("C1", at="submitted", period="2025")
    assert [task["period"] for task in listed(book, organ="C1/cell")] == ["2024"]
    assert [task["period"] for task in listed(book, role="appraiser")] == ["2025"]
    assert listed(book, organ="C2/cell") == []
    assert listed(book, organ="C1/cell", role="appraiser") == []


def test_a_decided_case_makes_no_task(book):
    decide(book, book.case("C1", at="consulted"))
    assert listed(book) == []


def test_bodies_that_were_asked_have_a_task_until_they_answer_or_asking_ends(book):
    stream = book.case("C1", at="appraised")
    details = d.ConsultationRequest(bodies=["DB/standing_committee", "B/y"], due_on=DUE)
    book.act(stream, c.ConsultationOpened, details, ("appraised", "consulting"), "2024-12-01")
    since = date(2024, 12, 1)
    first = ("opinion", "asked", ["give-opinion"], "DB/standing_committee", since, DUE)
    second = ("opinion", "asked", ["give-opinion"], "B/y", since, DUE)
    assert beside(book) == [first, second]
    assert [task["organs"] for task in listed(book) if task["kind"] == "opinion"] == [
        ["DB/standing_committee"],
        ["B/y"],
    ]
    opinion = d.Opinion(body="DB/standing_committee", stance="agree")
    stay(book, stream, c.OpinionGiven, opinion, "consulting")
    assert beside(book) == [second]
    closing = d.ConsultationClosing(silent={"B/y": "không trả lời"})
    book.act(stream, c.ConsultationClosed, closing, ("consulting", "consulted"), "2024-12-18")
    assert beside(book) == []


def test_a_petition_waits_until_it_is_answered(book):
    stream = book.case("C1", at="consulted")
    decide(book, stream, "FAIL", organ="DB/party_committee")
    details = d.Petition(petition="k1", subject_matter="xem lại", answer_by=DUE)
    at = stay(book, stream, c.PetitionFiled, details, "not_recognised")
    waiting = [
        ("petition", role, ["answer-petition"], "k1", date(2024, 12, 1), DUE)
        for role in ("issuer", "decider")
    ]
    assert beside(book) == waiting
    assert [task["late"] for task in listed(book)] == [True, True]
    correct(book, stream, at, "answer_by", "2024-12-31", "not_recognised")
    assert [task["due_on"] for task in listed(book)] == [date(2024, 12, 31)] * 2
    stay(book, stream, c.PetitionAnswered, d.PetitionAnswer(petition="k1", upheld=False),
         "not_recognised")  # fmt: skip
    assert beside(book) == []


def test_a_flagged_outcome_waits_until_it_is_reviewed(book):
    stream = book.case("C1", at="consulted")
    decide(book, stream)
    stay(book, stream, c.DependentOutcomeFlagged, d.Flagging(revoked="case:x", use="ratio"),
         "recognised")  # fmt: skip
    since = date(2024, 12, 1)
    assert beside(book) == [
        ("review", role, ["review-dependent"], "case:x|ratio", since, None)
        for role in ("issuer", "decider")
    ]
    reviewed = d.DependentReview(revoked="case:x", use="ratio", result="stands")
    stay(book, stream, c.DependentOutcomeReviewed, reviewed, "recognised")
    assert beside(book) == []


def test_rewards_of_a_revoked_recognition_are_recalled_where_the_programme_asks_for_it(ledger):
    book = Casebook(ledger, then=inline)
    book.programme(SOC_TRANG)
    of = {"programme": "soc-trang", "version": SOC_TRANG.version}
    stream = book.case("C1", at="recognised", **of)
    decide(book, stream)
    for reward in ("reward", "thanks"):
        given = d.RewardDecision(reward=reward, number="1")
        stay(book, stream, c.RewardDecided, given, "recognised")
    assert beside(book) == []
    revoke(book, stream, "from_now", "2025-03-01")
    since = date(2025, 3, 1)
    recall = [
        ("recall", role, ["recall-reward"], "reward", since, None) for role in ("issuer", "decider")
    ]
    assert beside(book) == recall
    stay(book, stream, c.RewardRecalled, d.Recall(reward="reward", returned=False), "revoked")
    assert beside(book) == recall
    stay(book, stream, c.RewardRecalled, d.Recall(reward="reward", returned=True), "revoked")
    assert beside(book) == []


def test_an_edition_that_is_not_in_the_log_makes_no_task(book):
    book.case("C1", version="f" * 64)
    assert listed(book) == []


@pytest.mark.parametrize(
    ("kind", "passed", "tasks_left"),
    [
        ("department_cell", True, [["submit-dossier"]]),
        ("department_cell", False, []),
        ("department_committee", False, [["submit-dossier"]]),
    ],
)
def test_a_lost_vote_leaves_nothing_to_hand_in_where_it_is_asked_for(
    ledger, kind, passed, tasks_left
):
    book = Casebook(ledger, then=inline)
    book.programme(SON_LA)
    book.unit("C1", organs=["cell_committee", "executive_committee"])
    subject = SON_LA.programme.subjects["department_cell"]
    of = {"workflow": subject.workflow, "criteria": subject.criteria, "subject_kind": kind}
    stream = book.case("C1", at="claimed", programme="son-la", version=SON_LA.version, **of)
    figures = dict.fromkeys(
        ("roll", "present", "issued", "returned", "valid", "invalid", "votes_for", "votes_against"),
        1,
    )
    ballots = d.Ballots(**figures, passed=passed)
    book.act(stream, c.BallotsCounted, ballots, ("claimed", "voted"), "2024-12-01")

    assert [task["commands"] for task in listed(book)] == tasks_left


def test_where_issuer_and_decider_are_one_organ_it_has_one_task(book):
    book.unit("C4", kind="SUBORDINATE_CELL", parent="DB", organs=["cell"])
    subject = KON_TUM.programme.subjects["subordinate_cell"]
    of = {"workflow": subject.workflow, "criteria": subject.criteria}
    stream = book.case("C4", at="appraised", subject_kind="subordinate_cell", **of)
    [decider] = {organ for task in listed(book) for organ in task["organs"]}
    decide(book, stream, organ=decider)
    flag = d.Flagging(revoked="case:x", use="ratio")
    stay(book, stream, c.DependentOutcomeFlagged, flag, "recognised")

    assert [(task["kind"], task["organs"]) for task in listed(book)] == [("review", [decider])]
