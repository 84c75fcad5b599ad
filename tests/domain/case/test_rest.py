"""A locked round and a suspended case take nothing but what looks at a recognition again, or goes on."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events.unit import UnitMerged, UnitRegistered
from domain.refusal import RefusedError
from domain.streams import case_stream, round_stream, unit_stream
from tests.domain.case.asking import a_case, ask, taken, told
from tests.support.stage_world import FINDING, PARENT, UNIT

ROUND = round_stream("kon-tum", "2024")
COMMENT = d.Comment(comment="c")


def locked(story):
    story.world.give(ROUND, r.RoundLocked(), on="2024-12-10")
    return story


def test_a_locked_round_takes_no_step_towards_a_recognition_and_says_which_round_it_is():
    story = locked(a_case("in_progress"))
    [(about, reason)] = told(story, "submit-sheet", d.Scoring(sheet=story.sheet)).items()

    assert about == "round_not_open"
    assert story.programme.name.en in reason
    assert "2024" in reason
    story.world.give(ROUND, r.RoundReopened(), on="2024-12-11")
    assert taken(story, "submit-sheet", d.Scoring(sheet=story.sheet))


@pytest.mark.parametrize(
    ("verb", "payload"),
    [
        ("find-defect", FINDING),
        ("comment", COMMENT),
        ("file-petition", d.Petition(petition="a", subject_matter="s")),
    ],
)
def test_a_locked_round_still_lets_a_recognition_be_looked_at(verb, payload):
    assert taken(locked(a_case("recognised")), verb, payload)


def suspended(stage):
    story = a_case(stage)
    story.act(c.CaseSuspended, d.Suspension(), to=stage)
    return story


def test_a_suspended_case_takes_nothing_but_what_goes_on_beside_it():
    story = suspended("in_progress")
    assert told(story, "submit-sheet", d.Scoring(sheet=story.sheet)) == {
        "case_suspended": "The case is suspended."
    }
    assert taken(story, "resume", d.Resumption())
    assert "case_suspended" not in refused_or_none(story, "withdraw", d.Withdrawal())

    story.act(c.CaseResumed, d.Resumption(), to="in_progress")
    assert taken(story, "submit-sheet", d.Scoring(sheet=story.sheet))


def refused_or_none(story, verb, payload, **given):
    """The codes of every reason; none where it is done."""
    try:
        ask(story, verb, payload, **given)
    except RefusedError as error:
        return {each.code for each in error.refusals}
    return set()


def merged(story):
    """The unit has gone into another that has a case of its own."""
    world, heir = story.world, "nguoi-ke-thua"
    kind = world.unit(UNIT).kind_on(story.world.today)
    registered = UnitRegistered(code=heir, name=heir, kind=kind, parent=PARENT, organs=["cell"])
    world.give(unit_stream(heir), registered)
    world.give(unit_stream(UNIT), UnitMerged(into=heir), on="2024-12-20")
    opened = world.case(story.stream).opened
    own = case_stream("kon-tum", f"unit:{heir}", "2024")
    world.give(own, replace(opened, subject=f"unit:{heir}", unit=heir), on="2024-01-06")
    return story


def test_nobody_goes_on_with_a_case_whose_heir_has_one_from_the_day_on():
    story = merged(a_case("in_progress"))
    sheet, cell = d.Scoring(sheet=story.sheet), {"organ": f"{UNIT}/cell"}

    found = told(story, "submit-sheet", sheet, **cell)["heir_has_a_case"]
    assert found.startswith(
        f"{UNIT} has ended, and nguoi-ke-thua, which goes on for it, has a case"
    )
    earlier = {**cell, "on": date(2024, 12, 19)}
    assert "heir_has_a_case" not in refused_or_none(story, "submit-sheet", sheet, **earlier)
