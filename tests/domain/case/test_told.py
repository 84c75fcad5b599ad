"""What a person is told whose act before a decision is refused: the field, and a sentence with the case's figures."""

from dataclasses import replace as changed
from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.decide import question, situate
from domain.case.guards.assessment import lost
from domain.case.guards.voting import ballot_refusals, secrecy_refusals
from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document, Sheet
from domain.programme.procedure import Vote
from tests.domain.case.asking import SON_LA, a_case, no_case, reasons_of, refused, taken, told
from tests.support.stage_world import FINDING, PARENT, UNIT, ballots
from words.sentences import sentence

BODY = f"{PARENT}/party_committee"
BOARD = f"{PARENT}/propaganda_board"
COMMISSION = f"{PARENT}/inspection_commission"


def test_an_aggregate_is_told_the_mean_it_departs_from_and_the_day_of_the_newest_sheet():
    story = a_case("in_progress")
    mark = next(m for m in story.sheet.marks if m.points)
    lower = [replace(m, points=m.points - 1) if m is mark else m for m in story.sheet.marks]
    about = f"departures.{mark.node}"

    found = told(story, "adopt-aggregate", d.Adoption(sheet=Sheet(marks=lower)))
    assert list(found) == [about]
    assert mark.node in found[about]
    early = told(story, "adopt-aggregate", d.Adoption(sheet=story.sheet), on=date(2024, 11, 30))
    assert early["aggregate_before_sheet"] == (
        "The aggregate cannot be older than the newest sheet, of 1 Dec 2024."
    )


def test_a_departure_names_criteria_that_there_are():
    story = a_case("in_progress")
    adopted = d.Adoption(sheet=story.sheet, departures={"IX.9": "x"})

    assert list(told(story, "adopt-aggregate", adopted)) == ["departures"]


def test_figures_of_a_vote_that_do_not_fit_are_told_where_they_are_typed():
    wrong = replace(ballots(), present=10)
    [reason] = ballot_refusals(None, wrong)

    assert (reason.code, reason.about) == ("ballots_present", "present")
    assert {name: str(value) for name, value in reason.values.items()} == {
        "roll": "9", "present": "10", "issued": "9", "returned": "9", "valid": "9", "invalid": "0",
        "votes_for": "8", "votes_against": "1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"present": 10}, ["ballots_present"]),
        ({"present": 9, "roll": 9}, []),
        ({"issued": 9, "present": 8}, ["ballots_issued"]),
        ({"returned": 10, "invalid": 1}, ["ballots_returned"]),
        ({"invalid": 1}, ["ballots_valid"]),
        ({"valid": 8, "invalid": 1, "votes_for": 7}, []),
        ({"votes_for": 9}, ["ballots_votes"]),
        ({"votes_for": 7}, []),
        ({"invalid": -1, "valid": 10}, ["ballots_negative"]),
        ({"votes_against": -1}, ["ballots_negative"]),
        ({"votes_for": -1}, ["ballots_negative"]),
        ({"valid": -1, "invalid": 10, "votes_for": -1, "votes_against": 0}, ["ballots_negative"]),
    ],
)
def test_each_figure_of_a_vote_is_at_most_the_one_before(changes, codes):
    assert [each.code for each in ballot_refusals(None, replace(ballots(), **changes))] == codes


@pytest.mark.parametrize("field", ["roll", "present", "issued", "returned", "valid"])
def test_no_figure_of_a_vote_is_below_nothing(field):
    nothing = dict.fromkeys(("roll", "present", "issued", "returned", "valid", "votes_for"), 0)
    empty = replace(ballots(), **nothing, invalid=0, votes_against=0)

    assert ballot_refusals(None, empty) == []
    negative = [each.code for each in ballot_refusals(None, replace(empty, **{field: -1}))]
    assert "ballots_negative" in negative


def test_a_lost_vote_is_told_with_the_share_and_of_how_many():
    vote = Vote(required=True, quorum="2/3", majority="1/2")
    counted = replace(ballots(), votes_for=4, votes_against=5)

    reason = lost(counted, vote)
    assert {name: str(value) for name, value in reason.values.items()} == {
        "votes_for": "4", "share": "1/2", "of": "9",
    }  # fmt: skip


def test_a_return_is_told_both_days():
    nothing = d.Return(missing=["x"], due_on=date(2024, 12, 20))

    assert told(a_case("submitted"), "return-dossier", nothing) == {
        "due_on": "The new date 20 Dec 2024 must be later than 20 Dec 2024."
    }
    assert taken(a_case("submitted"), "return-dossier", replace(nothing, due_on=date(2024, 12, 21)))
    empty = replace(nothing, missing=[], due_on=date(2024, 12, 21))
    assert told(a_case("submitted"), "return-dossier", empty) == {
        "missing": "A return must name what is missing."
    }


