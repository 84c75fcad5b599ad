"""The way of the cases of each programme: registered, submitted, and what became of them."""

from fractions import Fraction

from documents.charts.bars import Bar, Group, bars
from documents.charts.inks import CROSSED, HATCHED, OPEN, PALE, SOLID, STRIPED
from documents.review.chart import Figure, Told, drawings
from documents.review.grouping import Summed, column, has, heading, labels, limited, sums, told
from documents.review.numbers import number, said
from projections.review.tables import Table
from words.language import say

STEPS = {
    "registered": OPEN,
    "submitted": PALE,
    "passed": SOLID,
    "failed": HATCHED,
    "withdrawn": STRIPED,
    "revoked": CROSSED,
}
MOST = 6


def funnel(table: Table, language: str) -> Figure | None:
    """The programmes with most cases first."""
    if not has(table, "programme", "cases", *STEPS):
        return None
    found = sums(table, "programme", ("cases", *STEPS))
    found.sort(key=lambda each: (-each.sums["cases"], str(each.key)))
    drawn = found[:MOST]
    title = say("review.funnel", language)
    what = Told("funnel", title, _description(table, drawn, language), language)
    groups = [_group(table, each, language) for each in drawn]
    note = limited(len(found), len(drawn), language)
    return Figure(
        "funnel",
        title,
        drawings(what, lambda about: bars(about, groups)),
        note,
        _table(table, found),
    )


def _group(table: Table, each: Summed, language: str) -> Group:
    found = [
        Bar(heading(table, name, language), Fraction(value), number(value, language), STEPS[name])
        for name, value in each.sums.items()
        if name in STEPS
    ]
    return Group(said(each.key, language), found)


def _description(table: Table, found: list[Summed], language: str) -> str:
    words = labels(table, ("cases", *STEPS), language)
    return "; ".join(
        f"{said(each.key, language)}: {told(each.sums, words, language)}" for each in found
    )


def _table(table: Table, found: list[Summed]) -> Table:
    columns = [column(table, name) for name in ("programme", "cases", *STEPS)]
    rows = [(each.key, *each.sums.values()) for each in found]
    return Table("funnel", columns, rows, key="review.funnel")
