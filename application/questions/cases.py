"""Questions about cases, answered as plain rows for the screen, for JSON and for pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec

from application.questions import moments
from application.questions import year as reviewing
from application.questions.case_whole import whole
from application.questions.delegations import delegators
from application.questions.names import LogNames, Rules
from application.questions.step_basis import with_basis
from application.running.world import LedgerWorld, newest_world
from domain.case.as_of import as_of as state_as_of
from domain.case.ruling import standing
from domain.events.case import CaseOpened, CorrectionRecorded, RecognitionRevoked
from domain.refusal import RefusedError, refusal
from projections.cases import register as registered
from projections.cases import task_list as waiting
from projections.cases.as_of import in_effect
from projections.cases.case_list import CASES, CaseFilter, order_of, shown
from projections.cases.known_at import cases_known_at, register_known_at
from projections.engine import catch_up
from projections.machinery.codec import CODEC
from projections.machinery.listing import in_memory
from projections.story import blame as blamed
from projections.story import history as told
from words import kinds
from words.sentences import Names, nameless

if TYPE_CHECKING:
    from application.running.system import System
    from domain.case.state import Case
    from ledger.entry import Row

Rows = list[dict[str, Any]]


def world_of(system: System, known_at: int | None = None) -> LedgerWorld:
    """The log's facts as known now, or at the end of the commit that a position is in."""
    if known_at is None:
        return newest_world(system)
    return LedgerWorld(system.app, system.today(), upto=system.ledger.commit_end(known_at))


def cases(
    system: System, *, known_at: int | None = None, as_of: date | None = None, **named: str
) -> Rows:
    """List cases as `cases list --json` prints them; `named` are programme, period,
    stage, unit, case."""
    wanted = _wanted(**named)
    order, on = order_of("place"), system.today()
    if known_at is not None or as_of is not None:
        end, on = known_at or system.ledger.head().position, moments.as_of(system, known_at, as_of)
        known = cases_known_at(
            system.ledger, end, wanted.criteria(on), as_of=as_of, case=named.get("case", "")
        )
        listed = in_memory(known, (), order)
    else:
        catch_up(system.ledger)
        with system.ledger.connection() as connection:
            listed = CASES.page(connection, wanted.criteria(on), order)
    return [msgspec.structs.asdict(shown(case, on)) for case in listed]


def _wanted(
    *, programme: str = "", period: str = "", stage: str = "", unit: str = "", case: str = ""
) -> CaseFilter:
    return CaseFilter(
        programmes=frozenset([programme] if programme else []),
        periods=frozenset([period] if period else []),
        stages=frozenset([stage] if stage else []),
        units=frozenset([unit]) if unit else None,
        cases=frozenset([case] if case else []),
    )


def tasks(system: System, *, organ: str = "") -> Rows:
    """List who must act next on which case: since when, due when, whether late."""
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return waiting.tasks(connection, system.today(), organ=organ or None)


def register(system: System, *, known_at: int | None = None, as_of: date | None = None) -> Rows:
    """The register as `register --json` prints it, standing on a day."""
    on = moments.as_of(system, known_at, as_of)
    if known_at is not None:
        return register_known_at(system.ledger, known_at, on)
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return registered.register(connection, on)


def review(system: System, year: int, *, known_at: int | None = None) -> Rows:
    """The year's plain counts, folded from the log; refuses a year without rounds."""
    question = reviewing.Question(year, known_at=known_at)
    return reviewing.review(system, question).table("counts").dicts()


def stream_named(case: str) -> str:
    """The stream of a case by its id, with or without `case:`."""
    return case if case.startswith("case:") else f"case:{case}"


def history(
    system: System,
    case: str,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
    language: str = "vi",
    names: Names | None = None,
) -> Rows:
    """A case's history as `cases history --json` prints it; refuses an unknown case."""
    rows = _rows(system, case, known_at, as_of)
    texts = system.ledger.texts(row.position for row in rows)
    return told_of(system, rows, texts, language, names)


def told_of(
    system: System,
    rows: Sequence[Row],
    texts: Mapping[str, str | None],
    language: str,
    names: Names | None = None,
) -> Rows:
    """The history that rows of one case tell, with the names that the log knows now unless others are given."""
    lent = delegators(system.ledger, rows)
    entries = told.history(rows, texts, language, names or _names_of(system, rows), lent)
    return with_basis(entries, rows, world_of(system))


