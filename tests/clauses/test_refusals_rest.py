"""A refusal names the clause of the guideline that says no, or the default under which it is assumed."""

import pytest
from msgspec.structs import replace

from domain.case.decide import decide, situate
from domain.case.guards import GUARDS
from domain.events import case as c
from domain.events import details as d
from domain.programme.basis import basis_at
from domain.refusal import RefusedError
from domain.refusal_basis import OF_CRITERION, PLACES
from domain.round.decide import decide as decide_round
from domain.streams import round_stream
from tests.architecture.test_refusals_shown import codes
from tests.architecture.tree import ROOT
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import a_case, ask
from tests.domain.case.test_bound import DECIDERS, PASS, ready
from tests.programmes.files import TEXTS
from tests.programmes.test_every_step import TRANSITIONS, command_of, story_at
from tests.support.best_sheet import blank_sheet
from tests.support.stage_world import PARENT, TODAY, Story
from tests.support.world import edition_at

GUARDED = [
    each
    for each in TRANSITIONS
    if each.values[0].programme.code in TEXTS and each.values[2] != "new" and each.values[3].guards
]


def reasons(story, command):
    with pytest.raises(RefusedError) as refused:
        decide(story.world.case(story.stream), command, story.world)
    return refused.value.refusals


def basis(story, verb, payload, **given):
    """By code, what each reason against a command rests on."""
    with pytest.raises(RefusedError) as refused:
        ask(story, verb, payload, **given)
    return {each.code: each.rests_on for each in refused.value.refusals}


@pytest.mark.parametrize(("edition", "kind", "stage", "step"), GUARDED)
def test_what_a_guard_refuses_rests_on_something(edition, kind, stage, step):
    """Nothing has happened in the case: whatever the step's guards then say no to, they say by what."""
    story = Story(edition, kind)
    story.open()
    story.act(c.CommentGiven, d.Comment(comment="c"), to=stage)
    typed = command_of(story_at(edition, kind, stage, step), step)
    try:
        decide(story.world.case(story.stream), typed, story.world)
    except RefusedError as refused:
        own = _of_guards(story, step, typed)
        found = [each for each in refused.refusals if each.code in own]
        assert [each.code for each in found if not each.rests_on] == []


def _of_guards(story, step, typed):
    situation = situate(story.world.case(story.stream), typed, story.world)
    return {reason.code for name in step.guards for reason in GUARDS[name](situation)}


def test_a_paper_too_few_rests_on_the_clause_that_lists_it():
    edition = EDITIONS["kon-tum"]
    short = next(each for each in edition.programme.dossier if each.document == "DOC-AGG")
    left = [each for each in edition.programme.dossier if each is not short]
    taken = next(
        each.values for each in TRANSITIONS
        if each.values[0] is edition and "dossier_complete" in each.values[3].guards
    )  # fmt: skip
    story = story_at(*taken, dossier=left)

    found = {each.code: each.rests_on for each in reasons(story, command_of(story, taken[3]))}

    assert found == {"document_missing": (short.clause,)}
    assert short.clause.startswith("KT-")


def test_at_another_stage_a_command_rests_on_the_step_that_it_would_take():
    found = basis(
        a_case("claimed"), "appraise", d.Appraisal(proposal="PASS", review_results="đã kiểm điểm")
    )
    assert found == {"not_at_this_stage": ("KT-STP-2c",)}


def test_another_organ_of_that_name_is_told_by_which_rule_it_is_another():
    story = ready("kon-tum", "subordinate_cell")
    found = basis(story, "decide", PASS, organ=f"{PARENT}/standing_committee", person="ai")
    assert found["organ_not_competent"] == ("KT-AUT-2",)


def test_who_is_related_is_told_that_it_is_assumed():
    story = ready("power-tkv", "subordinate_cell")
    by = next(iter(story.world.case(story.stream).all(c.Appraised))).signed_by
    organ = DECIDERS["power-tkv", "subordinate_cell"]
    found = basis(story, "decide", PASS, organ=organ, person=by)
    assert found["decides_alone"] == ("D-22",)


def test_a_decision_against_a_good_sheet_names_what_binds_it():
    story = ready("soc-trang", "base_committee")
    found = basis(story, "decide", replace(PASS, level="FAIL", departure=""))
    assert found == {"departure_unexplained": ("D-24",)}


def test_a_sheet_that_fails_names_its_criteria_the_mark_and_what_binds_the_decision():
    story = ready("kon-tum", "subordinate_cell")
    blank = d.Appraisal(proposal="PASS", sheet=blank_sheet(story.sheet))
    story.act(c.Appraised, blank, to=story.world.case(story.stream).stage)
    found = basis(story, "decide", PASS)["against_sheet"]
    assert "KT-CRI-I.1" in found
    assert found[-3:] == ("D-01", "KT-REV-1", "KT-STP-1b")


def test_who_sets_the_pilot_list_and_whom_it_names_rest_on_their_clauses():
    edition = EDITIONS["kon-tum"]
    story = Story(edition, "subordinate_cell")
    stream = round_stream("kon-tum", "2024")
    command = story.world.command(
        "set-pilot-list", stream, {"units": []}, organ=f"{PARENT}/cell", on=TODAY
    )
    with pytest.raises(RefusedError) as refused:
        decide_round(story.world.state(stream), command, story.world)
    found = {each.code: each.rests_on for each in refused.value.refusals}
    assert found["organ_not_competent"] == ("KT-PIL-1", "KT-PIL-2")
    assert found["pilot_named_missing"] == (edition.programme.pilot.units[0].clause,)


def test_a_place_that_the_programme_has_not_rests_on_nothing():
    """The control: a wrong place is no reason to name a clause."""
    edition = EDITIONS["kon-tum"]
    assert basis_at(edition, "consultation.days") != []
    assert basis_at(edition, "consultation.hours") == []
    assert basis_at(edition, "rewards.khong-co.streak") == []


def test_every_code_with_a_place_is_a_refusal():
    assert {*PLACES, *OF_CRITERION} - codes() == set()


def stands(edition, place):
    """Whether a programme says something at a place."""
    found = edition.programme
    for name in place.split("."):
        found = getattr(found, name, None)
    return bool(found)


def test_every_place_rests_on_a_guideline_or_stands_in_the_seventh_programme():
    """A key that was renamed would leave its refusals without their clause."""
    seventh = edition_at(ROOT / "tests" / "programmes" / "seventh.yaml")
    plain = {place for place in PLACES.values() if "{" not in place and not place.startswith("D-")}
    led = {place for place in plain if any(basis_at(each, place) for each in EDITIONS.values())}
    assert [place for place in plain - led if not stands(seventh, place)] == []
    assert not stands(seventh, "registration.meeting.khong_co")
