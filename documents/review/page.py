"""The year-end review as one page: no script, nothing fetched, the same bytes for the same review."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from documents.review.chart import Figure
from documents.review.charts_of_table import figures
from documents.review.grid import Grid, grid
from documents.review.heading import facts, simulated, title
from documents.review.in_words import in_words
from documents.review.summary import summary
from projections.review.tables import Review, Table
from words.language import say


class Drawn(NamedTuple):
    """A chart with the table of its figures, unless the section's own table holds them."""

    name: str
    title: str
    note: str
    drawings: dict[str, Markup]
    grid: Grid | None


class Section(NamedTuple):
    """One table of the review with its charts."""

    grid: Grid
    charts: list[Drawn]


def page(review: Review, language: str) -> str:
    """The review as HTML, in `vi` or `en`."""
    tables = [in_words(table, language, review.names) for table in review.tables]
    return _template().render(
        language=language,
        review=review,
        title=title(review, language),
        mark=simulated(review, language),
        facts=facts(review, language),
        sentences=summary(tables, language),
        sections=[section(table, language) for table in tables],
        say=lambda key: say(f"review.{key}", language),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("documents"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("review.html.j2")


def section(table: Table, language: str) -> Section:
    """A table in words already, with its charts."""
    charts = [_drawn(figure, language) for figure in figures(table, language)]
    return Section(grid(table, language), charts)


def _drawn(figure: Figure, language: str) -> Drawn:
    # Built as a tree in documents/charts, which escapes all text.
    drawings = {name: Markup(svg) for name, svg in figure.drawings.items()}  # noqa: S704 -- see above
    return Drawn(figure.name, figure.title, figure.note, drawings, _figures_of(figure, language))


def _figures_of(figure: Figure, language: str) -> Grid | None:
    if figure.table is None:
        return None
    found = grid(figure.table, language)
    title = say("review.chart_of", language, title=figure.title)
    return found._replace(name=f"{figure.name}-figures", title=title)
