"""Judgements on a line: each where its value is, on one scale that holds zero."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from documents.charts.dots import Judge, Judged, dots
from documents.charts.shapes import DIAMOND, DOT, RING
from tests.documents.charts import looking

JUDGES = [Judge("Tự chấm", RING), Judge("Thẩm định", DIAMOND), Judge("Quyết định", DOT)]
VALUE = st.none() | st.fractions(-20, 100, max_denominator=60)
ROWS = st.lists(
    st.builds(
        Judged,
        st.text(st.sampled_from("Tiêu chí mẫu 1 <&>"), max_size=150),
        st.text(st.sampled_from("Tự chấm 12,5 · "), max_size=60),
        st.lists(VALUE, min_size=3, max_size=3),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


def drawn(rows, room=316):
    return looking.read(dots(looking.about(room), JUDGES, rows, lambda value: str(round(value))))


@given(ROWS, st.sampled_from([316, 600]))
def test_nothing_sticks_out(rows, room):
    root = drawn(rows, room)
    half = Fraction(8 * 100, room)

    assert looking.sticking_out(root, room) == []
    assert all(half <= across <= 100 - half for across, _ in looking.shapes(root))


@given(ROWS)
def test_a_shape_stands_where_its_value_is(rows):
    values = [value for row in rows for value in row.values if value is not None]
    found = looking.shapes(drawn(rows))
    low, high = min([0, *values]), max([0, *values])
    long = (high - low) or 1

    assert len(found) == len(values)
    for (across, _), value in zip(found, values, strict=True):
        assert abs(across - 3 - Fraction(94) * (value - low) / long) <= Fraction(1, 500)


def test_judges_of_one_row_stand_on_one_line():
    found = looking.shapes(drawn([Judged("I.1", "", [Fraction(1), Fraction(2), Fraction(3)])]))

    assert len({down for _, down in found}) == 1


def test_whoever_did_not_judge_has_no_shape():
    assert len(looking.shapes(drawn([Judged("I.1", "", [Fraction(1), None, None])]))) == 1


def test_shapes_that_coincide_are_still_three():
    paths = {RING.path, DIAMOND.path, DOT.path}

    assert len(paths) == 3
    assert RING.fill == DIAMOND.fill == "none"
