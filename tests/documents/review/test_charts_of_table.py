"""The charts of the review: sorted, limited, and every figure in them in the table under them."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from documents.review.charts_of_table import figures
from documents.review.grid import grid
from documents.review.inflation import widest
from projections.review.collecting.words import TOTAL
from projections.review.tables import Table
from tests.documents.charts import looking
from tests.documents.made_up import review
from words.tables import Column

NUMBER = re.compile(r"\d[\d.,]*%?")
ZERO = {"0", "0%"}
"""Where a scale begins."""
DRAWN = {
    "counts": ["funnel", "outcomes"],
    "inflation": ["inflation-points", "inflation-met"],
    "deadlines": ["deadlines"],
    "targets": ["targets-share", "targets-count"],
    "streaks": ["streaks"],
}


def every(language="vi"):
    return [(table, each) for table in review().tables for each in figures(table, language)]


def told(drawing):
    """The figures in a drawing, but for those in names, which are bold and begin a group."""
    root = looking.read(drawing)
    texts = [
        *root.findall(f"{looking.SPACE}text"),
        *root.findall(f"{looking.SPACE}g/{looking.SPACE}text"),
    ]
    plain = [each for each in texts if each.get("font-weight") != "600" or each.get("dx")]
    return {number for each in plain for number in NUMBER.findall(each.text)}


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_table_is_drawn_as_the_charts_it_is_known_for(name):
    assert [each.name for each in figures(review().table(name), "vi")] == DRAWN[name]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_figure_of_a_chart_stands_in_the_table_under_it(language):
    for table, figure in every(language):
        cells = {cell for row in grid(figure.table or table, language).rows for cell in row}
        plain = {number for cell in cells for number in NUMBER.findall(cell.replace(" %", "%"))}
        for drawing in figure.drawings.values():
            assert told(drawing)
            assert told(drawing) - plain - ZERO == set(), figure.name


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_chart_has_anything_sticking_out(language):
    for _, figure in every(language):
        for drawing, room in zip(figure.drawings.values(), (316, 600), strict=True):
            assert looking.sticking_out(looking.read(drawing), room) == []


def test_a_chart_fits_on_a_page_with_its_heading():
    assert all(int(looking.read(each.drawings["wide"]).get("height")) < 900 for _, each in every())


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_table_without_rows_or_without_its_columns_is_not_drawn(name):
    table = review().table(name)

    assert figures(table._replace(rows=[]), "vi") == []
    assert figures(Table(name, [Column("other")], [("a",)]), "vi") == []


def test_a_table_that_no_chart_knows_is_not_drawn():
    assert figures(review().table("recognitions"), "vi") == []


def test_bodies_come_in_order_of_size_and_their_parts_come_to_their_cases():
    figure = figures(review().table("counts"), "vi")[1]
    cases = [row[2] for row in figure.table.rows]

    assert cases == sorted(cases, reverse=True)
    assert all(sum(row[3:]) == row[2] for row in figure.table.rows)


def test_a_chart_of_the_biggest_says_how_many_there_are():
    figure = figures(review().table("counts"), "vi")[1]
    count = len(figure.table.rows)

    assert figure.note == f"Biểu đồ vẽ 12 trong {count}; bảng ngay dưới có đủ."


def inflation(*rows):
    names = "programme criterion self appraised decided self_met appraised_met decided_met"
    columns = [Column(name, "number") for name in names.split()]
    return Table("inflation", columns, rows)


def judged(criterion, *points):
    return ("kt", criterion, *points, None, None, None)


def test_means_are_of_the_units_that_the_same_of_the_three_have_judged():
    table = inflation(
        judged("I", Decimal(10), Decimal(8), Decimal(7)),
        judged("I", Decimal(5), Decimal(4), Decimal(4)),
        judged("I", Decimal(9), Decimal(1), None),
        judged("I", Decimal(9), None, None),
    )
    (figure,) = figures(table, "vi")

    assert [row[3:] for row in figure.table.rows] == [
        (1, 9, 1, None, 8),
        (2, Fraction(15, 2), 6, Fraction(11, 2), 2),
    ]


def test_totals_are_no_criterion():
    assert figures(inflation(judged(TOTAL, Decimal(9), Decimal(8), None)), "vi") == []


def test_the_widest_gap_is_named_only_where_the_self_score_is_higher():
    assert widest(inflation(judged("I", Decimal(8), Decimal(9), None))) is None
    assert widest(inflation(judged("I", Decimal(9), Decimal(8), None))).criterion == "I"


def test_a_target_without_a_number_or_without_a_share_is_not_drawn():
    table = review().table("targets")
    row = list(table.rows[0])
    nothing = [*row[:5], None, *row[6:]]
    worded = [*row[:6], "= GOOD", row[7]]

    assert figures(table._replace(rows=[tuple(nothing), tuple(worded)]), "vi") == []
