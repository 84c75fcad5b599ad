"""PW line 27: committees build criteria that fit function and type, for their own units, within the four (PW-GEN-2)."""

from datetime import date

import pytest

from domain.case.decide import question, situate
from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events.base import Mark, Sheet
from domain.refusal import RefusedError
from domain.round.decide import decide
from domain.streams import round_stream
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import ask, refused
from tests.support.best_sheet import EVIDENCE
from tests.support.stage_world import GRANDPARENT, PARENT, TODAY, UNIT, Story, holder

POWER = EDITIONS["power-tkv"]
COMMITTEE = f"{PARENT}/party_committee"
SAFETY = {
    "id": "1.1.atld",
    "group": "1.1",
    "vi": "Không để xảy ra tai nạn lao động",
    "en": "No accident at work",
}
OUTPUT = {"id": "1.1.sl", "group": "1.1", "vi": "Sản lượng điện", "passes": ">= 95 %"}


def a_story(kind="subordinate_cell", edition=POWER):
    story = Story(edition, kind)
    story.open()
    story.act(c.EvidenceAttached, d.Evidence(evidence=EVIDENCE, nodes=[], kind="document"))
    story.act(c.CommentGiven, d.Comment(comment="c"), to="in_progress")
    return story


def tailor(story, organ=COMMITTEE, on=date(2024, 3, 1), **given):
    """Set local criteria of the round; give them where they are taken."""
    code = story.programme.code
    stream = round_stream(code, "2024")
    document = {"document": "DOC-X", "number": "12-HD/ĐU", "on": "2024-02-28"}
    data = {"criteria": "cell", "added": [SAFETY], "document": document, **given}
    command = story.world.command(
        "set-local-criteria", stream, data, organ=organ, by=holder(organ), on=on,
        programme=code, period="2024",
    )  # fmt: skip
    decided = decide(story.world.state(stream), command, story.world)
    story.world.give(stream, *decided.events, on=on, organ=organ)
    return decided.events[0]


def against(story, **given):
    with pytest.raises(RefusedError) as caught:
        tailor(story, **given)
    return {reason.code for reason in caught.value.refusals}


def sheet_of(story, **marks):
    given = [Mark(node=node, value=value) for node, value in marks.items()]
    return Sheet(marks=[*story.sheet.marks, *given])


def adopted(story, **marks):
    payload = d.Adoption(sheet=sheet_of(story, **{f"1.1.{name}": v for name, v in marks.items()}))
    return ask(story, "adopt-aggregate", payload).events[-1].details.outcome


def test_the_committee_above_adds_a_criterion_that_its_cells_are_assessed_by():
    story = a_story()
    bare = d.Adoption(sheet=story.sheet)
    assert adopted(story).passes
    tailor(story)

    assert refused(story, "adopt-aggregate", bare) == {"node_missing"}
    assert adopted(story, atld="true").passes
    failed = adopted(story, atld="false")
    assert (failed.passes, failed.met["1.1"], failed.met["1.1.atld"]) == (False, False, False)


@pytest.mark.parametrize(("value", "passes"), [("95 %", True), ("94.9 %", False)])
def test_it_may_be_a_figure(value, passes):
    story = a_story()
    tailor(story, added=[OUTPUT])
    assert adopted(story, sl=value).passes is passes


def test_it_is_shown_as_such_where_marks_are_given():
    story = a_story()
    tailor(story)
    situation = _situation(story)
    node = next(each for each in situation.criteria.groups[0].nodes if each.id == "1.1.atld")

    assert node.vi == (
        "Không để xảy ra tai nạn lao động (tiêu chí phù hợp với chức năng, nhiệm vụ, 12-HD/ĐU)"
    )
    assert "set by the committee above, 12-HD/ĐU" in node.en
    assert node.clause == "PW-GEN-2"


def _situation(story, on=TODAY):
    case = story.world.case(story.stream)
    return situate(case, question(case, on, story.world), story.world)


def nodes_on(story, on):
    return [node.id for node in _situation(story, on).criteria.groups[0].nodes]


def test_it_holds_from_its_day_and_a_later_one_replaces_it():
    story = a_story()
    tailor(story)

    assert "1.1.atld" not in nodes_on(story, date(2024, 2, 29))
    assert "1.1.atld" in nodes_on(story, date(2024, 3, 1))
    tailor(story, on=date(2024, 4, 1), added=[OUTPUT])
    assert "1.1.atld" not in nodes_on(story, TODAY)
    assert "1.1.sl" in nodes_on(story, TODAY)


def test_it_may_be_for_units_of_one_type_alone():
    story = a_story()
    tailor(story, added=[{**SAFETY, "org_types": ["enterprise"]}])
    assert adopted(story).passes


@pytest.mark.parametrize(
    "organ",
    [
        f"{UNIT}/cell",
        f"{PARENT}/organisation_board",
        f"{GRANDPARENT}/party_committee",
        "log/registrar",
    ],
)
def test_everyone_else_is_refused(organ):
    """The unit itself, a board beside the committee, the committee two levels up, the registrar."""
    assert "organ_not_competent" in against(a_story(), organ=organ)


def test_units_of_another_committee_are_assessed_by_the_guideline_alone():
    story = a_story()
    stream = round_stream("power-tkv", "2024")
    other = r.LocalCriteriaSet(criteria="cell", added=[r.LocalCriterion(**SAFETY)])
    story.world.give(stream, other, on="2024-03-01", organ="noi-khac/party_committee")
    assert adopted(story).passes


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"criteria": "khac"}, "local_set_unknown"),
        ({"added": []}, "local_criteria_none"),
        ({"added": [SAFETY, SAFETY]}, "local_criterion_twice"),
        ({"added": [{**SAFETY, "id": "1.1.a"}]}, "local_criterion_twice"),
        ({"added": [{**SAFETY, "id": "1.1"}]}, "local_criterion_twice"),
        ({"added": [{**SAFETY, "group": "1.5"}]}, "local_group_unknown"),
        ({"added": [{**SAFETY, "vi": " "}]}, "local_criterion_nameless"),
        ({"added": [{**SAFETY, "id": ""}]}, "local_criterion_nameless"),
        ({"added": [{**OUTPUT, "passes": "nhiều"}]}, "local_limit_unreadable"),
    ],
)
def test_it_is_bounded_by_what_the_guideline_fixes(given, code):
    assert against(a_story(), **given) == {code}


def test_it_comes_before_the_first_unit_assesses_itself():
    """D-52: all of them are measured alike."""
    story = a_story()
    tailor(story)
    story.act(c.AggregateAdopted, d.Adoption(sheet=story.sheet), to="self_assessed")
    assert against(story, on=TODAY) == {"local_criteria_late"}


@pytest.mark.parametrize("code", ["kon-tum", "son-la", "soc-trang", "cam-giang"])
def test_a_guideline_that_does_not_let_committees_tailor_refuses_it(code):
    edition = EDITIONS[code]
    kind = next(kind for kind, each in edition.programme.subjects.items() if each.of == "unit")
    story = a_story(kind, edition)
    assert "local_criteria_not_let" in against(story, criteria="cell")
