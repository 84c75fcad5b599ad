"""Dates of acts: order, future, deadlines."""

from datetime import date

from domain.events import details as d
from domain.events.base import Document
from domain.events.round import DeadlineExtended
from tests.domain.case.asking import SON_LA, a_case, no_case, refused, taken
from tests.support.stage_world import DOCUMENT, TODAY, subject_of


def _documents(story):
    return [Document(document=each.document, number="1") for each in story.programme.dossier]


def test_a_date_in_the_future_is_refused():
    assert refused(
        a_case("recognised"), "comment", d.Comment(comment="c"), on=date(2024, 12, 21)
    ) == {"date_in_future"}


def test_a_date_before_the_case_was_opened_is_refused():
    found = refused(a_case("recognised"), "comment", d.Comment(comment="c"), on=date(2024, 1, 4))

    assert found == {"date_before_opening"}


def test_a_step_may_not_be_dated_before_the_last_step():
    found = refused(
        a_case("self_assessed"),
        "claim-level",
        d.Claim(level="FAIL", classification="WELL"),
        on=date(2024, 11, 30),
    )

    assert found == {"date_before_last_step"}


def test_a_fact_may_be_dated_before_the_last_step():
    story = a_case("self_assessed")

    assert taken(story, "comment", d.Comment(comment="c"), on=date(2024, 11, 30)).late is False


def test_a_plan_before_the_sixth_of_may_is_in_time_on_the_fifth_and_late_on_the_sixth():
    story = no_case("department_cell", SON_LA).at("registered")
    fifth = taken(story, "file-plan", d.Plan(document=DOCUMENT), on=date(2024, 12, 1))

    assert (fifth.due_on, fifth.late) == (date(2024, 5, 5), True)


def test_an_extended_deadline_counts_for_its_subject():
    story = no_case("department_cell", SON_LA).at("registered")
    extension = DeadlineExtended(
        deadline=_plan_deadline(story),
        due_on=TODAY,
        subject=subject_of(story.programme, story.kind),
    )
    story.world.give("round:son-la:2024", extension)

    event = taken(story, "file-plan", d.Plan(document=DOCUMENT))

    assert (event.due_on, event.late) == (TODAY, False)


def _plan_deadline(story):
    table = story.edition.tables[story.subject.workflow]
    return table.find("registered", "file-plan").deadline


def test_a_supplement_is_due_on_the_day_the_return_named():
    story = a_case("submitted")
    returned = taken(story, "return-dossier", d.Return(missing=["m"], due_on=date(2024, 12, 31)))
    story.world.give(story.stream, returned, on=TODAY)

    event = taken(story, "supplement-dossier", d.Dossier(documents=_documents(story)))

    assert (event.due_on, event.late) == (date(2024, 12, 31), False)
