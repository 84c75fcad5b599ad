"""Rules of every programme, each shown saying no."""

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document, Mark, Sheet
from tests.domain.case.asking import SON_LA, a_case, refused, taken
from tests.support.stage_world import FINDING, ballots, person_of

BODY = "captren/party_committee"


def test_a_reason_is_needed():
    assert refused(a_case("recognised"), "comment", d.Comment(comment="c"), reason=" ") == {
        "reason_missing"
    }


def test_a_suspended_case_rests():
    story = a_case("in_progress")
    story.act(c.CaseSuspended, d.Suspension(), to="in_progress")

    assert refused(story, "submit-sheet", d.Scoring(sheet=story.sheet)) == {"case_suspended"}


def test_only_a_suspended_case_is_resumed():
    assert refused(a_case("in_progress"), "resume", d.Resumption()) == {"case_not_suspended"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"present": 10}, "ballots_present"),
        ({"issued": 9, "present": 8}, "ballots_issued"),
        ({"returned": 10}, "ballots_returned"),
        ({"valid": 10}, "ballots_valid"),
        ({"votes_for": 9}, "ballots_votes"),
        ({"invalid": -1, "valid": 10}, "ballots_negative"),
    ],
)
def test_ballots_add_up(changes, code):
    story = a_case("claimed", "department_cell", SON_LA)

    assert code in refused(story, "count-ballots", replace(ballots(), **changes))


def test_points_above_the_maximum_are_refused():
    story = a_case("in_progress")
    marks = [replace(story.sheet.marks[0], points=Decimal(99)), *story.sheet.marks[1:]]

    found = refused(story, "submit-sheet", d.Scoring(sheet=Sheet(marks=marks)))

    assert len(found) == 1


def test_an_aggregate_that_departs_from_the_mean_says_why():
    story = a_case("in_progress")
    mark = next(m for m in story.sheet.marks if m.points)
    lower = [replace(m, points=m.points - 1) if m is mark else m for m in story.sheet.marks]
    sheet = Sheet(marks=lower)

    assert refused(story, "adopt-aggregate", d.Adoption(sheet=sheet)) == {"departure_from_mean"}
    explained = d.Adoption(sheet=sheet, departures={mark.node: "thống nhất lại"})
    assert taken(story, "adopt-aggregate", explained).details.mean[mark.node] == mark.points


def test_an_aggregate_is_not_older_than_its_newest_sheet():
    story = a_case("in_progress")
    adopted = d.Adoption(sheet=story.sheet)

    assert taken(story, "adopt-aggregate", adopted, on=date(2024, 12, 1))
    assert "aggregate_before_sheet" in refused(
        story, "adopt-aggregate", adopted, on=date(2024, 11, 30)
    )


def test_a_decision_that_departs_from_the_proposal_says_why():
    story = a_case("appraised")

    assert refused(story, "decide", d.Decision(level="FAIL", number="1")) == {
        "departure_unexplained"
    }
    assert taken(story, "decide", d.Decision(level="FAIL", number="1", departure="vì"))


def test_a_decision_has_a_number():
    assert refused(a_case("appraised"), "decide", d.Decision(level="PASS", number=" ")) == {
        "number_missing"
    }


def test_a_second_decision_is_refused():
    assert refused(a_case("recognised"), "decide", d.Decision(level="PASS", number="2")) == {
        "not_at_this_stage"
    }


def test_a_return_names_what_is_missing_and_a_later_day():
    found = refused(
        a_case("submitted"), "return-dossier", d.Return(missing=[" "], due_on=date(2024, 12, 20))
    )

    assert found == {"return_names_nothing", "return_date_not_later"}


def test_evidence_is_for_criteria_that_exist_and_says_something():
    evidence = d.Evidence(evidence="mc-1", nodes=["IX"], kind="figure")

    found = refused(a_case("in_progress"), "attach-evidence", evidence)

    assert found == {"node_unknown", "evidence_twice", "evidence_empty"}


