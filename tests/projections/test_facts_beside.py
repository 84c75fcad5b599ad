"""Units, rounds and holidays as read models."""

from __future__ import annotations

from datetime import date

import pytest

from domain.events import round as r
from domain.events import unit as u
from domain.streams import LOG, round_stream, unit_stream
from projections.cases.case_facts import LogFacts
from projections.engine import inline
from projections.organisation.rounds import rounds
from projections.organisation.units import KnownUnits, units
from tests.projections.casebook import KON_TUM, Casebook


@pytest.fixture
def book(ledger):
    return Casebook(ledger, then=inline)


def asked(book, question, *args):
    with book.ledger.connection() as connection:
        return question(connection, *args)


def test_no_unit_makes_an_empty_list(book):
    assert asked(book, units) == []


def test_one_unit_is_listed_as_it_was_registered(book):
    book.unit("C1", name="Chi bộ thôn Một", parent="DU")
    assert asked(book, units) == [
        {
            "code": "C1",
            "name": "Chi bộ thôn Một",
            "kind": "BASE_CELL",
            "parent": "DU",
            "ended_on": None,
        }
    ]


def test_three_units_are_listed_by_code(book):
    for code in ("C2", "DU", "C10"):
        book.unit(code)
    assert [unit["code"] for unit in asked(book, units)] == ["C10", "C2", "DU"]


def test_the_entry_for_the_latest_date_counts_and_not_the_one_typed_last(book):
    book.unit("C1", parent="DU")
    stream = unit_stream("C1")
    book.tell(stream, u.UnitRenamed(name="Chi bộ Hai"), on="2024-05-01")
    book.tell(stream, u.UnitRenamed(name="Chi bộ Một rưỡi"), on="2023-01-01")
    book.tell(stream, u.UnitMoved(parent="DU2"), on="2024-05-01")
    book.tell(stream, u.UnitKindChanged(kind="SUBORDINATE_CELL"), on="2024-05-01")
    book.tell(stream, u.UnitDissolved(successor="C3"), on="2024-06-01")
    assert asked(book, units) == [
        {
            "code": "C1",
            "name": "Chi bộ Hai",
            "kind": "SUBORDINATE_CELL",
            "parent": "DU2",
            "ended_on": "2024-06-01",
        }
    ]


def test_a_unit_answers_by_date(book):
    book.unit("C1", parent="DU", organs=["cell"])
    book.tell(unit_stream("C1"), u.UnitMoved(parent="DU2"), on="2024-05-01")
    with book.ledger.connection() as connection:
        known = KnownUnits(connection)
        unit = known.unit("C1")
        assert known.unit("C9") is None
    assert (unit.parent_on(date(2024, 4, 30)), unit.parent_on(date(2024, 5, 1))) == ("DU", "DU2")
    assert unit.has_organ("cell", date(2024, 1, 1))


def test_no_round_makes_an_empty_list(book):
    assert asked(book, rounds) == []


def test_a_round_is_listed_with_its_dates(book):
    book.programme()
    assert asked(book, rounds) == [
        {
            "programme": "kon-tum",
            "period": "2024",
            "version": KON_TUM.version,
            "opened_on": date(2024, 1, 2),
            "closing_on": date(2024, 12, 31),
        }
    ]


def test_three_rounds_are_listed_by_programme_and_period(book):
    for programme, period in (("son-la", "2024"), ("kon-tum", "2025"), ("kon-tum", "2024")):
        event = r.RoundOpened(
            programme=programme, version="v", period=period, closing_on=date(2024, 12, 31)
        )
        book.tell(round_stream(programme, period), event)
    found = [(each["programme"], each["period"]) for each in asked(book, rounds)]
    assert found == [("kon-tum", "2024"), ("kon-tum", "2025"), ("son-la", "2024")]


def test_holidays_are_those_declared_last_for_each_year(book):
    assert asked(book, lambda connection: LogFacts(connection).holidays()) == frozenset()
    for year, day in ((2024, 1), (2025, 1), (2024, 2)):
        book.tell(LOG, r.HolidaysDeclared(year=year, days=[date(year, 9, day)]))
    found = asked(book, lambda connection: LogFacts(connection).holidays())
    assert found == {date(2024, 9, 2), date(2025, 9, 1)}


def test_an_edition_is_found_by_its_hash_alone(book):
    def edition(version):
        return asked(book, lambda connection: LogFacts(connection).edition("kon-tum", version))

    assert edition("f" * 64) is None
    book.programme()
    assert edition(KON_TUM.version).version == KON_TUM.version
    assert edition("f" * 64) is None
