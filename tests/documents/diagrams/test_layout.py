"""A drawing in which nothing lies over anything else, and every arrow touches its boxes."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from documents.diagrams.drawing.picture import picture
from documents.diagrams.layout import layout
from tests.workflow.lending import lending, tree
from tests.workflow.strategies import definitions, sound_definitions

EDGE = 0.11


def made(definition=None):
    return layout(picture(definition or lending()))


def box_of(plan, name):
    return next(box for box in plan.boxes if box.node.name == name)


def overlap(one, other):
    """Whether two (left, top, right, bottom) share more than an edge."""
    return (
        one[0] < other[2] - EDGE
        and other[0] < one[2] - EDGE
        and one[1] < other[3] - EDGE
        and other[1] < one[3] - EDGE
    )


def inside(one, other):
    return one[0] >= other[0] and one[1] >= other[1] and one[2] <= other[2] and one[3] <= other[3]


def frame(box):
    return box.x, box.y, box.right, box.bottom


def label_frame(route):
    label = route.label
    wide, high = label.width / 2, label.height / 2
    return label.x - wide, label.y - high, label.x + wide, label.y + high


def on_edge(point, box):
    x, y = point
    beside = min(abs(x - box.x), abs(x - box.right)) < EDGE and box.y - EDGE < y < box.bottom + EDGE
    above = min(abs(y - box.y), abs(y - box.bottom)) < EDGE and box.x - EDGE < x < box.right + EDGE
    return beside or above


def pieces(route):
    """The frames of the straight pieces and of the curves between them."""
    for (x, y), (to_x, to_y) in pairwise(route.points):
        yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def assert_readable(plan):
    things = [frame(box) for box in plan.boxes] + [label_frame(route) for route in plan.routes]
    assert not any(overlap(one, other) for one, other in combinations(things, 2))
    for route in plan.routes:
        assert on_edge(route.points[0], box_of(plan, route.arrow.source))
        assert on_edge(route.points[-1], box_of(plan, route.arrow.target))
        (x, y), (tip_x, tip_y) = route.points[-2:]
        assert (x == tip_x) != (y == tip_y)
        assert not any(overlap(piece, frame(box)) for piece in pieces(route) for box in plan.boxes)
    sheet = (0, 0, plan.width, plan.height)
    assert all(inside(thing, sheet) for thing in things)
    assert all(0 < x < plan.width and 0 < y < plan.height for r in plan.routes for x, y in r.points)


def test_the_lending_of_a_book_is_readable():
    assert_readable(made())


@settings(max_examples=60, deadline=None)
@given(definitions())
def test_no_box_or_label_overlaps_and_no_line_crosses_a_box(definition):
    assert_readable(made(definition))


@settings(max_examples=30, deadline=None)
@given(sound_definitions())
def test_every_arrow_is_drawn_once(definition):
    shown = picture(definition)
    drawn = sorted((r.arrow.source, r.arrow.target) for r in layout(shown).routes)
    assert drawn == sorted((arrow.source, arrow.target) for arrow in shown.arrows)


def test_a_stage_stands_below_those_that_lead_to_it():
    plan = made()
    tops = [box_of(plan, name).y for name in ("new", "asked", "lent", "overdue", "returned")]
    assert tops == sorted(tops)
    assert len(set(tops)) == 5


def test_an_arrow_that_leads_back_runs_outside_the_rows_it_passes():
    plan = made()
    (back,) = [route for route in plan.routes if route.back]
    assert (back.arrow.source, back.arrow.target) == ("overdue", "lent")
    passed = [box_of(plan, name) for name in ("overdue", "lent")]
    left, right = min(x for x, _ in back.points), max(x for x, _ in back.points)
    assert left < min(box.x for box in passed) or right > max(box.right for box in passed)


def test_an_arrow_that_leads_back_takes_the_side_that_is_open():
    stages = {name: {"vi": "Một giai đoạn", "en": "A stage"} for name in "abc"}
    steps = [
        {"step": "one", "from": "new", "to": "a"},
        {"step": "two", "from": "a", "to": "b"},
        {"step": "three", "from": "a", "to": "c"},
        {"step": "four", "from": "b", "to": "a"},
        {"step": "five", "from": "c", "to": "a"},
    ]
    plan = made(lending(stages=stages, steps=steps, required={}))
    back = {route.arrow.source: route for route in plan.routes if route.back}
    assert back["b"].points[0][0] == pytest.approx(box_of(plan, "b").x, abs=EDGE)
    assert back["c"].points[0][0] == pytest.approx(box_of(plan, "c").right, abs=EDGE)


def test_a_box_with_others_on_both_sides_lets_arrows_back_out_below():
    stages = {name: {"vi": "Một giai đoạn", "en": "A stage"} for name in "abcd"}
    steps = [
        {"step": "one", "from": "new", "to": "a"},
        *({"step": f"to_{name}", "from": "a", "to": name} for name in "bcd"),
        *({"step": f"from_{name}", "from": name, "to": "a"} for name in "bcd"),
    ]
    plan = made(lending(stages=stages, steps=steps, required={}))
    middle = sorted((box_of(plan, name) for name in "bcd"), key=lambda box: box.x)[1]
    back = next(r for r in plan.routes if r.arrow.source == middle.node.name)
    assert back.points[0][1] == pytest.approx(middle.bottom, abs=EDGE)
    assert_readable(plan)


def test_a_box_with_others_on_both_sides_lets_arrows_back_in_above():
    stages = {name: {"vi": "Một giai đoạn", "en": "A stage"} for name in "abcd"}
    steps = [
        *({"step": f"to_{name}", "from": "new", "to": name} for name in "abc"),
        {"step": "on", "from": "b", "to": "d"},
        {"step": "back", "from": "d", "to": "b"},
    ]
    plan = made(lending(stages=stages, steps=steps, required={}))
    left, middle, right = (box_of(plan, name) for name in "abc")
    assert left.x < middle.x < right.x
    (back,) = [route for route in plan.routes if route.back]
    assert back.points[-1][1] == pytest.approx(middle.y, abs=EDGE)
    assert_readable(plan)


def test_longer_words_make_a_larger_box():
    stages = {**tree()["stages"], "lost": {"vi": "Bị mất, không tìm thấy ở đâu", "en": "Lost"}}
    plain, longer = (box_of(made(d), "lost") for d in (lending(), lending(stages=stages)))
    assert longer.width > plain.width


def test_the_same_definition_always_gives_the_same_layout():
    assert made(lending()) == made(lending())
