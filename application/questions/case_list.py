"""The list of cases: narrowed down as people say it, sorted, cut into pages, counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions import moments
from application.questions.cases import world_of
from application.questions.filters import (
    in_codes,
    outcomes_named,
    periods_named,
    stages_named,
    subjects_of,
    units_asked,
)
from application.questions.narrowed import narrowed
from application.questions.pages import Listed, Page, Question
from projections.cases.case_list import CASES, ORDERS, CaseFilter, CaseRow, shown
from projections.cases.known_at import cases_known_at
from projections.engine import catch_up
from projections.machinery.listing import in_memory
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from application.running.system import System

COLUMNS = (
    Column("unit", "code"), Column("subject", "subject"), Column("period"), Column("stage", "stage"),
    Column("outcome", "level"), Column("waiting_for", "role"), Column("due_on", "date"),
    Column("late", "yes_no"),
)  # fmt: skip
"""What a list of cases shows people, in order; `CaseRow` has more."""
Names = tuple[str, ...]


class CasesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the cases have that are listed: of each set that names any, one.

    Programmes, stages and outcomes are codes, or the words that screens show for them. `under` is a
    unit with everything below it today, `persons` the members whom cases are about, `organs` those that
    the cases wait for. `search` are words of
    the unit, the member, or the number of a decision, and the period. `within` are the only units of which cases may
    be shown; None for all.
    """

    cases: Names = ()
    programmes: Names = ()
    periods: Names = ()
    stages: Names = ()
    outcomes: Names = ()
    units: Names = ()
    under: str = ""
    persons: Names = ()
    organs: Names = ()
    late: bool | None = None
    due_before: date | None = None
    search: str = ""
    within: frozenset[str] | None = None


def case_list(
    system: System,
    asked: CasesAsked,
    page: Page,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
) -> Listed[CaseRow]:
    """A page of the cases that fit; refuses what is no filter, no sort key, no mark of this list."""
    asked = in_codes(system, asked)
    question = Question("cases", asked, page, ORDERS)
    order, wanted = question.order, _filter(system, asked)
    if known_at is None and as_of is None:
        on = system.today()
        catch_up(system.ledger)
        with system.ledger.connection() as connection:
            criteria = wanted.criteria(on)
            listed = CASES.page(connection, criteria, order, question.after, question.wanted)
    else:
        on = moments.as_of(system, known_at, as_of)
        end = known_at or system.ledger.head().position
        [case] = asked.cases if len(asked.cases) == 1 else [""]
        known = cases_known_at(system.ledger, end, wanted.criteria(on), as_of=as_of, case=case)
        listed = in_memory(known, (), order, question.after, question.wanted)
    records, mark = question.listed(listed)
    return Listed([shown(record, on) for record in records], mark)


class StageCount(msgspec.Struct, frozen=True):
    """How many of the cases that fit are at a stage of a programme; `programme_version` calls it what it is called."""

    programme: str
    stage: str
    cases: int
    programme_version: str


COUNT_COLUMNS = (
    Column("programme", "programme"),
    Column("stage", "stage"),
    Column("cases", "number"),
)


def case_counts(system: System, asked: CasesAsked) -> list[StageCount]:
    """How many cases fit, by programme and stage; those of every stage together are the sum.

    A stage that two versions of a programme call by the same words is counted once.
    """
    asked = in_codes(system, asked)
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        criteria = _filter(system, asked).criteria(system.today())
        counted = CASES.count(connection, criteria, ["programme", "version", "stage"])
    return _by_words(system, counted)


def _by_words(system: System, counted: Mapping[tuple[str, ...], int]) -> list[StageCount]:
    world = world_of(system)
    found: dict[tuple[str, str, str], StageCount] = {}
    for (programme, version, stage), cases in sorted(counted.items()):
        edition = world.edition(programme, version)
        key = programme, stage, str(edition and edition.programme.stages.get(stage))
        before = found[key].cases if key in found else 0
        found[key] = StageCount(programme, stage, before + cases, version)
    return list(found.values())


def _filter(system: System, asked: CasesAsked) -> CaseFilter:
    found = narrowed(system, asked.search)
    return CaseFilter(
        cases=frozenset(each.removeprefix("case:") for each in asked.cases),
        programmes=frozenset(asked.programmes),
        periods=periods_named(asked.periods),
        periods_found=found.periods if found else frozenset(),
        found=found.found if found else None,
        stages=stages_named(system, asked.stages),
        outcomes=outcomes_named(asked.outcomes),
        units=_within(units_asked(system, asked.units, asked.under), asked.within),
        subjects=subjects_of(asked.persons),
        organs=frozenset(asked.organs),
        late=asked.late,
        due_before=asked.due_before,
    )


def _within(units: frozenset[str] | None, within: frozenset[str] | None) -> frozenset[str] | None:
    """Of the units that are asked for, those that may be shown."""
    return within if units is None else units if within is None else units & within
