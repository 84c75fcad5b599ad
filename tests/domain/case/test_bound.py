"""A decision is bound to what stands in the case: on the programmes as they are, with the value on either side."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.decide import question, situate
from domain.case.lacking import lacking
from domain.case.open_steps import open_steps
from domain.events import case as c
from domain.events import details as d
from domain.events import unit_year as y
from domain.events.base import Mark, Sheet
from domain.streams import unit_year_stream
from tests.domain.case.asking import refused, taken
from tests.support.best_sheet import blank_sheet
from tests.support.stage_world import MEMBER, PARENT, TODAY, UNIT, Story, holder
from tests.support.world import PROGRAMMES, edition_at

DECIDERS = {
    ("kon-tum", "base_cell"): f"{PARENT}/standing_committee",
    ("kon-tum", "subordinate_cell"): f"{PARENT}/party_committee",
    ("son-la", "department_cell"): "captren2/party_committee",
    ("soc-trang", "base_committee"): f"{PARENT}/standing_committee",
    ("cam-giang", "cell"): f"{PARENT}/standing_committee",
    ("cam-giang", "member"): f"{PARENT}/standing_committee",
    ("power-tkv", "subordinate_cell"): f"{PARENT}/party_committee",
    ("nam-tot", "cell"): f"{PARENT}/standing_committee",
}
STAGES = {"kon-tum": "appraised", "son-la": "hop_appraised", "nam-tot": "hop_appraised"}
PASS = d.Decision(level="PASS", number="1-QĐ")
EVERY = pytest.mark.parametrize(("code", "kind"), DECIDERS, ids=lambda each: each)


def edition(code):
    own = PROGRAMMES.parent / "tests" / "programmes" / "sixth.yaml"
    return edition_at(own if code == "nam-tot" else PROGRAMMES / f"{code}.yaml")


def stage_of(code, kind):
    if kind == "base_cell":
        return "consulted"
    return "hop_appraised" if kind == "member" else STAGES.get(code, "appraised")


def ready(code, kind):
    """A case that waits for its decision, with nothing against it."""
    return Story(edition(code), kind).at(stage_of(code, kind), DECIDERS[code, kind])


def claim(level, **given):
    return d.Claim(level=level, classification="WELL", **given)


def then(story, event, details, **given):
    """Something more happens, at the same stage."""
    story.act(event, details, to=story.world.case(story.stream).stage, **given)


@EVERY
def test_where_nothing_stands_against_it_a_case_is_recognised(code, kind):
    assert taken(ready(code, kind), "decide", PASS).details.level == "PASS"


@EVERY
def test_no_case_is_recognised_against_a_sheet_that_fails(code, kind):
    story = ready(code, kind)
    then(story, c.Appraised, d.Appraisal(proposal="PASS", sheet=blank_sheet(story.sheet)))

    assert refused(story, "decide", PASS) == {"against_sheet"}
    assert refused(story, "decide", replace(PASS, departure="có lý do")) == {"against_sheet"}
    assert taken(story, "decide", replace(PASS, sheet=story.sheet))


@EVERY
def test_a_claim_of_the_subject_itself_asks_for_a_reason(code, kind):
    story = ready(code, kind)
    then(story, c.LevelClaimed, claim("FAIL"))

    assert refused(story, "decide", PASS) == {"against_unexplained"}
    assert taken(story, "decide", replace(PASS, departure="đơn vị tự đánh giá quá chặt"))


@EVERY
def test_no_case_is_recognised_against_a_lost_vote(code, kind):
    story = ready(code, kind)
    lost = d.Ballots(roll=9, present=9, issued=9, returned=9, valid=9, invalid=0,
                     votes_for=4, votes_against=5, passed=False)  # fmt: skip
    then(story, c.BallotsCounted, lost)

    explained = replace(PASS, departure="có lý do")
    assert {"against_vote"} <= refused(story, "decide", explained) <= {"against_vote", "vote_lost"}


@EVERY
def test_an_inspection_after_the_sheet_that_was_not_in_order_asks_for_a_reason(code, kind):
    story = ready(code, kind)
    then(story, c.InspectionConcluded, d.InspectionConclusion(conclusion="x", in_order=False))

    assert refused(story, "decide", PASS) == {"against_unexplained"}
    assert taken(story, "decide", replace(PASS, departure="đã khắc phục"))

    then(story, c.InspectionConcluded, d.InspectionConclusion(conclusion="x", in_order=True))
    assert taken(story, "decide", PASS)


def breach(story, on="2024-06-01"):
    event = y.BreachRecorded(member=MEMBER, instrument="11-KL/UBKT")
    story.world.give(unit_year_stream(UNIT, 2024), event, on=on)


@EVERY
def test_a_breach_recorded_after_the_sheet_is_refused_or_asks_for_a_reason(code, kind):
    story = ready(code, kind)
    if code == "nam-tot":
        breach(story, on="2024-05-03")
    else:
        breach(story)

    codes = refused(story, "decide", PASS)
    assert codes in ({"against_unexplained"}, {"against_sheet"})
    explained = replace(PASS, departure="đã xem xét")
    if codes == {"against_unexplained"}:
        assert taken(story, "decide", explained)
    else:
        assert refused(story, "decide", explained) == {"against_sheet"}


def proposing(**given):
    return d.Appraisal(proposal="PASS", review_results="đã kiểm điểm", **given)


@pytest.mark.parametrize("code", ["kon-tum", "soc-trang", "cam-giang", "power-tkv"])
def test_no_proposal_to_recognise_is_made_against_the_subjects_own_failing_sheet(code):
    kind = next(kind for each, kind in DECIDERS if each == code and kind != "base_cell")
    story = Story(edition(code), kind).at("submitted", DECIDERS[code, kind])
    assert taken(story, "appraise", proposing())

    fails = replace(story.outcome(), passes=False)
    then(story, c.AggregateAdopted, d.Adoption(sheet=blank_sheet(story.sheet), outcome=fails))
    story.act(
        c.Appraised, d.Appraisal(proposal="FAIL", sheet=blank_sheet(story.sheet)), to="submitted"
    )

    assert refused(story, "appraise", proposing()) == {"against_sheet"}
    assert taken(story, "appraise", proposing(sheet=story.sheet))


def test_a_sheet_of_a_few_marks_says_something_else_of_these_alone():
    """An appraiser who gives another value for one criterion has not thrown the others away."""
    story = Story(edition("power-tkv"), "subordinate_cell").at("submitted")
    [first, *_] = story.sheet.marks

    assert taken(story, "appraise", proposing(sheet=Sheet(marks=[first])))
    worst = Sheet(marks=[Mark(node=first.node)])
    assert refused(story, "appraise", proposing(sheet=worst)) == {"against_sheet"}


def test_a_criterion_that_was_met_and_is_not_any_more_is_told():
    """KT III.3 takes its points away and leaves the total above the mark: a reason is asked for (KT-CRI-III.3)."""
    story = ready("kon-tum", "subordinate_cell")
    breach(story)

    assert refused(story, "decide", PASS) == {"against_unexplained"}
    assert refused(story, "decide", replace(PASS, departure=" ")) == {"against_unexplained"}
    assert taken(story, "decide", replace(PASS, departure="đã xử lý xong"))


def test_a_discipline_after_the_appraisal_fails_a_cell_of_the_corporation():
    """PW L119: a member disciplined is a knock-out, whoever recorded it when."""
    story = ready("power-tkv", "subordinate_cell")
    measure = y.DisciplineRecorded(
        against="member", subject=MEMBER, form="reprimand", instrument="9"
    )
    story.world.give(unit_year_stream(UNIT, 2024), measure, on="2024-12-10")

    assert refused(story, "decide", replace(PASS, departure="x")) == {"against_sheet"}


def test_not_to_recognise_against_a_sheet_that_meets_everything_is_a_departure():
    fail = d.Decision(level="FAIL", number="2-TB", departure="có lý do")

    story = ready("power-tkv", "subordinate_cell")
    assert refused(story, "decide", fail) == {"against_good_sheet"}
    assert taken(story, "decide", replace(fail, sheet=blank_sheet(story.sheet)))

    story = ready("kon-tum", "subordinate_cell")
    assert refused(story, "decide", replace(fail, departure="")) == {"departure_unexplained"}
    assert taken(story, "decide", fail)


def test_a_proposal_not_to_recognise_is_enough_for_the_decider():
    story = ready("kon-tum", "subordinate_cell")
    then(story, c.Appraised, d.Appraisal(proposal="FAIL"))

    assert taken(story, "decide", d.Decision(level="FAIL", number="2-TB"))


def test_who_appraises_criterion_by_criterion_hands_in_every_mark():
    """SL L55."""
    story = Story(edition("son-la"), "department_cell").at("submitted")
    [first, *_] = story.sheet.marks

    assert refused(story, "appraise-at-hop", proposing()) == {"sheet_missing"}
    partly = proposing(sheet=Sheet(marks=[first]))
    assert "node_missing" in refused(story, "appraise-at-hop", partly)
    assert taken(story, "appraise-at-hop", proposing(sheet=story.sheet))


def opened(story, verb):
    case = story.world.case(story.stream)
    signer = holder(DECIDERS[story.programme.code, story.kind])
    asked = replace(question(case, TODAY, story.world), signed_by=signer, actor=signer)
    return [
        step for step in open_steps(situate(case, asked, story.world)) if step.step.verb == verb
    ]


def test_before_anything_is_typed_it_is_told_what_stands_against_a_recognition():
    story = ready("power-tkv", "subordinate_cell")
    [recognise, _] = opened(story, "decide")
    assert (recognise.refusals, recognise.unless) == ([], [])

    then(story, c.LevelClaimed, claim("FAIL"))
    [recognise, _] = opened(story, "decide")
    assert [each.code for each in recognise.unless] == ["against_unexplained"]
    assert "departure" in recognise.depends_on

    lost = replace(
        story.world.case(story.stream).last(c.BallotsCounted).event.details, passed=False
    )
    then(story, c.BallotsCounted, lost)
    [recognise, _] = opened(story, "decide")
    assert [each.code for each in recognise.refusals] == ["against_vote"]


def test_before_a_proposal_is_typed_it_is_told_that_it_depends_on_that():
    story = Story(edition("power-tkv"), "subordinate_cell").at("submitted")
    then(story, c.LevelClaimed, claim("FAIL"))
    case = story.world.case(story.stream)
    office = holder(f"{PARENT}/committee_office")
    asked = replace(question(case, TODAY, story.world), signed_by=office, actor=office)
    [step] = [
        step
        for step in open_steps(situate(case, asked, story.world))
        if step.step.verb == "appraise"
    ]

    assert (step.refusals, step.depends_on) == ([], ["proposal"])
    assert [each.code for each in step.unless] == ["against_unexplained"]


def test_what_stands_against_a_recognition_is_told_to_those_who_submit():
    story = ready("power-tkv", "subordinate_cell")
    then(story, c.AggregateAdopted, d.Adoption(sheet=blank_sheet(story.sheet)))
    then(story, c.Appraised, d.Appraisal(proposal="FAIL", sheet=blank_sheet(story.sheet)))
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if row[0].TOPIC not in {"decision-issued", "reward-decided"}]
    case = story.world.case(story.stream)

    lacks = lacking(situate(case, question(case, date(2024, 12, 20), story.world), story.world))

    assert [(lack.reason.code, lack.verb) for lack in lacks if "against" in lack.reason.code] == [
        ("against_sheet", "appraise")
    ]
