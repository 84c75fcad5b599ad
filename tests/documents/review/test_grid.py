"""A table of the page: its first rows, how it is printed, what is told once."""

import pytest

from documents.review.grid import MOST_ROWS, grid
from documents.review.print_forms import CARDS, Paper, need, paper, shares
from projections.review.tables import Table
from tests.documents.titles import Label
from words.tables import Column


def table(columns, rows):
    names = [f"c{number}" for number in range(columns)]
    return Table(
        "t",
        [Column(name, label=Label(f"Cột {name}", name)) for name in names],
        rows,
        Label("Bảng", "Table"),
    )


def test_all_rows_are_shown_without_a_note():
    found = grid(table(2, [("a", "b"), ("c", "d")]), "vi")

    assert [list(row) for row in found.rows] == [["a", "b"], ["c", "d"]]
    assert found.notes == []


def test_a_long_table_shows_its_first_rows_and_says_so():
    found = grid(table(1, [(f"r{number}",) for number in range(MOST_ROWS + 5)]), "vi")

    assert len(found.rows) == MOST_ROWS
    assert found.notes == [
        "Trang này chỉ in 1.000 dòng đầu trong tổng số 1.005 dòng; bảng đầy đủ có trong tệp Excel và CSV."
    ]


@pytest.mark.parametrize(
    ("columns", "name"), [(3, "upright"), (9, "across"), (15, "dense"), (40, "cards")]
)
def test_the_more_columns_the_smaller_the_print(columns, name):
    rows = [tuple(f"một câu dài hơn {row}{at}" for at in range(columns)) for row in range(3)]

    assert grid(table(columns, rows), "vi").paper == name


def test_what_is_the_same_in_every_row_of_a_wide_table_is_told_once():
    rows = [("2024", "", *(f"một câu dài hơn {row}{at}" for at in range(15))) for row in range(3)]
    found = grid(table(17, rows), "vi")

    assert len(found.heads) == len(found.rows[0]) == 15
    assert found.notes == ["Như nhau ở mọi dòng: Cột c0 2024.", "Để trống ở mọi dòng: Cột c1."]


def test_a_narrow_table_keeps_its_columns():
    assert len(grid(table(2, [("2024", "a"), ("2024", "b")]), "vi").heads) == 2


def test_a_wide_table_without_a_row_keeps_its_columns():
    found = grid(table(40, []), "vi")

    assert (len(found.heads), found.rows, found.notes, found.paper) == (40, [], [], "cards")


def test_a_table_all_the_same_keeps_its_columns():
    row = tuple(f"một câu dài hơn {at}" for at in range(20))

    assert len(grid(table(20, [row, row]), "vi").heads) == 20


@pytest.mark.parametrize("columns", [1, 7, 19])
def test_widths_on_paper_fill_the_page_and_no_more(columns):
    needs = [need(f"cột {at}", ["x" * (at * 9)], breakable=at % 2 == 0) for at in range(columns)]
    found = shares(paper(needs), needs)

    assert 1000 - columns <= sum(found) <= 1000
    assert min(found) > 0


def test_a_number_is_never_broken():
    assert need("số", ["1.234.567.890.123"], breakable=False).least(CARDS) == 17
    assert need("chữ", ["x" * 30], breakable=True).least(Paper("p", 100, 1, 1, 12)) == 12
