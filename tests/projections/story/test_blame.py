"""Who set each field of a case that is now in force."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from projections.story.blame import case_blame
from tests.projections.casebook import Casebook, correct, decide


@pytest.fixture
def book(ledger):
    return Casebook(ledger)


def fields(book, stream, **asked):
    return {each["field"]: each for each in case_blame(book.ledger, stream, **asked)}


def values(book, stream, beginning):
    found = fields(book, stream).items()
    return {name: each["value"] for name, each in found if name.startswith(beginning)}


def test_an_unknown_case_has_no_fields(book):
    assert case_blame(book.ledger, "case:none") == []


def test_a_field_says_who_when_why_and_under_which_authority(book):
    stream = book.case(at="consulted")
    at = decide(book, stream, signed_by="ky", authority="person:ky@2", reason="đủ điều kiện")
    found = fields(book, stream)["decision-issued.number"]
    assert found.pop("recorded_at") == book.ledger.head().recorded_at
    assert found == {
        "field": "decision-issued.number",
        "value": "12-QĐ/ĐU",
        "position": at,
        "effective_on": date(2024, 12, 5),
        "actor": "nhap",
        "signed_by": "ky",
        "organ": "DU/party_committee",
        "authority": "person:ky@2",
        "reason": "đủ điều kiện",
    }


def test_the_stage_is_that_of_the_last_step_that_moved_the_case(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    book.act(stream, c.CommentGiven, d.Comment(comment="x"), ("recognised",) * 2, "2024-12-09")
    found = fields(book, stream)["stage"]
    assert (found["value"], found["position"]) == ("recognised", at)


def test_a_later_act_of_the_kind_replaces_every_field_of_the_earlier(book):
    stream = book.case(at="submitted")
    for due, missing in ((15, ["A", "B"]), (25, ["C"])):
        details = d.Return(missing=missing, due_on=date(2024, 12, due))
        book.act(stream, c.DossierReturned, details, ("submitted", "returned"), "2024-12-01")
    assert values(book, stream, "dossier-returned") == {
        "dossier-returned.missing": ["C"],
        "dossier-returned.due_on": "2024-12-25",
    }


def test_opinions_of_two_bodies_stand_side_by_side(book):
    stream = book.case(at="consulting")
    for body in ("A/x", "B/y"):
        opinion = d.Opinion(body=body, stance="agree")
        book.act(stream, c.OpinionGiven, opinion, ("consulting",) * 2, "2024-12-01")
    assert values(book, stream, "opinion-given") == {
        "opinion-given.A/x.body": "A/x",
        "opinion-given.A/x.stance": "agree",
        "opinion-given.B/y.body": "B/y",
        "opinion-given.B/y.stance": "agree",
    }


def test_a_correction_takes_over_value_and_blame(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    corrected_at = correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    found = fields(book, stream)
    number, level = found["decision-issued.number"], found["decision-issued.level"]
    assert (number["value"], number["position"]) == ("21-QĐ/ĐU", corrected_at)
    assert (level["value"], level["position"]) == ("PASS", at)


def test_a_correction_of_an_act_that_was_replaced_changes_nothing_in_force(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    decide(book, stream, number="15-QĐ/ĐU")
    before = fields(book, stream)
    correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    assert fields(book, stream) == before


def test_withdrawn_evidence_is_no_longer_in_force(book):
    stream = book.case()
    evidence = d.Evidence(evidence="e1", nodes=["III.3"], kind="document")
    book.act(stream, c.EvidenceAttached, evidence, ("in_progress",) * 2, "2024-03-01")
    assert len(values(book, stream, "evidence-attached.e1.")) == 3
    withdrawn = d.EvidenceWithdrawal(evidence="e1")
    book.act(stream, c.EvidenceWithdrawn, withdrawn, ("in_progress",) * 2, "2024-03-02")
    assert values(book, stream, "evidence-attached.e1.") == {}


def test_the_unit_is_set_by_the_succession(book):
    stream = book.case("C1")
    details = d.Succession(successor="C2", change="unit-merged 2024-07-01")
    at = book.act(stream, c.SubjectSucceeded, details, ("in_progress",) * 2, "2024-07-01")
    found = fields(book, stream)["case-opened.unit"]
    assert (found["value"], found["position"]) == ("C2", at)


def test_blame_known_at_a_position_knows_nothing_later(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    assert fields(book, stream, upto=2)["stage"]["value"] == "consulted"
