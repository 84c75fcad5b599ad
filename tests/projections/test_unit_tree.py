"""What is at or below a unit on a day."""

from __future__ import annotations

from datetime import date

from domain.events import unit as u
from domain.streams import unit_stream
from projections.engine import inline
from projections.organisation.unit_tree import at_or_below
from tests.projections.casebook import Casebook

ON = date(2024, 12, 20)


def below(book, code, on=ON):
    with book.ledger.connection() as connection:
        return at_or_below(connection, code, on)


def a_tree(ledger):
    book = Casebook(ledger, then=inline)
    for code, parent in (("T", ""), ("A", "T"), ("B", "T"), ("A1", "A"), ("A2", "A"), ("B1", "B")):
        book.unit(code, parent=parent)
    return book


def test_a_unit_and_every_level_below_it(ledger):
    book = a_tree(ledger)
    assert below(book, "T") == {"T", "A", "B", "A1", "A2", "B1"}
    assert below(book, "A") == {"A", "A1", "A2"}
    assert below(book, "B1") == {"B1"}


def test_a_unit_is_below_the_one_it_is_under_on_the_day(ledger):
    book = a_tree(ledger)
    book.tell(unit_stream("A1"), u.UnitMoved(parent="B"), on="2025-03-01")
    assert below(book, "A") == {"A", "A1", "A2"}
    assert below(book, "B") == {"B", "B1"}
    assert below(book, "A", date(2025, 3, 1)) == {"A", "A2"}
    assert below(book, "B", date(2025, 3, 1)) == {"B", "B1", "A1"}


def test_what_was_below_a_merged_unit_is_below_its_successor_from_then_on(ledger):
    book = a_tree(ledger)
    book.tell(unit_stream("A"), u.UnitMerged(into="B"), on="2024-12-01")
    assert below(book, "B") == {"B", "B1", "A", "A1", "A2"}
    assert below(book, "B", date(2024, 11, 30)) == {"B", "B1"}


def test_units_in_a_circle_end(ledger):
    book = a_tree(ledger)
    book.tell(unit_stream("T"), u.UnitMoved(parent="A1"), on="2024-03-01")
    assert below(book, "A") == {"T", "A", "B", "A1", "A2", "B1"}
