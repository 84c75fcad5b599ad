"""A place in data is told from the outside in, counted from one, and ends with what is typed there."""

import pytest

from words.kinds import Said
from words.places import Place, Step, place_of, typed_whole
from words.sentences import of


def told(place, language="vi"):
    return of(Said("typed_field", place), language)


@pytest.mark.parametrize(
    ("path", "vi", "en"),
    [
        ("number", "Số, ký hiệu (number)", "Number (number)"),
        ("documents[0].on", "Tài liệu 1 › Ngày văn bản (on)", "Document 1 › Date of the document (on)"),
        ("sheet.marks[2].points", "Bảng chấm điểm › Mục chấm điểm 3 › Điểm (points)",
         "Sheet › Mark 3 › Points (points)"),
        ("voters[1]", "Người biểu quyết 2", "Voter 2"),
        ("scope[0]", "Phạm vi uỷ quyền, mục 1", "Scope, item 1"),
        ("sheet.marks[0].valu", "Bảng chấm điểm › Mục chấm điểm 1 › valu", "Sheet › Mark 1 › valu"),
        ("", "toàn bộ dữ liệu", "the data as a whole"),
    ],
)  # fmt: skip
def test_a_path_is_told_in_words(path, vi, en):
    assert (told(path), told(path, "en")) == (vi, en)


def test_what_an_item_is_about_stands_behind_it():
    steps = Step("marks", "sheet", 3, Said("criterion", "III.3")), Step("points", "marks")
    assert told(Place("marks[2].points", steps)) == "Mục chấm điểm 3 (III.3) › Điểm (points)"


def test_a_field_that_is_typed_by_its_whole_path_shows_it():
    assert told(typed_whole("document.number")) == "Văn bản › Số, ký hiệu (document.number)"


def test_a_place_is_its_path_for_programs():
    assert str(Said("typed_field", place_of("sheet.marks[2].points"))) == "sheet.marks[2].points"
