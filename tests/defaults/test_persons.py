"""Data of persons: what is open to whom, what the log holds of them, and how it is forgotten."""

import re
from datetime import date

import pytest

from application.questions.defaults import defaults
from domain.events import person as p
from domain.events import unit_year as y
from domain.events.free_texts import spots
from domain.streams import person_stream
from projections.cases.register import register
from projections.engine import inline
from tests.application.systems import a_system, played
from tests.clauses.homes import EDITIONS
from tests.projections.casebook import Casebook, decide
from tests.support import small_year

MEMBER = {"programme": "cam-giang", "subject": "member:dv", "subject_kind": "member",
          "version": EDITIONS["cam-giang"].version}  # fmt: skip


def test_d46_results_are_open_and_it_is_said_that_members_are_not_kept_from_anybody(ledger):
    book = Casebook(ledger, then=inline)
    book.programme(EDITIONS["cam-giang"])
    for case in (book.case("C1"), book.case("C1", **MEMBER)):
        decide(book, case)

    with ledger.connection() as connection:
        shown = {row["subject"] for row in register(connection, date(2024, 12, 31))}

    assert shown == {"unit:C1", "member:dv"}
    held = defaults()["D-46"].held
    assert held.text("en").startswith("Not held by code yet")
    assert held.text("vi").startswith("Chưa được giữ bằng mã")


@pytest.fixture
def system(sqlite_url, tmp_path):
    system = a_system(sqlite_url())
    lines = [*small_year.set_up(), *small_year.year()]
    assert played(system, tmp_path / "year.jsonl", lines) == []
    yield system
    system.close()


def every_row(system):
    return [row for rows in system.ledger.read() for row in rows]


def test_d47_no_event_holds_a_name_or_a_reason_only_ids_and_commitments(system):
    rows = every_row(system)
    registered = [row for row in rows if row.topic == p.PersonRegistered.TOPIC]

    assert len(registered) > 8
    assert [row.position for row in rows if "Người mẫu" in row.state.decode()] == []
    assert [row.position for row in rows if "lý do" in row.reason] == []


def test_d47_a_name_is_forgotten_for_good_and_the_log_stays_as_it_is(system):
    stream, head = person_stream("CB-cell"), system.ledger.head()
    [row] = [each for each in every_row(system)
             if (each.stream, each.topic) == (stream, p.PersonRegistered.TOPIC)]  # fmt: skip
    [name] = re.findall(r'"name":"([^"]+)"', row.state.decode())
    assert system.ledger.texts([row.position])[name] == "Người mẫu CB-cell"

    system.ledger.erase(row.position, name)

    assert system.ledger.texts([row.position])[name] is None
    assert system.ledger.head() == head


@pytest.mark.parametrize("event", [y.DisciplineRecorded, y.BreachRecorded, p.ExemptionRecorded])
def test_d47_discipline_is_kept_as_its_form_and_its_paper_without_a_word_about_it(event):
    least = {"against", "subject", "member", "form", "instrument", "until"}

    assert set(event.__struct_fields__) <= least
    assert spots(event) == {}
