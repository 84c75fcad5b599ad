"""Units as they were placed on a day are the units that the domain folds."""

from datetime import date

from domain.events import unit as u
from domain.streams import unit_stream
from projections.review.collecting.unit_places import top_of
from tests.projections.review.asking import year_of


def test_a_unit_has_the_name_kind_and_superior_of_the_day(book):
    book.programme()
    book.unit("A", "Cũ", kind="BASE_CELL", parent="P")
    book.tell(unit_stream("A"), u.UnitRenamed(name="Mới"), on="2024-06-01")
    book.tell(unit_stream("A"), u.UnitMoved(parent="Q"), on="2025-06-01")
    book.tell(unit_stream("A"), u.UnitKindChanged(kind="BASE_COMMITTEE"), on="2024-12-31")
    day = date(2024, 12, 31)
    assert year_of(book).units(day)["A"] == ("A", "Mới", "BASE_COMMITTEE", "", "P", True)
    early = date(2024, 5, 31)
    assert year_of(book, as_of=early).units(early)["A"] == ("A", "Cũ", "BASE_CELL", "", "P", True)


def test_the_top_of_a_tree_is_found_and_a_circle_has_an_end(book):
    for code, parent in (("A", "B"), ("B", "C"), ("C", ""), ("X", "Y"), ("Y", "X")):
        book.unit(code, parent=parent)
    units = year_of(book).units(date(2030, 1, 1))
    assert [top_of(code, units) for code in ("A", "B", "C")] == ["C", "C", "C"]
    assert top_of("X", units) in {"X", "Y"}
