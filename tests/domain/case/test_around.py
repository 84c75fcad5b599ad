"""Around one case: others of its subject in the year, how old it is, the sheet that counts, an earlier day."""

from dataclasses import replace as changed
from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.as_of import as_of, before
from domain.case.decide import question, situate
from domain.case.decisive import decisive_act
from domain.case.old_recognition import old_recognition
from domain.case.overlapping import overlapping
from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import KON_TUM, a_case
from tests.domain.case.test_bound import then
from tests.support.shown import assert_shown
from tests.support.stage_world import UNIT


def other(story, stream, **changes):
    opened = story.world.case(story.stream).opened
    story.world.give(stream, replace(opened, **{"programme": "other", **changes}), on="2024-01-06")


def streams(story):
    found = overlapping(story.world.case(story.stream), story.world)
    return [case.stream for case in found]


def test_cases_of_the_subject_under_other_programmes_in_the_year_overlap_in_their_order():
    story = a_case("in_progress")
    assert streams(story) == []

    other(story, "case:z", programme="z")
    other(story, "case:b2", programme="b", period="2024-Q2")
    other(story, "case:b1", programme="b", period="2024-Q1")
    assert streams(story) == ["case:b1", "case:b2", "case:z"]


@pytest.mark.parametrize(
    "changes",
    [{"programme": "kon-tum"}, {"period": "2023"}, {"period": "2025"}, {"subject": "unit:W", "unit": "W"}],
)  # fmt: skip
def test_a_case_of_this_programme_another_year_or_another_subject_does_not_overlap(changes):
    story = a_case("in_progress")
    other(story, "case:a", **changes)

    assert streams(story) == []


def test_a_case_that_went_over_to_an_heir_overlaps_with_those_of_both():
    story = a_case("in_progress")
    other(story, "case:old")
    other(story, "case:heir", programme="p", subject="unit:W", unit="W")
    then(story, c.SubjectSucceeded, d.Succession(successor="W", change="unit-merged"))

    assert streams(story) == ["case:old", "case:heir"]
    assert story.world.case(story.stream).opened.subject == f"unit:{UNIT}"


@pytest.mark.parametrize(
    ("decided", "on", "years"),
    [
        ("2020-02-29", date(2025, 2, 28), None),
        ("2020-02-29", date(2025, 3, 1), 5),
        ("2019-12-20", date(2024, 12, 20), None),
        ("2019-12-19", date(2024, 12, 20), 5),
        ("2018-12-21", date(2024, 12, 20), 5),
        ("2018-12-20", date(2024, 12, 20), 6),
    ],
)
def test_a_recognition_is_old_from_the_day_after_its_term(decided, on, years):
    story = a_case("recognised")
    [at] = [
        number
        for number, (event, _) in enumerate(story.world.rows[story.stream])
        if event.TOPIC == "decision-issued"
    ]
    event, stamp = story.world.rows[story.stream][at]
    story.world.rows[story.stream][at] = event, stamp._replace(effective_on=decided)
    case = story.world.case(story.stream)
    found = old_recognition(situate(case, question(case, on, story.world), story.world))

    for each in found:
        assert_shown(each)
    told = [(each.code, str(each.values["years"])) for each in found]
    assert told == ([("recognition_old", str(years))] if years else [])


def test_what_was_never_decided_is_not_old():
    story = a_case("in_progress")
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if row[0].TOPIC != "decision-issued"]
    case = story.world.case(story.stream)
    late = question(case, date(2040, 1, 1), story.world)

    assert old_recognition(situate(case, late, story.world)) == []


def test_the_sheet_that_counts_is_the_deciders_else_the_appraisers_else_the_units():
    story = a_case("recognised")
    rows = story.world.rows[story.stream]
    topics = []
    while (act := decisive_act(story.world.case(story.stream))) is not None:
        topics.append(act.topic)
        rows[:] = [row for row in rows if act.topic != row[0].TOPIC]

    assert topics == ["appraised", "aggregate-adopted", "individual-sheet-submitted"]
    then(story, c.DecisionIssued, d.Decision(level="PASS", number="1", sheet=story.sheet))
    assert decisive_act(story.world.case(story.stream)).topic == "decision-issued"


def test_a_case_on_a_day_has_the_acts_in_effect_by_then():
    story = a_case("at")
    then(story, c.CommentGiven, d.Comment(comment="c"), on="2024-12-02")
    case = story.world.case(story.stream)

    assert as_of(case, date(2024, 1, 4)) is None
    assert as_of(case, date(2024, 1, 5)).acts == []
    assert as_of(case, date(2024, 1, 5)).stage == "new"
    assert as_of(case, date(2024, 12, 1)).acts == case.acts[:-1]
    assert as_of(case, date(2024, 12, 2)).acts == case.acts
    assert as_of(case, date(2024, 12, 1)).version == len(case.acts)


def test_a_case_before_an_act_is_as_it_was_then():
    story = a_case("in_progress")
    then(story, c.CaseSuspended, d.Suspension())
    then(story, c.SubjectSucceeded, d.Succession(successor="W", change="unit-merged"))
    case = story.world.case(story.stream)
    first, last = case.acts[0], case.acts[-1]

    assert (case.suspended, case.unit) == (True, "W")
    earlier = before(case, last.position)
    assert (earlier.suspended, earlier.unit, earlier.subject) == (True, UNIT, f"unit:{UNIT}")
    assert earlier.acts == case.acts[:-1]
    begun = before(case, first.position)
    assert (begun.stage, begun.suspended, begun.acts, begun.version) == ("new", False, [], 1)
    assert begun.last(c.Registered) is None


def test_the_editions_own_term_counts():
    longer = replace(KON_TUM.programme.revocation, warn_after_years=10)
    edition = changed(KON_TUM, programme=replace(KON_TUM.programme, revocation=longer))
    story = a_case("recognised", edition=edition)
    case = story.world.case(story.stream)

    def told(on):
        return old_recognition(situate(case, question(case, on, story.world), story.world))

    assert told(date(2034, 12, 1)) == []
    assert len(told(date(2034, 12, 2))) == 1
