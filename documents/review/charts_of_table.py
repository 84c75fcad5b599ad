"""The charts that each table of the review is drawn as, where it has the columns for them."""

from collections.abc import Callable, Mapping, Sequence

from documents.review.chart import Figure
from documents.review.deadlines import deadlines
from documents.review.funnel import funnel
from documents.review.inflation import met, points
from documents.review.outcomes import outcomes
from documents.review.streaks import streaks
from documents.review.targets import numbers, shares
from projections.review.tables import Table

Draw = Callable[[Table, str], Figure | None]
CHARTS: Mapping[str, Sequence[Draw]] = {
    "counts": (funnel, outcomes),
    "inflation": (points, met),
    "deadlines": (deadlines,),
    "targets": (shares, numbers),
    "streaks": (streaks,),
}


def figures(table: Table, language: str) -> list[Figure]:
    """The charts of a table, in order."""
    drawn = (draw(table, language) for draw in CHARTS.get(table.name, ()))
    return [figure for figure in drawn if figure is not None]
