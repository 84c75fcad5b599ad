"""Open cases go over to the heir of their unit, once, unless it has a case of its own; decided ones stay (D-36)."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.succession import case_of, heirs_own, left_behind, successions_after
from domain.events import case as c
from domain.events import details as d
from domain.events import unit as u
from domain.streams import unit_stream
from tests.domain.case.asking import a_case
from tests.domain.case.test_bound import then
from tests.support.stage_world import PARENT, UNIT

ON, HEIR = date(2024, 12, 20), "nguoi-ke-thua"
MERGED = u.UnitMerged(into=HEIR)


def an_open_case():
    story = a_case("in_progress")
    rows = story.world.rows[story.stream]
    rows[:] = [row for row in rows if not row[0].TOPIC.startswith(("decision-", "reward-"))]
    kind = story.world.unit(UNIT).kind_on(ON)
    heir = u.UnitRegistered(code=HEIR, name=HEIR, kind=kind, parent=PARENT, organs=["cell"])
    story.world.give(unit_stream(HEIR), heir)
    return story


def own_case_of_the_heir(story, stream="case:heir", **changes):
    opened = story.world.case(story.stream).opened
    own = replace(opened, **{"subject": f"unit:{HEIR}", "unit": HEIR, **changes})
    story.world.give(stream, own, on="2024-01-06")


def followed(story, event=MERGED):
    return successions_after(event, unit_stream(UNIT), ON, story.world)


@pytest.mark.parametrize(
    "event", [MERGED, u.UnitSplit(into=[HEIR, "W"]), u.UnitDissolved(successor=HEIR)]
)
def test_an_open_case_goes_over_to_the_heir_and_stays_at_its_stage(event):
    story = an_open_case()
    [(stream, gone_over)] = followed(story, event)

    assert stream == story.stream
    assert gone_over == c.SubjectSucceeded(
        step="succeed", from_stage="in_progress", to_stage="in_progress",
        details=d.Succession(successor=HEIR, change=f"{event.TOPIC} 2024-12-20"),
    )  # fmt: skip


@pytest.mark.parametrize("event", [u.UnitDissolved(), u.UnitRenamed(name="n")])
def test_without_an_heir_no_case_goes_over(event):
    assert followed(an_open_case(), event) == []


def test_a_case_that_is_decided_or_at_its_end_stays_with_the_old_unit():
    story = an_open_case()
    then(story, c.CaseWithdrawn, d.Withdrawal())
    story.act(c.CommentGiven, d.Comment(comment="c"), to="withdrawn")
    assert followed(story) == []

    assert followed(a_case("recognised")) == []


def test_a_case_that_went_over_already_does_not_go_again():
    story = an_open_case()
    then(story, c.SubjectSucceeded, d.Succession(successor="W", change="unit-merged"))

    assert followed(story) == []


def test_a_case_stays_behind_where_the_heir_has_one_of_its_own():
    story = an_open_case()
    own_case_of_the_heir(story, "case:other", programme="other")
    own_case_of_the_heir(story, "case:before", period="2023")
    assert len(followed(story)) == 1
    assert heirs_own(story.world.case(story.stream), HEIR, story.world) == ""

    own_case_of_the_heir(story)
    assert followed(story) == []
    assert heirs_own(story.world.case(story.stream), HEIR, story.world) == "case:heir"


def test_a_case_is_found_by_what_it_is_about_whatever_its_id():
    story = an_open_case()
    own_case_of_the_heir(story)

    assert case_of("kon-tum", f"unit:{HEIR}", "2024", story.world) == "case:heir"
    assert case_of("kon-tum", f"unit:{UNIT}", "2024", story.world) == story.stream
    assert case_of("kon-tum", f"unit:{HEIR}", "2023", story.world) == ""
    assert case_of("other", f"unit:{HEIR}", "2024", story.world) == ""
    assert case_of("kon-tum", f"member:{HEIR}", "2024", story.world) == ""


def test_a_member_s_case_is_never_that_of_an_heir():
    story = an_open_case()
    own_case_of_the_heir(story)
    case = story.world.case(story.stream)
    case.subject = f"member:{HEIR}"

    assert heirs_own(case, HEIR, story.world) == ""


def test_a_case_is_left_behind_from_the_day_on_which_its_unit_ends():
    story = an_open_case()
    own_case_of_the_heir(story)
    case = story.world.case(story.stream)
    assert left_behind(case, ON, story.world) == ""

    story.world.give(unit_stream(UNIT), MERGED, on=ON)
    assert left_behind(case, date(2024, 12, 19), story.world) == ""
    assert left_behind(case, ON, story.world) == HEIR


def test_a_case_whose_heir_has_none_is_not_left_behind():
    story = an_open_case()
    story.world.give(unit_stream(UNIT), MERGED, on=ON)

    assert left_behind(story.world.case(story.stream), ON, story.world) == ""
