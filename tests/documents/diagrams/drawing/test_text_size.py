"""Guesses of how wide a text will be."""

from documents.diagrams.drawing.text_size import block, width, wrapped


def test_marks_above_and_below_letters_take_no_room():
    assert width("Ệ", 10) == width("E", 10)


def test_narrow_slim_usual_and_wide_letters_differ():
    sizes = [width(letter, 10) for letter in "ifaAm"]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 5


def test_lines_are_no_wider_than_allowed():
    lines = wrapped("Thông qua biểu tổng hợp kết quả", 10, 80)
    assert " ".join(lines) == "Thông qua biểu tổng hợp kết quả"
    assert all(width(line, 10) <= 80 for line in lines)


def test_one_long_word_is_not_broken():
    assert wrapped("a" * 50 + " b", 10, 80) == ("a" * 50, "b")


def test_no_text_has_no_lines_and_no_size():
    assert wrapped("", 10, 80) == ()
    assert block((), 10) == (0, 0)
