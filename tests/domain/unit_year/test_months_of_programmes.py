"""A monthly report is of a programme: it is named where a unit has cases of several that ask for one (SL-TIM-4)."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from domain.owing.done import filed_on
from domain.owing.owed import Asked
from domain.refusal import RefusedError
from domain.streams import case_stream, unit_year_stream
from domain.unit_year.decide import decide
from tests.domain.case.asking import SON_LA
from tests.programmes.files import TEXTS
from tests.support.stage_world import UNIT, Story, holder
from tests.support.world import PROGRAMMES, edition_at

ON = date(2024, 6, 6)
STREAM = unit_year_stream(UNIT, 2024)
ORGAN = f"{UNIT}/cell"
OTHER = "son-la-khac"


@pytest.fixture
def story():
    story = Story(SON_LA, "department_cell")
    story.open()
    return story


def under_a_second(story):
    """The unit has a case of another programme that asks for a report every month, too."""
    programme = structs.replace(SON_LA.programme, code=OTHER)
    story.world.editions[OTHER] = replace(SON_LA, programme=programme)
    opened = structs.replace(story.world.case(story.stream).opened, programme=OTHER)
    story.world.give(case_stream(OTHER, f"unit:{UNIT}", "2024"), opened, on="2024-01-05")


def file(story, **data):
    command = story.world.command(
        "file-monthly-report", STREAM, {"month": 5, **data}, organ=ORGAN, by=holder(ORGAN), on=ON
    )
    return decide(story.world.state(STREAM), command, story.world).events[0]


def refused(story, **data):
    with pytest.raises(RefusedError) as error:
        file(story, **data)
    return [reason.code for reason in error.value.refusals]


def filed(story, programme):
    state = story.world.round("son-la", "2024")
    asked = Asked(story.world.edition(programme).programme, state, date(2024, 12, 1), story.world)
    return filed_on(5, UNIT, asked)


def test_the_only_programme_is_filled_in(story):
    assert file(story).programme == "son-la"


def test_of_two_the_programme_is_named_and_each_has_its_own_report(story):
    under_a_second(story)
    assert refused(story) == ["report_of_what"]

    story.world.give(STREAM, file(story, programme=OTHER), on=ON)

    assert filed(story, OTHER) == ON
    assert filed(story, "son-la") is None
    assert refused(story, programme=OTHER) == ["report_twice"]
    assert file(story, programme="son-la").programme == "son-la"


def test_a_report_that_named_none_is_one_of_each(story):
    story.world.give(STREAM, structs.replace(file(story), programme=""), on=ON)
    under_a_second(story)

    assert filed(story, OTHER) == ON
    assert refused(story, programme=OTHER) == ["report_twice"]


@pytest.mark.parametrize("code", sorted({*TEXTS} - {"son-la"}))
def test_a_programme_that_asks_for_no_month_takes_no_report_of_one(story, code):
    story.world.editions[code] = edition_at(PROGRAMMES / f"{code}.yaml")
    assert refused(story, programme=code) == ["months_not_owed"]


def test_a_programme_that_there_is_not_is_told(story):
    assert refused(story, programme="khong-co") == ["version_unknown"]


def test_a_report_has_one_of_the_forms_that_the_programme_takes(story):
    """D-56: spoken or written; where a guideline takes only one, the other is refused."""
    assert {file(story, form=form).form for form in ("oral", "written")} == {"oral", "written"}

    reports = {
        key: structs.replace(each, forms=["written"] if each.forms else [])
        for key, each in SON_LA.programme.reports.items()
    }
    programme = structs.replace(SON_LA.programme, reports=reports)
    story.world.editions["son-la"] = replace(SON_LA, programme=programme)

    assert refused(story, form="oral") == ["report_form"]
    assert file(story, form="written").form == "written"
