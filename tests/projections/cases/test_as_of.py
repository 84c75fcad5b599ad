"""What stands beside a case as of a day: its unit's name, its round's extended deadlines."""

from datetime import date

from domain.events import round as r
from domain.events import unit as u
from domain.streams import round_stream, unit_stream
from tests.projections.casebook import PERIOD, Casebook
from tests.projections.looking import listed_known_at

EXTENDED = date(2025, 1, 20)


def due(book, day):
    [line] = listed_known_at(book.ledger, book.ledger.head().position, day, as_of=day)
    return line["due_on"]


def test_a_deadline_is_extended_from_the_day_of_the_extension_on(ledger):
    book = Casebook(ledger)
    book.programme()
    book.case("C1", at="claimed")
    extension = r.DeadlineExtended(deadline="year_end", due_on=EXTENDED, subject="")
    book.tell(round_stream("kon-tum", PERIOD), extension, on="2024-12-10")

    before = due(book, date(2024, 12, 9))

    assert before is not None
    assert before < EXTENDED
    assert due(book, date(2024, 12, 10)) == EXTENDED


def test_a_unit_that_was_registered_later_has_no_name_yet(ledger):
    book = Casebook(ledger)
    book.case("C1")
    registered = u.UnitRegistered(code="C1", name="Chi bộ Một", kind="BASE_CELL")
    book.tell(unit_stream("C1"), registered, on="2024-06-01")
    book.tell(unit_stream("C1"), u.UnitRenamed(name="Chi bộ Hai"), on="2024-05-01")
    days = [date(2024, 5, 31), date(2024, 6, 1)]

    names = [
        line["unit_name"]
        for day in days
        for line in listed_known_at(ledger, ledger.head().position, day, as_of=day)
    ]

    assert names == ["", "Chi bộ Một"]
