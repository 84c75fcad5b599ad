"""Each clause of the five guidelines with what it does and the test that breaks it: `scripts/clauses`."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from application.intake.programme_files import load

CLAUSES = Path(__file__).parents[1] / "programmes" / "clauses"
TEST = "tests/clauses/test_obeyed.py::test_a_broken_clause_does_what_it_says[{}]"
DOES = {"refuses", "scores", "knocks out", "marks late", "opens a duty", "is shown"}
NEEDS_NONE = "needs no system"


class Row(NamedTuple):
    """A clause, what it does, and the test that broke it, or the reason why it needs none."""

    clause: str
    does: str
    seen_by: str


def does_of(clause: str) -> list[str]:
    """What the catalogue says that a clause does; nothing where no test breaks it yet."""
    said = _catalogue()[clause].get("does", [])
    return said if isinstance(said, list) else [said]


def rows() -> list[Row]:
    """Every clause in the order of the catalogue."""
    return [_row(clause) for clause in _catalogue()]


def _row(clause: str) -> Row:
    reason = _background().get(clause)
    if reason:
        return Row(clause, NEEDS_NONE, reason["en"])
    does = does_of(clause)
    return Row(clause, ", ".join(does), TEST.format(clause) if does else "")


@cache
def _catalogue() -> dict[str, Any]:
    return dict(load(CLAUSES / "clauses.yaml")[0])


@cache
def _background() -> dict[str, Any]:
    return dict(load(CLAUSES / "background.yaml")[0])


def main() -> None:
    """Print a table for each guideline, and how many clauses do what."""
    console = Console(width=150)
    found = rows()
    for guideline in dict.fromkeys(row.clause[:2] for row in found):
        table = Table("clause", "does", "broken by", title=guideline)
        for row in found:
            if row.clause.startswith(guideline):
                table.add_row(row.clause, row.does or "–", row.seen_by or "no test yet")
        console.print(table)
    for does, count in Counter(row.does or "no test yet" for row in found).most_common():
        console.print(f"{count:>4}  {does}")


if __name__ == "__main__":
    main()
