"""Opening a case: rounds, subjects, pilot lists."""

from datetime import date

from domain.events import case as c
from domain.events import details as d
from domain.events import unit as u
from domain.streams import unit_stream
from tests.domain.case.asking import a_case, ask, no_case, refused
from tests.support.stage_world import UNIT


def test_a_selected_pilot_gets_a_case_pinned_to_the_version_of_its_round():
    story = no_case()

    opened, selected = ask(story, "select-pilot", d.Selection()).events

    assert isinstance(opened, c.CaseOpened)
    assert (opened.version, opened.subject_kind) == (story.edition.version, "subordinate_cell")
    assert (selected.from_stage, selected.to_stage) == ("new", "pilot_selected")


def test_without_a_round_no_case_opens():
    assert refused(no_case(), "select-pilot", d.Selection(), period="2025") == {"no_such_round"}


def test_an_unknown_subject_gets_no_case():
    assert refused(no_case(), "select-pilot", d.Selection(), subject="unit:X") == {
        "unknown_subject"
    }


def test_a_unit_of_another_kind_is_no_subject():
    story = no_case()
    story.world.give(unit_stream(UNIT), u.UnitKindChanged(kind="PROVINCIAL_COMMITTEE"))

    assert refused(story, "select-pilot", d.Selection()) == {"subject_not_in_programme"}


def test_a_unit_not_on_the_pilot_list_is_not_selected():
    story = no_case()
    story.world.rows["round:kon-tum:2024"].pop()

    assert "not_on_pilot_list" in refused(story, "select-pilot", d.Selection())


def test_in_a_pilot_round_no_case_opens_without_selection():
    assert "pilot_round" in refused(no_case(), "open-case", d.Opening())


def test_a_case_cannot_be_opened_twice():
    assert refused(a_case("in_progress"), "select-pilot", d.Selection()) == {"not_at_this_stage"}


def test_an_opening_before_the_unit_exists_is_refused():
    found = refused(no_case(), "select-pilot", d.Selection(), on=date(2019, 1, 1))

    assert found == {"unknown_subject"}
