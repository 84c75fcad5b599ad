"""What became of the cases under each superior body."""

from fractions import Fraction
from typing import NamedTuple

from documents.charts.inks import HATCHED, OPEN, SOLID, STRIPED
from documents.charts.stacked_bars import Part, Whole, stacked_bars
from documents.review.chart import Figure, Told, drawings
from documents.review.grouping import column, has, labels, limited, named, sums, told
from documents.review.numbers import number
from projections.review.tables import Table
from words.language import say
from words.tables import Column

DECIDED = {"passed": SOLID, "failed": HATCHED, "withdrawn": STRIPED}
MOST = 12


class Body(NamedTuple):
    """A superior body; `open` are its cases without an outcome."""

    code: str
    name: str
    values: dict[str, int]
    cases: int


def outcomes(table: Table, language: str) -> Figure | None:
    """The bodies with most cases first."""
    if not has(table, "superior", "superior_name", "cases", *DECIDED):
        return None
    found = sorted(_bodies(table), key=lambda body: (-body.cases, body.name, body.code))
    drawn = found[:MOST]
    title, words = say("review.outcomes", language), _labels(table, language)
    parts = [Part(words[name], ink) for name, ink in {**DECIDED, "open": OPEN}.items()]
    wholes = [_whole(body, words, language) for body in drawn]
    described = "; ".join(f"{whole.name}: {whole.note}" for whole in wholes)
    what = Told("outcomes", title, described, language)
    drawing = drawings(what, lambda about: stacked_bars(about, parts, wholes))
    note = limited(len(found), len(drawn), language)
    return Figure("outcomes", title, drawing, note, _table(table, found))


def _bodies(table: Table) -> list[Body]:
    names = {
        row["superior"]: row["superior_name"] for row in named(table, ("superior", "superior_name"))
    }
    return [
        _body(each.key, names[each.key], each.sums)
        for each in sums(table, "superior", ("cases", *DECIDED))
    ]


def _body(code: str | None, name: str | None, summed: dict[str, int]) -> Body:
    cases, values = summed["cases"], {each: summed[each] for each in DECIDED}
    still = max(cases - sum(values.values()), 0)
    return Body(code or "", name or "", {**values, "open": still}, cases)


def _labels(table: Table, language: str) -> dict[str, str]:
    return {**labels(table, DECIDED, language), "open": say("review.open", language)}


def _whole(body: Body, words: dict[str, str], language: str) -> Whole:
    values = [Fraction(value) for value in body.values.values()]
    name = body.name or body.code or say("review.no_superior", language)
    note = told(body.values, words, language)
    return Whole(name, values, number(body.cases, language), note)


def _table(table: Table, found: list[Body]) -> Table:
    opened = Column("open", "number", word="open_cases")
    names = ("superior", "superior_name", "cases", *DECIDED)
    columns = [*(column(table, name) for name in names), opened]
    rows = [(body.code, body.name, body.cases, *body.values.values()) for body in found]
    return Table("outcomes", columns, rows, key="review.outcomes")