def test_a_finding_touches_criteria_that_exist():
    found = refused(a_case("recognised"), "find-defect", replace(FINDING, nodes=["III.9"]))

    assert found == {"node_unknown"}


def test_a_sheet_names_evidence_of_the_case_alone():
    known = a_case("in_progress")
    [first, *others] = known.sheet.marks
    invented = replace(known.sheet, marks=[replace(first, evidence=["mc-9"]), *others])

    assert refused(known, "submit-sheet", d.Scoring(sheet=invented)) == {"mark_evidence_unknown"}


def test_only_evidence_that_is_there_is_withdrawn():
    found = refused(a_case("in_progress"), "withdraw-evidence", d.EvidenceWithdrawal(evidence="x"))

    assert found == {"evidence_unknown"}


def test_the_appraiser_did_not_assess():
    story = a_case("submitted")
    story.act(c.LevelClaimed, d.Claim(level="PASS"), to="submitted", by="captren-committee_office")

    assert refused(
        story, "appraise", d.Appraisal(proposal="PASS", review_results="đã kiểm điểm")
    ) == {"appraiser_assessed"}


def test_who_appraised_does_not_decide_alone():
    story = a_case("appraised")
    story.act(
        c.Appraised,
        d.Appraisal(proposal="PASS", review_results="đã kiểm điểm"),
        to="appraised",
        by="captren-party_committee",
    )
    decision = d.Decision(level="PASS", number="1")

    assert refused(story, "decide", decision) == {"decides_alone"}
    person_of(story.world, "uy-vien", BODY)
    assert taken(story, "decide", replace(decision, voters=["uy-vien"]))


def test_only_a_body_that_was_asked_gives_its_own_opinion():
    story = a_case("consulting", "base_cell")
    asked = d.ConsultationRequest(bodies=[BODY, "captren/cell"], due_on=date(2024, 12, 30))
    story.act(c.ConsultationOpened, asked, to="consulting")

    assert refused(story, "give-opinion", d.Opinion(body="x/y", stance="agree")) == {
        "body_not_asked"
    }
    own = d.Opinion(body="captren/cell", stance="agree")
    assert refused(story, "give-opinion", own, organ=BODY) == {
        "organ_not_competent",
        "opinion_for_another",
    }
    assert taken(story, "give-opinion", own).details.body == "captren/cell"


def test_a_finding_has_a_ground_of_the_programme_a_statement_and_evidence():
    finding = replace(FINDING, ground="x", statement=" ", evidence=[])

    assert refused(a_case("recognised"), "find-defect", finding) == {
        "ground_unknown",
        "statement_missing",
        "finding_without_evidence",
    }


def test_a_petition_is_filed_once_and_answered_once():
    story = a_case("recognised")
    story.act(c.PetitionFiled, d.Petition(petition="a", subject_matter="s"), to="recognised")

    assert refused(story, "file-petition", d.Petition(petition="a", subject_matter="s")) == {
        "petition_twice"
    }
    assert refused(story, "answer-petition", d.PetitionAnswer(petition="b", upheld=True)) == {
        "petition_unknown"
    }


def test_only_a_flagged_outcome_is_reviewed():
    review = d.DependentReview(revoked="case:x", use="ratio", result="stands")

    assert refused(a_case("recognised"), "review-dependent", review) == {"nothing_flagged"}


def test_a_sheet_may_not_name_a_criterion_that_is_not_there():
    sheet = Sheet(marks=[Mark(node="XIII", value="1")])

    assert refused(a_case("in_progress"), "submit-sheet", d.Scoring(sheet=sheet))


def test_documents_of_the_dossier_are_all_there_before_the_appraisal():
    story = a_case("in_progress")
    story.world.rows[story.stream] = [
        row for row in story.world.rows[story.stream] if row[0].TOPIC != "dossier-submitted"
    ]
    story.act(
        c.DossierSubmitted, d.Dossier(documents=[Document(document="DOC-AGG")]), to="submitted"
    )

    assert refused(
        story, "appraise", d.Appraisal(proposal="PASS", review_results="đã kiểm điểm")
    ) == {"document_missing"}
