"""A layered drawing from the top down: boxes, routes and the size of the whole."""

import msgspec

from documents.diagrams.drawing.picture import Picture
from documents.diagrams.drawing.placing import MARGIN, Box, place
from documents.diagrams.drawing.routing import Route, routes


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Everything with its coordinates, in units of a pixel; y grows downwards."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]


def layout(shown: Picture) -> Layout:
    """The same picture always gives the same layout."""
    places = place(shown)
    drawn = routes(places)
    right = [box.right for box in places.boxes]
    right += [route.label.x + route.label.width / 2 for route in drawn]
    right += [x for route in drawn for x, _ in route.points]
    low = [box.bottom for box in places.boxes]
    low += [y for route in drawn for _, y in route.points]
    return Layout(
        width=max(right) + MARGIN,
        height=max(low) + MARGIN,
        boxes=places.boxes,
        routes=drawn,
    )
