"""Search as people ask for it: rows that say what each is, pages by their marks, what is no search."""

from __future__ import annotations

import pytest

from application.questions.case_list import CasesAsked, case_list
from application.questions.pages import Page
from application.questions.persons import persons
from application.questions.register_list import RegisterAsked, register_list
from application.questions.search import search
from application.questions.unit_list import UnitsAsked, unit_list
from domain.refusal import RefusedError
from domain.streams import person_stream
from projections.machinery.codec import CODEC
from tests.application.systems import a_system, played
from tests.support import small_year


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "year.jsonl", small_year.set_up(), small_year.year()) == []
    yield system
    system.close()


def shown(system, text):
    rows = search(system, text, Page()).rows
    return [(row.what, row.name, row.code, row.where, row.period) for row in rows]


def refused(system, text, page):
    with pytest.raises(RefusedError) as told:
        search(system, text, page)
    return [reason.code for reason in told.value.refusals]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("don vi cb", ("unit", "Đơn vị CB", "CB", "DB", "")),
        ("mau cb comm", ("person", "Người mẫu CB-cell_committee", "CB-cell_committee", "", "")),
        ("12-qd/du", ("decision", "Đơn vị CB", "12-QĐ/ĐU", "DB", "2024")),
        ("5-QĐ", ("decision", "Đơn vị CB", "5-QĐ/ĐU", "DB", "2024")),
        ("2024 đơn", ("case", "Đơn vị CB", "CB", "DB", "2024")),
    ],
)
def test_each_row_says_what_it_is_what_it_is_called_and_where_it_belongs(system, text, row):
    assert shown(system, text) == [row]


def test_nothing_found_is_an_empty_page(system):
    page = search(system, "không đâu có", Page(size=3))
    assert (page.rows, page.after) == ([], "")


def test_pages_put_together_are_the_whole_and_a_mark_belongs_to_its_words(system):
    whole = search(system, "d", Page()).rows
    rows, page = [], search(system, "d", Page(size=2))
    while page.after:
        rows += page.rows
        mark = page.after
        page = search(system, "đ", Page(after=mark, size=2))
    assert rows + page.rows == whole
    assert len(whole) > 4
    assert refused(system, "c", Page(after=mark)) == ["page_mark_of_another"]


@pytest.mark.parametrize("text", ["", "  ", "…/-"])
def test_a_text_without_a_word_is_refused(system, text):
    assert refused(system, text, Page()) == ["search_empty"]


def test_a_person_whose_name_is_erased_is_found_by_the_id_alone(fresh_url, tmp_path):
    system = a_system(fresh_url())
    played(system, tmp_path / "year.jsonl", small_year.set_up())
    [registered, _] = system.ledger.stream(person_stream("DB-party_committee"))
    name = CODEC.decode(registered.topic, registered.state).name
    assert len(shown(system, "người mẫu db")) == 3
    system.ledger.erase(registered.position, name)
    assert len(shown(system, "người mẫu db")) == 2
    assert shown(system, "DB-party_committee") == [("person", None, "DB-party_committee", "", "")]
    system.close()


def listed(system, name, text):
    lists = {
        "cases": lambda: case_list(system, CasesAsked(search=text), Page()).rows,
        "register": lambda: register_list(system, RegisterAsked(search=text), Page()).rows,
        "units": lambda: unit_list(system, UnitsAsked(search=text), Page()).rows,
        "persons": lambda: persons(system, search=text),
    }
    return lists[name]()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("cases", "đơn vị cb", 1),
        ("cases", "12-qd", 1),
        ("cases", "cb 2024", 1),
        ("cases", "cb 2023", 0),
        ("cases", "duk", 0),
        ("register", "don cb 2024", 1),
        ("register", "5-qd", 1),
        ("register", "13-qd", 0),
        ("units", "d", 3),
        ("units", "DUK", 1),
        ("persons", "người cell", 2),
        ("persons", "cell không", 0),
    ],
)
def test_a_list_is_narrowed_down_by_words(system, name, text, found):
    assert len(listed(system, name, text)) == found


@pytest.mark.parametrize("name", ["cases", "register", "units", "persons"])
def test_a_list_refuses_a_search_without_a_word(system, name):
    with pytest.raises(RefusedError) as told:
        listed(system, name, "…")
    assert [reason.code for reason in told.value.refusals] == ["search_empty"]


def test_as_it_was_known_before_a_list_is_narrowed_down_by_the_names_of_today(system):
    head = system.ledger.head().position
    asked = CasesAsked(search="cb 2024")
    assert len(case_list(system, asked, Page(), known_at=head).rows) == 1
    assert len(register_list(system, RegisterAsked(search="12"), Page(), known_at=head).rows) == 1
