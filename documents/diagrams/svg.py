"""A workflow as an SVG drawing: one file, no scripts, no styles, the same bytes every time."""

from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from documents.diagrams.drawing.picture import picture
from documents.diagrams.drawing.placing import Box
from documents.diagrams.drawing.ports import Point
from documents.diagrams.drawing.routing import Label, Route
from documents.diagrams.drawing.slots import BOX_TEXT, PADDING, SMALL_TEXT
from documents.diagrams.drawing.text_size import LINE
from documents.diagrams.layout import Layout, layout
from workflow.definition import Definition

INK, LINE_INK, BACK_INK, PAPER = "#1f2933", "#52606d", "#9a4a12", "#ffffff"
# Attributes, not a style sheet: inlined in a page it must neither leak nor need an exception.
LOOKS = {
    "start": 'fill="#1f3a5f" stroke="#1f3a5f"',
    "stage": 'fill="#f3f6fa" stroke="#52606d"',
    "resting": 'fill="#e6f2e8" stroke="#2f6b3a" stroke-width="1.5"',
    "any": 'fill="#fbfaf5" stroke="#8a8370" stroke-dasharray="5 4"',
}
FACES = "Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif"
ARROW, HALF_ARROW, CORNER = 9.0, 4.0, 8.0


def svg(definition: Definition, lang: str = "vi", *, title: str = "") -> str:
    """The diagram as SVG text, with labels in one language."""
    shown = picture(definition, lang, title=title)
    plan = layout(shown)
    lines = [
        *_head(plan, shown.title, shown.description, lang),
        *(line for route in plan.routes for line in _route(route)),
        *(line for route in plan.routes for line in _label(route.label, back=route.back)),
        *(line for box in plan.boxes for line in _box(box)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _head(plan: Layout, title: str, description: str, lang: str) -> list[str]:
    wide, high = _n(plan.width), _n(plan.height)
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    words = f'xml:lang={quoteattr(lang)} font-family="{FACES}"'
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} {words}>',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(description)}</desc>",
        f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>',
    ]


def _box(box: Box) -> Iterator[str]:
    round_corner = box.height / 2 if box.node.kind == "start" else 6
    yield _rect(box, 0, round_corner, LOOKS[box.node.kind])
    if box.node.kind == "resting":
        yield _rect(box, 3, 4, 'fill="none" stroke="#2f6b3a" stroke-width="0.8"')
    ink = PAPER if box.node.kind == "start" else INK
    middle, top = box.x + box.width / 2, box.y + PADDING
    weight = ' font-weight="600"'
    yield from _text(
        box.lines, (middle, top), BOX_TEXT, f'fill="{ink}" text-anchor="middle"{weight}'
    )
    top += len(box.lines) * BOX_TEXT * LINE + PADDING / 2
    yield from _text(box.small, (box.x + PADDING, top), SMALL_TEXT, f'fill="{ink}"')


def _rect(box: Box, inset: float, corner: float, look: str) -> str:
    return (
        f'<rect x="{_n(box.x + inset)}" y="{_n(box.y + inset)}" '
        f'width="{_n(box.width - 2 * inset)}" height="{_n(box.height - 2 * inset)}" '
        f'rx="{_n(corner)}" {look}/>'
    )


def _label(label: Label, *, back: bool) -> Iterator[str]:
    """The words on a patch of paper, so that the line does not run through them."""
    left, top = label.x - label.width / 2, label.y - label.height / 2
    yield (
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(label.width)}" '
        f'height="{_n(label.height)}" rx="3" fill="{PAPER}"/>'
    )
    look = f'fill="{BACK_INK if back else INK}" text-anchor="middle"'
    yield from _text(label.lines, (label.x, top + 2), SMALL_TEXT, look)


def _text(lines: tuple[str, ...], top: Point, size: float, look: str) -> Iterator[str]:
    x, y = top
    for number, line in enumerate(lines):
        base = y + size * (number * LINE + 1)
        yield (
            f'<text x="{_n(x)}" y="{_n(base)}" font-size="{_n(size)}" {look}>{escape(line)}</text>'
        )


def _route(route: Route) -> Iterator[str]:
    ink = BACK_INK if route.back else LINE_INK
    dashes = ' stroke-dasharray="6 3"' if route.back else ""
    path = _cornered(route.points) if route.back else _curved(route.points)
    yield f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="1.4"{dashes}/>'
    yield f'<path d="{_head_of(route.points)}" fill="{ink}"/>'


def _curved(points: tuple[Point, ...]) -> str:
    """Straight down where nothing turns; else a curve that leaves and arrives straight down."""
    parts = [f"M{_pair(points[0])}"]
    for (x, y), (to_x, to_y) in pairwise(points):
        if x == to_x:
            parts.append(f"L{_pair((to_x, to_y))}")
        else:
            half = (y + to_y) / 2
            parts.append(f"C{_pair((x, half))} {_pair((to_x, half))} {_pair((to_x, to_y))}")
    return " ".join(parts)


def _cornered(points: tuple[Point, ...]) -> str:
    """Straight lines with rounded corners."""
    parts = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        parts.append(f"L{_pair(_towards(corner, before))} Q{_pair(corner)} ")
        parts[-1] += _pair(_towards(corner, after))
    return " ".join([*parts, f"L{_pair(points[-1])}"])


def _towards(corner: Point, other: Point) -> Point:
    """A little way from a corner along a horizontal or vertical line, at most half of it."""
    (x, y), (to_x, to_y) = corner, other
    far = abs(to_x - x) + abs(to_y - y)
    part = min(CORNER, far / 2) / far
    return x + (to_x - x) * part, y + (to_y - y) * part


def _head_of(points: tuple[Point, ...]) -> str:
    """The tip of an arrow: its last line is horizontal or vertical."""
    (x, y), (tip_x, tip_y) = points[-2:]
    far = abs(tip_x - x) + abs(tip_y - y)
    across, down = (tip_x - x) / far, (tip_y - y) / far
    foot_x, foot_y = tip_x - across * ARROW, tip_y - down * ARROW
    left = (foot_x - down * HALF_ARROW, foot_y + across * HALF_ARROW)
    right = (foot_x + down * HALF_ARROW, foot_y - across * HALF_ARROW)
    return f"M{_pair(points[-1])} L{_pair(left)} L{_pair(right)} Z"


def _pair(point: Point) -> str:
    return f"{_n(point[0])},{_n(point[1])}"


def _n(number: float) -> str:
    """A number in as few characters as a drawing needs."""
    return f"{number:.1f}".removesuffix(".0")
