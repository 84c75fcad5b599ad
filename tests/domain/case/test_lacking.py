"""What a case lacks: what the guards of the steps ahead will ask of those who submit it."""

import pytest
from msgspec import structs

from domain.case.decide import question, situate
from domain.case.lacking import lacking
from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document
from tests.support.stage_world import TODAY, Story
from tests.support.world import PROGRAMMES, edition_at


@pytest.fixture
def story():
    story = Story(edition_at(PROGRAMMES / "kon-tum.yaml"), "subordinate_cell")
    story.open()
    return story


def lacks(story):
    case = story.world.case(story.stream)
    found = lacking(situate(case, question(case, TODAY, story.world), story.world))
    return [(lack.reason.code, lack.verb) for lack in found]


def sheet_given(story, sheet):
    story.act(c.IndividualSheetSubmitted, d.Scoring(sheet=sheet), to="pilot_selected")


def partly(story):
    return structs.replace(story.sheet, marks=story.sheet.marks[2:])


def test_a_mark_that_the_only_sheet_leaves_out_is_missing(story):
    sheet_given(story, partly(story))
    assert lacks(story).count(("node_missing", "submit-sheet")) == 2

    sheet_given(story, story.sheet)
    assert ("node_missing", "submit-sheet") not in lacks(story)


def test_marks_of_single_sheets_are_not_missing_once_there_is_an_aggregate(story):
    sheet_given(story, partly(story))
    whole = d.Adoption(sheet=story.sheet, outcome=story.outcome())
    story.act(c.AggregateAdopted, whole, to="pilot_selected")

    assert not {"node_missing", "no_aggregate"} & {code for code, _ in lacks(story)}


def test_a_paper_that_only_other_subjects_are_asked_for_is_not_missing(story):
    asked = [each for each in story.programme.dossier if each.required]
    of_others = [each for each in asked if each.subjects and story.kind not in each.subjects]
    story.act(c.DossierSubmitted, d.Dossier(documents=[Document(document="DOC-X")]), to="submitted")

    papers = [code for code, _ in lacks(story) if code == "document_missing"]
    assert len(papers) == len(asked) - len(of_others)


@pytest.mark.parametrize("guideline", ["cam-giang", "kon-tum", "power-tkv", "soc-trang", "son-la"])
def test_one_just_opened_lacks_every_paper_that_is_asked_and_a_decided_one_nothing(guideline):
    """Three of the guidelines name no paper that a dossier must have."""
    edition = edition_at(PROGRAMMES / f"{guideline}.yaml")
    kinds = [kind for kind, each in edition.programme.subjects.items() if each.of != "member"]
    opened, decided = (Story(edition, kinds[0]) for _ in range(2))
    opened.open()
    opened.act(c.Registered, d.Registration(), to=next(iter(edition.programme.stages)))
    decided.at("recognised")

    asked = [each.document for each in edition.programme.dossier if each.required]
    missing = [code for code, _ in lacks(opened)]
    assert missing.count("document_missing") == len(asked)
    assert {"no_aggregate", "no_sheet", "plan_missing", "commitment_missing"} & {*missing}
    assert lacks(decided) == []


def test_figures_that_the_aggregate_asks_for_are_missing_until_they_are_reported(story):
    figures = [("check_missing", "adopt-aggregate")]
    assert {*figures} <= {*lacks(story)}

    sheet_given(story, story.sheet)
    assert not {*figures} & {*lacks(story)}
