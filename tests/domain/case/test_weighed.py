"""What is weighed against a step: what is not met or worse than it was, and what a sheet did not look at."""

import pytest

from domain.case.guards import bound
from domain.events import case as c
from domain.events import details as d
from domain.events import unit_year as y
from domain.events.base import Outcome, Reliance
from domain.streams import unit_year_stream
from tests.domain.case.asking import a_case
from tests.domain.case.test_bound import PASS, edition, ready, then
from tests.domain.case.test_guards_at_edges import now
from tests.support.stage_world import MEMBER, UNIT, Story


def failing(**outcome):
    found = bound.failing(now(a_case("appraised")), Outcome(passes=False, level="", **outcome))
    return [str(each) for each in found["criteria"].value], found["mark"].value


def test_a_failing_sheet_is_told_by_its_knock_outs_else_its_criteria_else_its_groups():
    assert failing(met={"I": False, "I.1": False, "I.2": True}) == (["I.1"], None)
    assert failing(met={"I": False, "I.1": True}) == (["I"], None)
    assert failing(met={"I": True}) == ([], None)
    assert failing(met={"I.1": False}, knockouts=["III.3"]) == (["III.3"], None)
    mark = a_case("appraised").criteria.pass_rule.mark
    assert failing(met={}, total=mark) == ([], mark)


def worse(was, today):
    newest = now(a_case("appraised"))
    before_and_after = type("Newest", (), {"before": was, "today": today})
    return bound._worse(newest, before_and_after)


def outcome(met, points):
    return Outcome(passes=True, level="", met=met, points=points)


@pytest.mark.parametrize(
    ("was", "today", "criteria"),
    [
        (({"I.1": True}, {}), ({"I.1": False}, {}), ["I.1"]),
        (({"I.1": False}, {}), ({"I.1": False}, {}), []),
        (({"I.1": True}, {}), ({}, {}), []),
        (({}, {"I.2": 5}), ({}, {"I.2": 4}), ["I.2"]),
        (({}, {"I.2": 5}), ({}, {"I.2": 5}), []),
        (({}, {"I.2": 5}), ({}, {}), []),
        (({"I.3": True}, {"I.2": 5}), ({"I.3": False}, {"I.2": 4}), ["I.2", "I.3"]),
        (({"I": True}, {"I": 5}), ({"I": False}, {"I": 4}), []),
    ],
)
def test_what_is_worse_is_a_criterion_that_was_met_or_worth_more(was, today, criteria):
    assert worse(outcome(*was), outcome(*today)) == criteria


def test_in_a_member_s_case_only_what_they_did_themselves_is_later():
    story = ready("cam-giang", "member")
    year = unit_year_stream(UNIT, 2024)
    story.world.give(year, y.BreachRecorded(member="khac", instrument="1"), on="2024-06-01")
    against_other = y.DisciplineRecorded(
        against="member", subject="member:khac", form="reprimand", instrument="2"
    )
    story.world.give(year, against_other, on="2024-06-01")
    assert unseen(story) == []

    own = y.DisciplineRecorded(
        against="member", subject=f"member:{MEMBER}", form="reprimand", instrument="3"
    )
    story.world.give(year, own, on="2024-06-01")
    story.world.give(year, y.BreachRecorded(member=MEMBER, instrument="4"), on="2024-06-01")
    assert sorted(unseen(story)) == ["3", "4"]


def unseen(story):
    """The instruments of what the newest sheet did not look at."""
    situation = now(story)
    act = next(each for each in reversed(situation.case.acts) if sheet_of(each))
    return [fact.event.instrument for fact in bound._unseen(situation, act)]


def sheet_of(act):
    return getattr(act.event.details, "sheet", None)


def test_what_a_sheet_rested_on_is_not_later_than_it():
    story = Story(edition("kon-tum"), "subordinate_cell").at("submitted")
    year = unit_year_stream(UNIT, 2024)
    for instrument in ("1", "2"):
        story.world.give(
            year, y.BreachRecorded(member=MEMBER, instrument=instrument), on="2024-06-01"
        )
    rests = [
        Reliance(stream=year, version=1, use="x"),
        Reliance(stream=unit_year_stream(UNIT, 2023), version=9, use="x"),
    ]
    appraised = d.Appraisal(proposal="PASS", sheet=story.sheet, outcome=story.outcome())
    event = c.Appraised(
        step="appraise", from_stage="submitted", to_stage="submitted", details=appraised, relied_on=rests
    )  # fmt: skip
    story.world.give(story.stream, event, on="2024-12-10")

    assert unseen(story) == ["2"]


def test_a_claim_against_the_decision_is_told_in_the_words_of_the_title():
    story = ready("kon-tum", "subordinate_cell")
    then(story, c.LevelClaimed, d.Claim(level="FAIL", classification="WELL"))
    [weight] = bound.against(now(story, PASS, "decide"))

    assert weight.reason.code == "against_claim"
    assert str(weight.reason.values["level"]) == "FAIL"
