"""A share is never shown as if it had reached, or kept, a limit that it has not: page, sheet and CSV alike."""

from fractions import Fraction

import pytest
from openpyxl import load_workbook

from documents.review.charts_of_table import figures
from documents.review.csv_file import write_csv
from documents.review.grid import grid
from documents.review.in_words import in_words
from documents.review.limits import limit_said
from documents.review.workbook import write_workbook
from projections.review.tables import Table
from projections.review.targets import TARGETS
from tests.documents.reviews import a_review
from words.sentences import nameless

EDGES = [
    (Fraction(896, 1000), ">= 90 %", "89,6%", 0.896, "0.0 %", "0.896000"),
    (Fraction(8996, 10_000), ">= 90 %", "89,96%", 0.8996, "0.00 %", "0.899600"),
    (Fraction(899_999, 10**6), ">= 90 %", "89,9999%", 0.899999, "0.0000 %", "0.899999"),
    (Fraction(10**10 - 1, 10**10), "= 100 %", "99,999999%", 0.99999999, "0.000000 %", "0.9999999999"),
    (Fraction(1246, 10_000), ">= 12.5 %", "12,46%", 0.1246, "0.00 %", "0.124600"),
    (Fraction(9, 10), ">= 90 %", "90%", 0.9, "0.0 %", "0.900000"),
]  # fmt: skip


def targets(share, wanted):
    row = ("kon-tum", "2024", "coverage", "recognised", 1, 1, share, wanted, False)
    return Table("targets", TARGETS.columns, [row])


@pytest.mark.parametrize(("share", "wanted", "shown", "number", "form", "text"), EDGES)
def test_a_share_is_not_rounded_onto_its_limit(share, wanted, shown, number, form, text, tmp_path):
    table = targets(share, wanted)
    worded = in_words(table, "vi", nameless)
    write_workbook(a_review(tables=[table]), "vi", tmp_path / "review.xlsx")
    write_csv(worded, "vi", tmp_path / "targets.csv")
    cell = load_workbook(tmp_path / "review.xlsx").worksheets[1]["G3"]

    assert grid(worded, "vi").rows[0][6] == shown
    assert f"{shown}; yêu cầu" in figures(worded, "vi")[0].drawings["wide"]
    assert (cell.value, cell.number_format) == (number, form)
    assert text in (tmp_path / "targets.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        (">= 90 %", "≥ 90%", "≥ 90%"),
        ("≥ 12.5 %", "≥ 12,5%", "≥ 12.5%"),
        (">= 1", "≥ 1", "≥ 1"),
        ("20 %", "20%", "20%"),
        ("= GOOD", "= Tốt", "= Good"),
        ("typed", "typed", "typed"),
    ],
)
def test_a_limit_has_one_form(text, vi, en):
    assert (
        limit_said(text, "limit", "vi", nameless),
        limit_said(text, "limit", "en", nameless),
    ) == (vi, en)


def test_the_table_and_the_chart_of_a_target_write_its_limit_alike():
    worded = in_words(targets(Fraction(8, 10), ">= 90 %"), "vi", nameless)

    assert grid(worded, "vi").rows[0][7] == "≥ 90%"
    assert "yêu cầu ≥ 90%" in figures(worded, "vi")[0].drawings["wide"]
