"""Two reviews compared, in words: a figure is said as its own column says it, a unit by its name."""

from datetime import date
from fractions import Fraction

from documents.review.in_words import in_words
from documents.review.numbers import shown
from projections.review.collecting.words import Word
from projections.review.tables import Table
from words.tables import Column

COLUMNS = (
    Column("superior", "code", word="superior_code"),
    Column("figure"),
    Column("before", "value"),
    Column("after", "value"),
)


def named(kind, code, _language, /):
    return f"{kind} {code}" if kind in {"unit", "organ", "person"} else None


def told(figure, before, after, name="recognitions"):
    rows = [("DU", Word(figure, figure, figure), before, after)]
    worded = in_words(Table(name, COLUMNS, rows), "vi", named)
    [row] = worded.rows
    return [column.title("vi") for column in worded.columns][:1], [
        shown(value, column.kind, "vi") for value, column in zip(row, worded.columns, strict=True)
    ]


def test_a_unit_is_named_and_its_heading_is_not_that_of_an_id():
    assert told("evidence", 1, 2) == (["Cấp trên trực tiếp"], ["unit DU", "evidence", "1", "2"])


def test_a_code_is_said_as_the_column_it_comes_from_says_it():
    assert told("decided_by", "DU/x", "DK/x")[1][2:] == ["organ DU/x", "organ DK/x"]
    assert told("signed_by", "an", "binh")[1][2:] == ["person an", "person binh"]


def test_shares_days_and_nothing_are_told_apart():
    assert told("share", Fraction(9, 10), Fraction(8, 10), "targets")[1][2:] == ["90%", "80%"]
    assert told("revoked_on", None, date(2026, 6, 9))[1][2:] == ["–", "09/06/2026"]
    assert told("wanted", ">= 90 %", ">= 85 %", "targets")[1][2:] == ["≥ 90%", "≥ 85%"]
