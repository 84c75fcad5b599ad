"""What people read in a review beside its figures: what was owed in its rounds, and the clauses its rows rest on.

Neither is part of what a seal is the seal of (`application.commands.sealing`): the figures of a sealed year stay those
that they were when it was sealed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.clauses import clauses
from application.questions.defaults import defaults
from application.questions.step_basis import words_of
from application.running.world import LedgerWorld
from domain.owing.owed import Asked, owed
from domain.programme.basis import basis_of
from domain.programme.labels import Label
from projections.review.collecting.words import keyed, worded
from projections.review.groups import rounds_of, speaks_of
from projections.review.tables import Table
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from application.running.system import System
    from domain.owing.owed import Owed
    from projections.review.collecting.year import Year
    from projections.review.groups import RoundOf

OWED = (
    Column("programme", "programme"), Column("period"), Column("what", word="owed"),
    Column("month", "ordinal", word="owed_month"), Column("unit", "unit", word="unit_name"),
    Column("organs", "organ", word="owed_by"),
    Column("due_on", "date"), Column("done_on", "date"), Column("owed_state"), Column("clause", "list"),
)  # fmt: skip
BASIS = (
    Column("programme", "programme"), Column("table"), Column("what", word="rests_on_what"),
    Column("clause", "list"), Column("clause_text"),
)  # fmt: skip
STATES = {
    code: keyed(f"owed.{code}", f"choice.owed.{code}")
    for code in ("open", "done", "late", "done_late", "missing")
}
_TABLES = ("targets", "quotas", "deadlines", "recognitions", "revoked")


def told_beside(system: System, year: Year) -> list[Table]:
    """The tables after those of the review: what was owed by its day, as known at its position; what rows rest on."""
    world = LedgerWorld(system.app, year.asked.as_of, upto=year.upto)
    owing = [row for of in rounds_of(year) for row in _owed(of, world)]
    basis = [row for of in rounds_of(year) for row in _basis(of)]
    return [
        Table("owed", OWED, owing),
        Table("basis", BASIS, list({row[:3]: row for row in basis}.values())),
    ]


def _owed(of: RoundOf, world: LedgerWorld) -> Iterator[tuple[Any, ...]]:
    on = world.today
    for each in owed(Asked(of.programme, of.state, on, world)):
        yield _row(of, each, STATES[each.state_on(on)])


def _row(of: RoundOf, each: Owed, state: str) -> tuple[Any, ...]:
    return (
        of.state.programme,
        of.state.period,
        worded(each.code, each.label),
        each.month or None,
        each.unit,
        each.organs,
        each.due_on,
        each.done_on,
        state,
        basis_of(each.label),
    )


def _basis(of: RoundOf) -> Iterator[tuple[Any, ...]]:
    """Every target and quota of the round, every deadline, title and ground of the programme, with its clauses."""
    programme, period = of.programme, of.state.period
    speaking: dict[str, Mapping[str, Any]] = {
        "targets": {k: each for k, each in programme.targets.items() if speaks_of(each, period)},
        "quotas": {k: each for k, each in programme.quotas.items() if speaks_of(each, period)},
        "deadlines": programme.deadlines,
        "recognitions": programme.titles,
        "revoked": programme.revocation.grounds,
    }
    for table in _TABLES:
        for code, record in speaking[table].items():
            if found := basis_of(record):
                said = keyed(table, f"table.{table}")
                words = worded(", ".join(found), _words(found))
                yield of.state.programme, said, worded(code, record), found, words


def _words(basis: list[str]) -> Label:
    """The guideline's own words, in English the gist of them; of a default what is assumed and why."""
    vi = "\n".join(text for _, text in words_of(basis, "vi"))
    return Label(vi=vi, en="\n".join(map(_gist, basis)))


def _gist(basis: str) -> str:
    clause, default = clauses().get(basis), defaults().get(basis)
    if default is not None:
        return f"{default.en}\n{default.why.en}"
    return clause.en if clause else ""
