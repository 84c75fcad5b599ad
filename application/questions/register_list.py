"""The register of recognitions as a list: narrowed down, sorted, page by page, on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from application.questions import moments
from application.questions.cases import rules_of_cases
from application.questions.filters import (
    Names,
    in_codes,
    periods_named,
    subjects_of,
    units_asked,
)
from application.questions.narrowed import narrowed
from application.questions.pages import Listed, Page, Question
from projections.cases.known_at import recognitions_known_at
from projections.cases.register import REGISTER
from projections.cases.register_list import (
    ORDERS,
    RegisterFilter,
    RegisterRow,
    from_database,
    from_records,
    rows_on,
)
from projections.engine import catch_up
from projections.machinery.finding import records_of
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from application.running.system import System

COLUMNS = (
    Column("subject", "subject"), Column("title", "title"), Column("period"),
    Column("decision_number"), Column("effective_on", "date"), Column("decided_by", "organ"),
    Column("standing", "yes_no"), Column("revoked_on", "date"),
)  # fmt: skip
"""What the register shows people, in order; `RegisterRow` has more."""


class RegisterAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the recognitions have that are listed: of each set that names any, one.

    `under` is a unit with everything below it today, `persons` the members who were recognised.
    `standing` is as of the day asked about; `search` are words of the unit, the member or the number. Of the
    members of units outside `within` nothing is shown but what is about `reader`; None shows all.
    """

    programmes: Names = ()
    periods: Names = ()
    units: Names = ()
    under: str = ""
    persons: Names = ()
    standing: bool | None = None
    search: str = ""
    within: frozenset[str] | None = None
    reader: str = ""


def register_list(
    system: System,
    asked: RegisterAsked,
    page: Page,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
) -> Listed[RegisterRow]:
    """A page of the register on a day; all the decisions of a case are on one page.

    Refuses what is no filter, no sort key, no mark of this list.
    """
    asked = in_codes(system, asked)
    question = Question("register", asked, page, ORDERS)
    wanted, on = _filter(system, asked), moments.as_of(system, known_at, as_of)
    args = (wanted, question.order, on, question.after, question.size)
    if known_at is not None:
        known = recognitions_known_at(system.ledger, known_at)
        rows, key = rows_on(from_records(known, wanted, question.order), *args)
    else:
        catch_up(system.ledger)
        with system.ledger.connection() as connection:
            rows, key = rows_on(from_database(connection, wanted, question.order), *args)
    return Listed(rows, question.mark(key) if key else "")


def fallen_since(system: System, found: Listed[RegisterRow]) -> int:
    """How many recognitions that stand on the page stand no more today, as the log knows now."""
    then = {row.case: row for row in found.rows if row.standing}
    streams = frozenset(f"case:{case}" for case in then)
    wanted = RegisterFilter(found=(streams, frozenset(), frozenset()))
    order = Question("register", RegisterAsked(), Page(), ORDERS).order
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        ask = from_database(connection, wanted, order)
        rows, _ = rows_on(ask, wanted, order, system.today(), None, None)
    standing = {row.case for row in rows if row.standing}
    return len(then.keys() - standing)


def in_own_words(system: System, found: Listed[RegisterRow]) -> Listed[dict[str, Any]]:
    """A page for people: each row with the version of its programme, in whose words it is told."""
    under = rules_of_cases(system, {row.case for row in found.rows})
    rows = [
        {
            **msgspec.structs.asdict(row),
            "programme": under[row.case].programme,
            "programme_version": under[row.case].version,
        }
        for row in found.rows
    ]
    return Listed(rows, found.after)


def _filter(system: System, asked: RegisterAsked) -> RegisterFilter:
    found = narrowed(system, asked.search)
    return RegisterFilter(
        programmes=frozenset(asked.programmes),
        periods=periods_named(asked.periods),
        periods_found=found.periods if found else frozenset(),
        found=found.found if found else None,
        units=units_asked(system, asked.units, asked.under),
        subjects=subjects_of(asked.persons),
        standing=asked.standing,
        members_of=asked.within,
        reader=asked.reader,
    )


def revoked_since(system: System, cases: Iterable[str]) -> dict[str, date]:
    """Of each case the day from which its newest decision is revoked, as is known now; those alone that are."""
    catch_up(system.ledger)
    streams = {f"case:{case}" for case in cases}
    with system.ledger.connection() as connection:
        known = records_of(connection, REGISTER, streams)
    newest = {stream: record.decisions[-1] for stream, record in known.items() if record.decisions}
    return {
        stream.removeprefix("case:"): date.fromisoformat(ruling.revoked_on)
        for stream, ruling in newest.items()
        if ruling.revoked_on
    }