def test_evidence_is_told_by_its_id_and_kind():
    story = a_case("in_progress")
    figure = d.Evidence(evidence="mc-9", nodes=[], kind="figure", value="nhiều")

    assert told(story, "attach-evidence", replace(figure, value="")) == {
        "value": "Evidence mc-9 has neither a document nor a figure."
    }
    assert told(story, "attach-evidence", replace(figure, evidence="mc-1", value="1")) == {
        "evidence": "There is already evidence with the id mc-1."
    }
    assert "has a figure" in told(story, "attach-evidence", figure)["value"]
    paper = replace(figure, kind="document", value="1")
    assert "comes with its paper" in told(story, "attach-evidence", paper)["document"]
    assert told(story, "withdraw-evidence", d.EvidenceWithdrawal(evidence="x")) == {
        "evidence": "There is no evidence x to withdraw."
    }


def test_a_criterion_that_is_none_is_told_in_the_field_that_names_it():
    evidence = d.Evidence(evidence="mc-9", nodes=["IX.9"], kind="figure", value="1")
    assert list(told(a_case("in_progress"), "attach-evidence", evidence)) == ["nodes"]
    finding = replace(FINDING, nodes=["IX.9"])
    assert list(told(a_case("recognised"), "find-defect", finding)) == ["nodes"]


def test_a_document_that_is_missing_is_told_by_name_and_symbol():
    story = a_case("in_progress")
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if row[0].TOPIC != "dossier-submitted"]
    handed = d.Dossier(documents=[Document(document="DOC-AGG")])
    story.act(c.DossierSubmitted, handed, to="submitted")
    missing = [
        each
        for each in story.programme.dossier
        if each.required and each.document != "DOC-AGG"
        and (not each.subjects or story.kind in each.subjects)
    ]  # fmt: skip

    appraisal = d.Appraisal(proposal="PASS", review_results="reviewed")
    found = reasons_of(story, "appraise", appraisal)
    assert [sentence(each, "en") for each in found] == [
        f"The dossier lacks: {each.en}." for each in missing
    ]
    assert [str(each.values["symbol"]) for each in found] == [each.document for each in missing]


def test_a_registration_is_told_its_form_and_its_contact():
    found = told(no_case("department_cell", SON_LA), "register", d.Registration())
    asked = SON_LA.programme.registration

    assert list(found) == ["document", "contact"]
    assert found["contact"] == f"Say through whom the registration is handed in: {asked.contact}."
    assert found["document"].startswith("A registration is made on its form: ")


def test_a_conference_after_the_signature_is_told_with_both_days():
    story = a_case("registration_accepted", "department_cell", SON_LA)
    signed = d.SignedCommitment(conference_on=date(2024, 12, 21))

    assert list(told(story, "sign-commitment", signed).values()) == [
        "The conference of 21 Dec 2024 is after the commitment was signed on 20 Dec 2024."
    ]


def test_a_unit_that_is_not_on_the_pilot_list_and_a_round_of_pilots_are_named():
    story = no_case()
    assert "Round 2024 is for pilot units only." in told(story, "open-case", d.Opening()).values()

    story.world.rows["round:kon-tum:2024"].pop()
    assert (
        f"{UNIT} is not on this round's pilot list."
        in told(story, "select-pilot", d.Selection()).values()
    )


def test_a_subject_that_is_unknown_or_of_no_kind_is_named_with_the_day():
    nobody = told(no_case(), "select-pilot", d.Selection(), subject="unit:X")
    assert any("X" in reason and "20 Dec 2024" in reason for reason in nobody.values())

    elsewhere = told(no_case(), "select-pilot", d.Selection(), period="2025")
    assert any("kon-tum" in reason and "2025" in reason for reason in elsewhere.values())


def test_an_aggregate_is_whole():
    story = a_case("in_progress")
    fewer = Sheet(marks=story.sheet.marks[1:])

    assert refused(story, "adopt-aggregate", d.Adoption(sheet=fewer)) == {"node_missing"}


@pytest.mark.parametrize(
    ("changes", "secret", "codes"),
    [
        ({}, True, []),
        ({}, False, ["ballots_open"]),
        ({"secret": False}, False, []),
        ({"subjects": ["department_committee"]}, False, []),
    ],
)
def test_a_vote_is_secret_where_one_is_asked_for_and_asked_of_the_kind(changes, secret, codes):
    vote = replace(SON_LA.programme.vote, **changes)
    edition = changed(SON_LA, programme=replace(SON_LA.programme, vote=vote))
    story = a_case("claimed", "department_cell", edition)
    case = story.world.case(story.stream)
    now = situate(case, question(case, date(2024, 12, 20), story.world), story.world)

    found = secrecy_refusals(now, replace(ballots(), secret=secret))
    assert [each.code for each in found] == codes