def _names_of(system: System, rows: Sequence[Row]) -> Names:
    """The names for the acts of one case, in the words of the rules under which it was opened."""
    names = LogNames(system)
    opened = next((row for row in rows if row.topic == CaseOpened.TOPIC), None)
    if opened is None:
        return names
    event = CODEC.decode(opened.topic, opened.state)
    return names.within(event.programme, event.version)


def blame(
    system: System,
    case: str,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
    language: str = "vi",
) -> Rows:
    """Who set each field of a case now in force; refuses an unknown case."""
    rows = _rows(system, case, known_at, as_of)
    return blamed.blame(rows, system.ledger.texts(row.position for row in rows), language)


def rules_of(system: System, case: str) -> Rules:
    """The version of its programme that a case is under; refuses an unknown case."""
    known = world_of(system).case(stream_named(case))
    return Rules(known.opened.programme, known.opened.version) if known else _unknown(case)


def rules_of_cases(system: System, cases: Collection[str]) -> dict[str, Rules]:
    """By the id of a case, the version of its programme that it is under; every id has to be there."""
    catch_up(system.ledger)
    criteria = CaseFilter(cases=frozenset(cases)).criteria(system.today())
    with system.ledger.connection() as connection:
        found = CASES.page(connection, criteria, order_of("place")) if cases else ()
    return {each.case: Rules(each.programme, each.version) for each in found}


def rules_asked(system: System, case: str, programme: str = "") -> Rules | None:
    """The rules of a case that may be there, or a programme's newest; None where neither is named."""
    known = world_of(system).case(stream_named(case)) if case else None
    if known is not None:
        return Rules(known.opened.programme, known.opened.version)
    return Rules(programme, "") if programme else None


def _rows(system: System, case: str, known_at: int | None, as_of: date | None) -> list[Row]:
    """The rows of a case known at a position; with `as_of` those in effect by then and every correction."""
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    rows = system.ledger.stream(stream_named(case), upto)
    if not rows:
        return _unknown(case)
    seen = rows if as_of is None else in_effect(rows, as_of)
    if not seen and as_of is not None:
        raise RefusedError([refusal("case_not_open_yet", case=kinds.case(case), on=as_of)])
    return seen


def _unknown(case: str) -> NoReturn:
    raise RefusedError([refusal("no_such_case", case=kinds.case(case))])


def case(
    system: System,
    name: str,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
    language: str = "vi",
    names: Names = nameless,
) -> dict[str, Any]:
    """One case: its line in the list, its newest act, papers, marks, what it lacks; refuses an unknown one.

    `standing` is on the day asked for: standing(E, p) of docs/time.md.
    """
    newest = _newest(
        history(system, name, known_at=known_at, as_of=as_of, language=language), as_of
    )
    on = moments.as_of(system, known_at, as_of)
    world = world_of(system, known_at)
    known: Case | None = world.case(stream_named(name))
    seen = known if known is None or as_of is None else state_as_of(known, as_of)
    if known is None or seen is None:
        _unknown(name)
    id_named = stream_named(name).removeprefix("case:")
    [line] = cases(system, known_at=known_at, as_of=as_of, case=id_named)
    return {
        **line,
        "as_of": on,
        "standing": standing(known, on),
        "title": seen.opened.title,
        "workflow": seen.opened.workflow,
        "suspended": seen.suspended,
        "outcomes": {
            act.event.TOPIC: {"total": o.total, "passes": o.passes, "level": o.level}
            for act in seen.acts
            if (o := getattr(act.event.details, "outcome", None)) is not None
        },
        "version": seen.version,
        "latest": newest["sentence"],
        **whole(system, seen, on, world, language, names),
    }


def _newest(entries: Rows, as_of: date | None) -> dict[str, Any]:
    """The newest act in effect by a day: of the corrections, which hold before their own date, one made by then."""
    return next(
        entry
        for entry in reversed(entries)
        if as_of is None
        or entry["event"] != CorrectionRecorded.TOPIC
        or entry["effective_on"] <= as_of
    )


def position_before_revocation(system: System, case: str) -> int:
    """The position just before a case was revoked; raises StopIteration when it was not."""
    rows = system.ledger.stream(stream_named(case))
    revoked = next(row for row in rows if row.topic == RecognitionRevoked.TOPIC)
    return revoked.position - 1
