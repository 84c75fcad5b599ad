"""The year in a few sentences, from the tables that are there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from documents.review.grouping import coded, has, named
from documents.review.inflation import widest
from documents.review.numbers import number, share
from projections.review.tables import Table
from words.language import say

COUNTED = (
    "cases", "registered", "submitted", "passed", "failed", "withdrawn", "revoked", "standing", "late",
)  # fmt: skip


def summary(tables: Iterable[Table], language: str) -> list[str]:
    """Sentences in the order of the tables; where there is nothing to tell, one sentence that says so."""
    said = [each for table in tables for each in _sentences(table, language)]
    return said or [say("review.nothing_said", language)]


def _sentences(table: Table, language: str) -> Iterator[str]:
    found = _SAID.get(table.name)
    return found(table, language) if found else iter(())


def _totals(table: Table, names: tuple[str, ...], language: str) -> dict[str, str]:
    rows = named(table, names)
    totals = dict.fromkeys(names, 0)
    for row in rows:
        for name in names:
            totals[name] += row[name] or 0
    return {name: number(total, language) for name, total in totals.items()}


def _counts(table: Table, language: str) -> Iterator[str]:
    if has(table, *COUNTED):
        totals = _totals(table, COUNTED, language)
        for key in ("counts_said", "outcomes_said", "revoked_said", "late_said"):
            yield say(f"review.{key}", language, **totals)


def _deadlines(table: Table, language: str) -> Iterator[str]:
    if has(table, "due", "kept"):
        due = sum(row["due"] or 0 for row in named(table, ("due",)))
        kept = sum(row["kept"] or 0 for row in named(table, ("kept",)))
        if due:
            part = share(Fraction(kept, due), language)
            values = {"due": number(due, language), "kept": number(kept, language)}
            yield say("review.deadlines_said", language, part=part, **values)


def _targets(table: Table, language: str) -> Iterator[str]:
    if has(table, "met"):
        met = sum(bool(row["met"]) for row in named(table, ("met",)))
        values: dict[str, Any] = {"met": met, "count": len(table.rows)}
        yield say("review.targets_said", language, **values)


def _inflation(table: Table, language: str) -> Iterator[str]:
    found = widest(table)
    if found:
        own, *others = (number(mean, language) for mean in found.means if mean is not None)
        criterion = coded(found.criterion, language)
        yield say("review.inflation_said", language, criterion=criterion, own=own, last=others[-1])


def _length(table: Table, language: str) -> Iterator[str]:
    if table.rows:
        yield say(f"review.{table.name}_said", language, count=number(_length_of(table), language))


def _length_of(table: Table) -> int:
    """An act that changed several fields has several rows, and one position."""
    if has(table, "position"):
        return len({row["position"] for row in named(table, ("position",))})
    return len(table.rows)


_SAID: Mapping[str, Callable[[Table, str], Iterator[str]]] = {
    "counts": _counts,
    "deadlines": _deadlines,
    "targets": _targets,
    "inflation": _inflation,
    "changes_after_submission": _length,
    "not_nominated": _length,
    "after_the_seal": _length,
}
