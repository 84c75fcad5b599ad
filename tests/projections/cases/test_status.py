"""Where cases stand: what each kind of act does to a row, and the list of cases."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.streams import round_stream
from projections.cases.status import STATUS
from projections.engine import inline
from tests.projections.casebook import KON_TUM, Casebook, correct, decide, revoke
from tests.projections.looking import listed

ON = date(2024, 12, 20)


@pytest.fixture
def book(ledger):
    made = Casebook(ledger, then=inline)
    made.programme()
    return made


def the_case(book, **asked):
    (found,) = listed(book.ledger, **{"on": ON, **asked})
    return found


def test_no_case_makes_an_empty_list(book):
    assert listed(book.ledger, ON) == []


def test_one_case_is_listed_with_exactly_the_keys_of_the_design(book):
    book.unit("C1", name="Chi bộ thôn Một")
    stream = book.case("C1")
    assert listed(book.ledger, ON) == [
        {
            "case": stream.removeprefix("case:"),
            "programme": "kon-tum",
            "programme_version": KON_TUM.version,
            "subject": "unit:C1",
            "unit": "C1",
            "unit_name": "Chi bộ thôn Một",
            "period": "2024",
            "subject_kind": "base_cell",
            "stage": "in_progress",
            "outcome": "",
            "claimed": "",
            "waiting_for": ["self_assessor"],
            "since": date(2024, 2, 1),
            "due_on": None,
            "late": False,
        }
    ]


def test_three_cases_are_listed_by_programme_period_unit_and_subject(book):
    book.case("C2")
    book.case("C1", period="2025")
    book.case("C1")
    found = [(row["period"], row["unit"]) for row in listed(book.ledger, ON)]
    assert found == [("2024", "C1"), ("2024", "C2"), ("2025", "C1")]


@pytest.mark.parametrize(
    ("asked", "units"),
    [
        ({"programme": "kon-tum"}, ["C1", "C2", "C3"]),
        ({"programme": "son-la"}, []),
        ({"period": "2025"}, ["C3"]),
        ({"stage": "submitted"}, ["C2"]),
        ({"unit": "C1"}, ["C1"]),
        ({"unit": "C1", "stage": "submitted"}, []),
    ],
)
def test_only_what_fits_everything_named_is_listed(book, asked, units):
    book.case("C1")
    book.case("C2", at="submitted")
    book.case("C3", period="2025")
    assert [row["unit"] for row in listed(book.ledger, ON, **asked)] == units


def test_one_case_is_found_by_its_id(book):
    stream = book.case("C1")
    book.case("C2")
    assert the_case(book, case=stream.removeprefix("case:"))["unit"] == "C1"
    assert listed(book.ledger, ON, case="C1") == []


def test_a_unit_that_nobody_registered_has_no_name(book):
    book.case("C9")
    assert the_case(book)["unit_name"] == ""


def test_a_step_that_moves_nothing_leaves_stage_and_since(book):
    stream = book.case(at="submitted")
    book.act(stream, c.CommentGiven, d.Comment(comment="tốt"), ("submitted",) * 2, "2024-11-01")
    found = the_case(book)
    assert (found["stage"], found["since"]) == ("submitted", date(2024, 2, 1))


def test_the_main_line_comes_first_and_leaving_is_nobodys_turn(book):
    book.case(at="submitted")
    assert the_case(book)["waiting_for"] == ["appraiser", "intake", "decider"]


def test_nobody_is_waited_for_where_a_case_may_rest(book):
    decide(book, book.case(at="consulted"))
    assert the_case(book)["waiting_for"] == []


def test_a_suspended_case_waits_to_be_resumed_and_nothing_is_due(book):
    stream = book.case(at="claimed")
    book.act(stream, c.CaseSuspended, d.Suspension(), ("claimed",) * 2, "2024-11-01")
    found = the_case(book, on=date(2025, 6, 1))
    assert (found["waiting_for"], found["due_on"]) == (["appraiser", "decider"], None)
    book.act(stream, c.CaseResumed, d.Resumption(), ("claimed",) * 2, "2024-11-09")
    assert the_case(book)["waiting_for"] == ["self_assessor"]


def test_an_edition_that_is_not_in_the_log_leaves_open_who_must_act(book):
    book.case(version="f" * 64)
    found = the_case(book)
    assert (found["waiting_for"], found["due_on"]) == ([], None)


def test_the_deadline_of_the_next_step_is_due(book):
    book.case(at="claimed")
    due = the_case(book)["due_on"]
    assert due is not None
    assert the_case(book, on=due)["late"] is False
    assert the_case(book, on=date.fromordinal(due.toordinal() + 1))["late"] is True


def test_an_extended_deadline_counts_and_one_of_the_subject_goes_first(book):
    book.case("C1", at="claimed")
    stream = round_stream("kon-tum", "2024")
    for day, subject in ((10, ""), (20, "unit:C1"), (5, "unit:C2")):
        extended = r.DeadlineExtended(
            deadline="year_end", due_on=date(2025, 2, day), subject=subject
        )
        book.tell(stream, extended)
        expected = {"": 10, "unit:C1": 20, "unit:C2": 20}[subject]
        assert the_case(book)["due_on"] == date(2025, 2, expected)


RETURN = d.Return(missing=["DOC-SUBMIT"], due_on=date(2024, 12, 15))
ASKED = d.ConsultationRequest(bodies=["A/x"], due_on=date(2024, 12, 15))
FOUND = d.Finding(ground="a", statement="thiếu", explain_by=date(2024, 12, 15))


@pytest.mark.parametrize(
    ("event", "details", "way", "next_stage"),
    [
        (c.DossierReturned, RETURN, ("submitted", "returned"), "submitted"),
        (c.ConsultationOpened, ASKED, ("appraised", "consulting"), "consulted"),
        (c.DefectFound, FOUND, ("recognised", "under_reexamination"), "explained"),
    ],
)
def test_the_date_an_act_set_is_due_until_the_case_moves_on(book, event, details, way, next_stage):
    stream = book.case(at=way[0])
    book.act(stream, event, details, way, "2024-12-01")
    found = the_case(book)
    assert (found["due_on"], found["late"]) == (date(2024, 12, 15), True)
    book.act(stream, c.CommentGiven, d.Comment(comment="x"), (way[1], next_stage), "2024-12-02")
    assert the_case(book)["due_on"] is None


def test_a_step_taken_late_stays_marked(book):
    stream = book.case(at="claimed")
    way = ("claimed", "submitted")
    book.act(stream, c.DossierSubmitted, d.Dossier(documents=[]), way, "2024-12-16", late=True)
    assert the_case(book)["late"] is True


def test_claim_decision_and_revocation_show_as_outcome(book):
    stream = book.case(at="self_assessed")
    book.act(
        stream, c.LevelClaimed, d.Claim(level="PASS"), ("self_assessed", "claimed"), "2024-11-01"
    )
    assert (the_case(book)["claimed"], the_case(book)["outcome"]) == ("PASS", "")
    decide(book, stream)
    assert the_case(book)["outcome"] == "PASS"
    revoke(book, stream, "from_now", "2025-03-01")
    assert (the_case(book)["outcome"], the_case(book)["stage"]) == ("REVOKED", "revoked")


def test_a_decision_against_recognition_is_a_fail(book):
    decide(book, book.case(at="consulted"), "FAIL")
    assert the_case(book)["outcome"] == "FAIL"


def test_a_case_follows_the_successor_of_its_unit(book):
    stream = book.case("C1")
    details = d.Succession(successor="C2", change="unit-merged 2024-07-01")
    book.act(stream, c.SubjectSucceeded, details, ("in_progress",) * 2, "2024-07-01")
    found = the_case(book)
    assert (found["unit"], found["subject"]) == ("C2", "unit:C2")


def test_a_member_stays_the_subject_when_the_cell_is_succeeded(book):
    stream = book.case("C1", subject="member:p1")
    details = d.Succession(successor="C2", change="unit-merged 2024-07-01")
    book.act(stream, c.SubjectSucceeded, details, ("in_progress",) * 2, "2024-07-01")
    found = the_case(book)
    assert (found["unit"], found["subject"]) == ("C2", "member:p1")


def test_a_corrected_date_counts_in_since(book):
    stream = book.case(at="claimed")
    way = ("claimed", "submitted")
    at = book.act(stream, c.DossierSubmitted, d.Dossier(documents=[]), way, "2024-12-10")
    correct(book, stream, at, "effective_on", "2024-12-09", "submitted")
    assert the_case(book)["since"] == date(2024, 12, 9)


def test_a_corrected_date_of_an_earlier_act_leaves_since(book):
    stream = book.case(at="claimed")
    at = book.act(stream, c.CommentGiven, d.Comment(comment="x"), ("claimed",) * 2, "2024-11-10")
    correct(book, stream, at, "effective_on", "2024-11-09", "claimed")
    assert the_case(book)["since"] == date(2024, 2, 1)


def test_a_corrected_due_date_counts(book):
    stream = book.case(at="submitted")
    at = book.act(stream, c.DossierReturned, RETURN, ("submitted", "returned"), "2024-12-01")
    correct(book, stream, at, "due_on", "2024-12-31", "returned")
    assert the_case(book)["due_on"] == date(2024, 12, 31)


def test_a_row_knows_the_last_position_of_its_case(book):
    stream = book.case()
    last = book.act(
        stream, c.CommentGiven, d.Comment(comment="x"), ("in_progress",) * 2, "2024-03-01"
    )
    book.unit("C1")
    with book.ledger.connection() as connection:
        (row,) = connection.execute(STATUS.view.select()).all()
    assert STATUS.unpack(row).position == last
