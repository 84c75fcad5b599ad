"""What is found by words: each kind, in a plain order, no erased name; the same as looking at every name."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.events import case as c
from domain.events import details as d
from domain.events import unit as u
from domain.events.person import PersonRegistered
from domain.streams import person_stream, unit_stream
from ledger.ledger import Ledger
from projections.cases.search import Found, found, narrowed
from projections.engine import inline, rebuild
from projections.machinery.codec import CODEC
from projections.machinery.finding import Sought, fits
from projections.machinery.word_table import Called
from tests.projections.casebook import Casebook


@pytest.fixture
def book(ledger):
    return Casebook(ledger, then=inline)


def searched(book, text, size=None):
    """What is found, as streams in order."""
    with book.ledger.connection() as connection:
        return [each.case or each.stream for each in found(connection, text, None, size)]


def person(book, code, name):
    return book.tell(person_stream(code), PersonRegistered(person=code, name=name))


def decided(book, case, number, on="2024-12-01"):
    way = ("in_progress", "recognised")
    return book.act(case, c.DecisionIssued, d.Decision(level="PASS", number=number), way, on)


def erase(book, code):
    [row] = book.ledger.stream(person_stream(code))
    book.ledger.erase(row.position, CODEC.decode(row.topic, row.state).name)


def test_nothing_is_found_in_an_empty_log_and_by_no_word(book):
    assert searched(book, "khối") == []
    book.unit("C1", name="Khối Một")
    assert searched(book, "… - /") == []


@pytest.mark.parametrize(
    "typed", ["khoi", "Khối", "KHOI DANG", "uy khoi dang", "ĐẢNG UỶ", "dang ủy k"]
)
def test_a_unit_is_found_by_words_in_any_order_without_their_marks(book, typed):
    book.unit("DUK", name="Đảng ủy Khối các cơ quan")
    book.unit("C1", name="Chi bộ Một")
    assert searched(book, typed) == [unit_stream("DUK")]


def test_a_person_is_found_by_name_and_by_id(book):
    person(book, "lan-01", "Bùi Thị Lan")
    for typed in ("thi bui", "LAN-01", "lan 01"):
        assert searched(book, typed) == [person_stream("lan-01")]


@pytest.mark.parametrize("typed", ["12-qd/du", "12", "12-QĐ", "qđ 12"])
def test_a_decision_is_found_by_its_number(book, typed):
    case = book.case()
    decided(book, case, "12-QĐ/ĐU")
    assert searched(book, typed) == [case]


def test_a_decision_is_not_found_by_the_kind_of_paper_that_all_of_them_are(book):
    decided(book, book.case(), "12-QĐ/ĐU")
    assert searched(book, "QĐ/ĐU") == []


def test_a_corrected_number_is_found_and_the_wrong_one_is_not(book):
    case = book.case()
    at = decided(book, case, "12-QĐ/ĐU")
    correction = d.Correction(of_position=at, field="number", value="21-QĐ/ĐU")
    book.act(case, c.CorrectionRecorded, correction, ("recognised", "recognised"), "2024-12-02")
    assert (searched(book, "12"), searched(book, "21")) == ([], [case])


def test_a_case_is_found_by_its_unit_or_person_and_the_period(book):
    book.unit("C1", name="Chi bộ Một")
    person(book, "p1", "Bùi Thị Lan")
    own, other = book.case("C1"), book.case("C1", period="2023")
    member = book.case("C1", subject="member:p1")
    assert searched(book, "một 2024") == [own]
    assert searched(book, "2023 C1") == [other]
    assert searched(book, "lan 2024") == [member]
    assert searched(book, "một 2022") == []


def test_the_exact_code_is_first_then_whole_words_then_words_that_begin_so(book):
    book.unit("B2", name="Khốivực Hai")
    book.unit("B1", name="Khối Một")
    book.unit("KHOI", name="Xã Ba")
    person(book, "a", "Khôi")
    assert searched(book, "khoi") == [
        unit_stream("KHOI"),
        unit_stream("B1"),
        person_stream("a"),
        unit_stream("B2"),
    ]


def test_a_renamed_unit_is_found_by_the_name_it_has_now_alone(book):
    book.unit("C1", name="Chi bộ Một")
    book.tell(unit_stream("C1"), u.UnitRenamed(name="Chi bộ Hai"), on="2024-05-01")
    assert (searched(book, "một"), searched(book, "hai")) == ([], [unit_stream("C1")])


def everything_stored(ledger):
    """All that the database holds, as text."""
    with ledger.connection() as connection:
        if connection.dialect.name == "sqlite":
            return b"".join(_files(ledger)).decode("utf-8", "replace")
        tables = sa.inspect(connection).get_table_names()
        return "\n".join(
            str(row)
            for table in tables
            for row in connection.exec_driver_sql(f"SELECT t::text FROM {table} t")  # noqa: S608 -- our own names
        )


def _files(ledger):
    path = Path(ledger.database.url.database)
    return [each.read_bytes() for each in path.parent.glob(f"{path.name}*")]


def test_of_an_erased_name_there_is_no_trace_and_none_after_a_rebuild(book):
    person(book, "p1", "Bùi Ngọng Nghịu")
    person(book, "p2", "Bùi Thị Lan")
    assert "nghiu" in everything_stored(book.ledger)
    erase(book, "p1")
    for _ in range(2):
        assert searched(book, "bui") == [person_stream("p2")]
        assert searched(book, "p1") == [person_stream("p1")]
        stored = everything_stored(book.ledger)
        assert [word for word in ("ngong", "nghiu", "Ngọng") if word in stored] == []
        rebuild(book.ledger, "persons")


def test_a_name_erased_while_the_log_is_folded_anew_does_not_come_back(book):
    person(book, "p1", "Bùi Ngọng Nghịu")
    rebuild(book.ledger, "persons", progress=lambda *_: erase(book, "p1"))
    assert searched(book, "nghiu") == []
    assert "nghiu" not in everything_stored(book.ledger)


def test_a_name_erased_before_it_was_taken_in_is_never_found(ledger):
    book = Casebook(ledger)
    person(book, "p1", "Bùi Ngọng Nghịu")
    erase(book, "p1")
    rebuild(ledger)
    assert (searched(book, "nghiu"), searched(book, "p1")) == ([], [person_stream("p1")])


def test_pages_put_together_are_the_whole(book):
    for number in range(7):
        book.unit(f"C{number}", name=f"Chi bộ {number}")
        book.case(f"C{number}")
    for text in ("chi", "chi 2024"):
        whole = searched(book, text)
        assert len(whole) == 7
        after, pages = None, []
        with book.ledger.connection() as connection:
            while page := list(found(connection, text, after, 2))[:2]:
                pages += [each.case or each.stream for each in page]
                after = Found(*page[-1])
        assert pages == whole


WORDS = ["chi", "bộ", "khối", "khối-7", "K7", "đảng", "ủy", "uỷ", "một", "hai", "12", "120-QĐ", "d"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
QUESTIONS = st.lists(st.sampled_from([*WORDS, "kho", "u", "1", "7", "QĐ"]), min_size=1, max_size=3)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=st.lists(NAMES, max_size=12), typed=st.lists(QUESTIONS.map(" ".join), max_size=8))
def test_it_finds_what_looking_at_every_name_finds(fresh_url, names, typed):
    with Ledger.initialise(fresh_url()) as ledger:
        book = Casebook(ledger, then=inline)
        called = _called(book, names)
        for text in typed:
            sought = Sought.of(text)
            fitting = {
                stream
                for stream, each in called.items()
                if fits(each.words, sought, by_number=stream.startswith("case:"))
            }
            with ledger.connection() as connection:
                every = list(found(connection, text, None, None))
                kinds = narrowed(connection, text)
            assert {each.stream for each in every} == fitting
            assert sum(map(len, kinds[:3])) == len(every) == len(fitting)
            ranks = [_rank(called[each.stream], sought) for each in every]
            assert ranks == sorted(ranks)


def _called(book, names):
    """A unit, a person or a decision for each name."""
    called = {}
    for number, name in enumerate(names):
        if number % 3 == 0:
            book.unit(f"U{number}", name=name)
            called[unit_stream(f"U{number}")] = Called(name, f"U{number}")
        elif number % 3 == 1:
            person(book, f"p{number}", name)
            called[person_stream(f"p{number}")] = Called(name, f"p{number}")
        else:
            case = book.case(f"C{number}")
            decided(book, case, name)
            called[case] = Called("", name)
    return called


def _rank(called, sought):
    if called.place.split("\n")[1] == sought.code:
        return 0
    return 1 if set(sought.words) <= set(called.words) else 2
