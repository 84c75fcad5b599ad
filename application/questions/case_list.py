"""The list of cases: narrowed down as people say it, sorted, cut into pages, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions import moments, organisation
from application.questions.cases import world_of
from application.questions.pages import Listed, Page, Question, codes_named
from domain.refusals import Refusal, RefusedError, refusal, refuse_if_any
from projections.cases.case_list import CASES, ORDERS, CaseFilter, CaseRow, shown
from projections.cases.known_at import cases_known_at
from projections.engine import catch_up
from projections.machinery.listing import in_memory
from projections.organisation.unit_tree import at_or_below
from words.kinds import Labelled, unit, worded
from words.kinds import person as person_named
from words.language import say
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from domain.programme.model import Programme

COLUMNS = (
    Column("case", "case"), Column("programme", "programme"), Column("period", "period"),
    Column("subject", "subject"), Column("unit_name"), Column("stage", "stage"),
    Column("outcome", "level"), Column("waiting_for", "list"), Column("since", "date"),
    Column("due_on", "date"), Column("late", "yes_no"),
)  # fmt: skip
"""What a list of cases shows people, in order; `CaseRow` has more."""
OUTCOMES = ("PASS", "FAIL", "REVOKED")
Names = tuple[str, ...]


class CasesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the cases have that are listed: of each set that names any, one.

    Programmes, stages and outcomes are codes, or the words that screens show for them. `under` is a
    unit with everything below it today, `persons` the members whom cases are about.
    """

    cases: Names = ()
    programmes: Names = ()
    periods: Names = ()
    stages: Names = ()
    outcomes: Names = ()
    units: Names = ()
    under: str = ""
    persons: Names = ()
    late: bool | None = None
    due_before: date | None = None


def case_list(
    system: System,
    asked: CasesAsked,
    page: Page,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
) -> Listed[CaseRow]:
    """A page of the cases that fit; refuses what is no filter, no sort key, no mark of this list."""
    question = Question("cases", asked, page, ORDERS)
    order, wanted = question.order, _filter(system, asked)
    if known_at is None and as_of is None:
        on = system.today()
        catch_up(system.ledger)
        with system.ledger.connection() as connection:
            criteria = wanted.criteria(on)
            found = CASES.page(connection, criteria, order, question.after, question.wanted)
    else:
        on = moments.as_of(system, known_at, as_of)
        end = known_at or system.ledger.head().position
        [case] = asked.cases if len(asked.cases) == 1 else [""]
        known = cases_known_at(system.ledger, end, wanted.criteria(on), as_of=as_of, case=case)
        found = in_memory(known, (), order, question.after, question.wanted)
    records, mark = question.listed(found)
    return Listed([shown(record, on) for record in records], mark)


def case_counts(system: System, asked: CasesAsked) -> dict[str, int]:
    """How many cases fit, by stage; those of every stage together are the sum."""
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        criteria = _filter(system, asked).criteria(system.today())
        counted = CASES.count(connection, criteria, ["stage"])
    return {stage: number for (stage,), number in sorted(counted.items())}


def _filter(system: System, asked: CasesAsked) -> CaseFilter:
    programmes = [edition.programme for edition in organisation.editions(system)]
    under = at_or_below_known(system, asked.under) if asked.under else None
    refuse_if_any([*_unknown_units(system, asked), *_unknown_persons(system, asked)])
    return CaseFilter(
        cases=frozenset(each.removeprefix("case:") for each in asked.cases),
        programmes=frozenset(_programmes(programmes, asked)),
        periods=frozenset(asked.periods),
        stages=frozenset(_stages(programmes, asked)),
        outcomes=frozenset(codes_named(asked.outcomes, _outcomes())),
        units=_both(frozenset(asked.units) if asked.units else None, under),
        subjects=frozenset(f"member:{person}" for person in asked.persons),
        late=asked.late,
        due_before=asked.due_before,
    )


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """What is in both sets; None stands for everything."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def at_or_below_known(system: System, code: str) -> frozenset[str]:
    """A unit with everything below it today; refuses an unknown one."""
    if world_of(system).unit(code) is None:
        raise RefusedError([refusal("unit_unknown", unit=unit(code))])
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return at_or_below(connection, code, system.today())


def _unknown_units(system: System, asked: CasesAsked) -> Iterator[Refusal]:
    world = world_of(system)
    for code in asked.units:
        if world.unit(code) is None:
            yield refusal("unit_unknown", unit=unit(code))


def _unknown_persons(system: System, asked: CasesAsked) -> Iterator[Refusal]:
    world = world_of(system)
    for person in asked.persons:
        if world.person(person) is None:
            yield refusal("person_unknown", person=person_named(person))


def _programmes(programmes: Iterable[Programme], asked: CasesAsked) -> set[str]:
    known = {each.code: [each.name] for each in programmes}
    return codes_named(asked.programmes, known)


def _outcomes() -> dict[str, list[Labelled]]:
    words = {code: (say(f"level.{code}", "vi"), say(f"level.{code}", "en")) for code in OUTCOMES}
    return {code: [worded(vi, en)] for code, (vi, en) in words.items()}


def _stages(programmes: Iterable[Programme], asked: CasesAsked) -> set[str]:
    known: dict[str, list[Labelled]] = {}
    for programme in programmes:
        for code, label in getattr(programme, "stages", {}).items():
            known.setdefault(code, []).append(label)
    return codes_named(asked.stages, known)
