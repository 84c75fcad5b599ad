"""The list of cases as people ask for it: the words on the screen, pages by their marks, what is no filter."""

from __future__ import annotations

from datetime import date

import pytest

from application.questions import cases as queries
from application.questions.case_list import CasesAsked, case_counts, case_list
from application.questions.pages import Page
from domain.refusal import RefusedError
from tests.application.systems import a_sample, a_system, played
from tests.support import small_year
from words.sentences import sentence

EVERYTHING = CasesAsked()


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    system = a_sample(f"sqlite:///{tmp_path_factory.mktemp('samples')}/log.sqlite", "kon-tum")
    yield system
    system.close()


def listed(system, asked=EVERYTHING, **at):
    return case_list(system, asked, Page(), **at).rows


def refused(system, asked=EVERYTHING, page=Page()):  # noqa: B008 -- it never changes
    with pytest.raises(RefusedError) as told:
        case_list(system, asked, page)
    return [(reason.code, sentence(reason, "vi")) for reason in told.value.refusals]


def test_without_a_page_the_whole_list_is_given_as_before(system):
    assert [row.case for row in listed(system)] == [row["case"] for row in queries.cases(system)]


def test_the_word_on_the_screen_is_a_filter_in_both_languages_and_without_tone_marks(system):
    by_code = listed(system, CasesAsked(stages=("recognised",)))
    assert by_code
    for word in ("Đạt, được công nhận", "dat,  duoc CÔNG nhan", "Recognised"):
        assert listed(system, CasesAsked(stages=(word,))) == by_code


def test_a_stage_that_is_none_is_refused_with_the_nearest(system):
    [(code, told)] = refused(system, CasesAsked(stages=("Được công nhân rồi",)))
    assert code == "filter_unknown"
    assert "Đạt, được công nhận" in told


def test_every_unknown_unit_and_person_is_named(system):
    asked = CasesAsked(units=("KT-XX",), persons=("ai-do",))
    assert [code for code, _ in refused(system, asked)] == ["unit_unknown", "person_unknown"]
    assert [code for code, _ in refused(system, CasesAsked(under="KT-XX"))] == ["unit_unknown"]


def test_a_unit_with_everything_below_it(system):
    tops = {row.unit for row in listed(system)}
    below = {row.unit for row in listed(system, CasesAsked(under="KT-BQL"))}
    assert "KT-KHTH" in below < tops
    assert {row.unit for row in listed(system, CasesAsked(under="KT-KHTH"))} == {"KT-KHTH"}
    both = CasesAsked(under="KT-BQL", units=("KT-KHTH",))
    assert {row.unit for row in listed(system, both)} == {"KT-KHTH"}


@pytest.mark.parametrize(
    "order", ["", "-place", "due_on", "-due_on", "since", "stage", "unit_name"]
)
def test_pages_put_together_are_the_list(system, order):
    whole = case_list(system, EVERYTHING, Page(order=order)).rows
    found, page = [], case_list(system, EVERYTHING, Page(size=2, order=order))
    while page.after:
        found += page.rows
        assert len(page.rows) == 2
        page = case_list(system, EVERYTHING, Page(after=page.after, size=2, order=order))
    assert found + page.rows == whole


def test_a_page_as_it_was_known_has_the_same_marks(system):
    head = system.ledger.head().position
    now = case_list(system, EVERYTHING, Page(size=2))
    then = case_list(system, EVERYTHING, Page(size=2), known_at=head)
    assert (then.rows, then.after) == (now.rows, now.after)


def test_a_mark_of_another_question_is_refused(system):
    mark = case_list(system, EVERYTHING, Page(size=1)).after
    others = [
        (CasesAsked(late=True), Page(after=mark, size=1)),
        (EVERYTHING, Page(after=mark, size=1, order="since")),
        (EVERYTHING, Page(after=mark, size=1, order="-place")),
    ]
    for asked, page in others:
        assert [code for code, _ in refused(system, asked, page)] == ["page_mark_of_another"]
    assert case_list(system, EVERYTHING, Page(after=mark, size=3)).rows


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (Page(after="?"), "page_mark_unreadable"),
        (Page(after="YWJj"), "page_mark_unreadable"),
        (Page(after="đ"), "page_mark_unreadable"),
        (Page(order="thu-tu"), "sort_unknown"),
        (Page(size=0), "page_size"),
        (Page(size=10**6), "page_size"),
    ],
)
def test_a_page_that_is_none_is_refused(system, page, code):
    [(found, told)] = refused(system, page=page)
    assert found == code
    if code == "sort_unknown":
        assert "Hạn" in told


def test_a_list_is_sorted_by_the_title_of_a_column_too(system):
    for order in ("Hạn", "han", "due on"):
        assert case_list(system, EVERYTHING, Page(order=order)) == case_list(
            system, EVERYTHING, Page(order="due_on")
        )


def test_what_is_late_or_due_before_a_day(system):
    rows = listed(system)
    assert listed(system, CasesAsked(late=True)) == [row for row in rows if row.late]
    assert listed(system, CasesAsked(late=False)) == [row for row in rows if not row.late]
    day = date(2025, 6, 1)
    due = [row for row in rows if row.due_on and row.due_on < day]
    assert listed(system, CasesAsked(due_before=day)) == due


def test_counts_are_those_of_the_list(system):
    counted: dict[str, int] = {}
    for row in listed(system):
        counted[row.stage] = counted.get(row.stage, 0) + 1
    found = {each.stage: each.cases for each in case_counts(system, EVERYTHING)}
    assert found == counted
    assert sum(each.cases for each in case_counts(system, CasesAsked(late=True))) == len(
        listed(system, CasesAsked(late=True))
    )


@pytest.fixture(scope="module")
def waiting_system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("waiting")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    lines = list(small_year.year())[:4]
    assert played(system, folder / "up.jsonl", small_year.set_up(), lines) == []
    yield system
    system.close()


def test_cases_are_those_that_wait_for_an_organ_as_its_tasks_say(waiting_system):
    system = waiting_system
    waiting = queries.tasks(system)
    organs = {
        organ for task in waiting for organ in task["organs"] if not organ.startswith("member:")
    }
    assert organs
    for organ in organs:
        own = {task["case"] for task in waiting if organ in task["organs"]}
        assert {row.case for row in listed(system, CasesAsked(organs=(organ,)))} == own
        assert sum(each.cases for each in case_counts(system, CasesAsked(organs=(organ,)))) == len(
            own
        )


def test_a_unit_and_an_organ_are_named_by_name(system):
    named = CasesAsked(units=("chi bo ke hoach tong hop",))
    assert listed(system, named) == listed(system, CasesAsked(units=("KT-KHTH",)))
    assert refused(system, CasesAsked(organs=("KT-KHTH/khong-co",)))[0][0] == "organ_to_be_named"
