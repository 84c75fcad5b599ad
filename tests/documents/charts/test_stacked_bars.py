"""Bars of parts: the parts lie end to end and come to the whole."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from documents.charts.inks import HATCHED, OPEN, SOLID
from documents.charts.stacked_bars import Part, Whole, stacked_bars
from tests.documents.charts import looking

PARTS = [
    Part("Được công nhận", SOLID),
    Part("Không công nhận", HATCHED),
    Part("Chưa có kết quả", OPEN),
]
VALUES = st.lists(st.integers(0, 300_000), min_size=3, max_size=3)
NAMES = st.text(st.sampled_from("Đảng ủy xã mẫu 1 <&>"), max_size=120)
WHOLES = st.lists(
    st.builds(
        lambda name, values, note: Whole(name, [*map(Fraction, values)], str(sum(values)), note),
        NAMES, VALUES, NAMES,
    ),
    min_size=1, max_size=8,
)  # fmt: skip
ROOMS = st.sampled_from([316, 600])


def drawn(wholes, room=316):
    return looking.read(stacked_bars(looking.about(room), PARTS, wholes))


@given(WHOLES, ROOMS)
def test_nothing_sticks_out(wholes, room):
    assert looking.sticking_out(drawn(wholes, room), room) == []


@given(WHOLES)
def test_parts_lie_end_to_end_from_zero_in_proportion(wholes):
    found = looking.bars(drawn(wholes))
    greatest = max(whole.total for whole in wholes)
    for whole in wholes:
        at = None
        for value in filter(None, whole.values):
            left, width, *_ = found.pop(0)
            assert at is None or abs(left - at) <= Fraction(1, 500)
            assert abs(width / value * greatest - _full(316)) <= Fraction(greatest, 500 * value)
            at = left + width
    assert found == []


def _full(room):
    """What the greatest total is drawn as: all but the left edge and room for a figure."""
    return 100 - 1 - Fraction(100 * 62, room)


@given(WHOLES)
def test_a_part_is_painted_in_its_own_ink(wholes):
    fills = [fill for *_, fill in looking.bars(drawn(wholes))]
    inks = ["#1f3a5f", "url(#chart-hatched)", "#ffffff"]

    assert fills == [
        ink for whole in wholes for ink, value in zip(inks, whole.values, strict=True) if value
    ]


def test_the_key_names_every_part():
    root = drawn([Whole("Một đơn vị", [Fraction(1)] * 3, "3", "")])

    assert {each.text for each in looking.words(root, 316)} >= {part.label for part in PARTS}


def test_nothing_at_all_is_drawn_as_nothing():
    assert looking.bars(drawn([Whole("Một đơn vị", [Fraction(0)] * 3, "0", "")])) == []
