"""Commands that show cases: lists, one case, its history, who set each field, what is allowed."""

from __future__ import annotations

from typing import Annotated

from msgspec.structs import replace

from application.questions import case_allowed
from application.questions import cases as queries
from application.questions.case_list import (
    COLUMNS,
    COUNT_COLUMNS,
    CasesAsked,
    case_counts,
    case_list,
)
from application.questions.case_shown import (
    BLAME,
    HISTORY,
    blame_told,
    history_told,
)
from application.questions.named_case import case_named
from application.questions.pages import Page
from application.questions.step_basis import basis_told
from application.questions.what_if import case_under
from command_line.case_told import (
    tell_basis,
    tell_case,
    tell_marks,
    tell_missing,
    tell_overlaps,
    tell_papers,
)
from command_line.list_options import (
    After,
    DueBefore,
    Late,
    Outcomes,
    Periods,
    Persons,
    Programmes,
    Search,
    Size,
    Sort,
    Stages,
    Under,
    Units,
    WaitingFor,
)  # fmt: skip
from command_line.naming import Case, Period, Programme
from command_line.options import AsJson, AsOf, By, Database, ForOrgan, KnownAt, Language, On
from command_line.terminal import opened
from command_line.typed_times import asked, day
from command_line.usage.declaring import option
from command_line.usage.typer_classes import Commands
from command_line.what_if_shown import tell_simulated

app = Commands()


@app.command("list")
def list_cases(
    programme: Programmes = None,
    period: Periods = None,
    stage: Stages = None,
    outcome: Outcomes = None,
    unit: Units = None,
    under: Under = "",
    person: Persons = None,
    organ: WaitingFor = None,
    late: Late = None,
    due_before: DueBefore = "",
    search: Search = "",
    sort: Sort = "",
    size: Size = None,
    after: After = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """List cases."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        wanted = CasesAsked(
            programmes=tuple(programme or ()),
            periods=tuple(period or ()),
            stages=tuple(stage or ()),
            outcomes=tuple(outcome or ()),
            units=tuple(unit or ()),
            under=under,
            persons=tuple(person or ()),
            organs=tuple(organ or ()),
            late=late,
            due_before=day(spoken, due_before, "due_before"),
            search=search,
        )
        page = Page(after=after, size=size, order=sort)
        spoken.page(
            case_list(system, wanted, page, **asked(spoken, system, known_at, as_of)), COLUMNS
        )


@app.command("count")
def count_cases(
    programme: Programmes = None,
    period: Periods = None,
    outcome: Outcomes = None,
    under: Under = "",
    organ: WaitingFor = None,
    late: Late = None,
    due_before: DueBefore = "",
    search: Search = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """How many cases are at each stage."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        wanted = CasesAsked(
            programmes=tuple(programme or ()),
            periods=tuple(period or ()),
            outcomes=tuple(outcome or ()),
            under=under,
            organs=tuple(organ or ()),
            late=late,
            due_before=day(spoken, due_before, "due_before"),
            search=search,
        )
        counted = case_counts(system, wanted)
        spoken.answer(COUNT_COLUMNS, counted)
        spoken.say("cli.cases_in_all", cases=sum(each.cases for each in counted))


@app.command()
def show(
    case: Case,
    period: Period = "",
    programme: Programme = "",
    as_of: AsOf = "",
    under: Annotated[
        str,
        option("--under", takes="other_rules", key="under_other_rules"),
    ] = "",
    known_at: KnownAt = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """One case."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        case = case_named(system, case, period, programme)
        spoken.speak_of(queries.rules_of(system, case))
        shown = queries.case(
            system,
            case,
            **asked(spoken, system, known_at, as_of),
            language=spoken.language,
            names=spoken.names,
        )
        if under:
            shown["under"] = case_under(
                system, queries.stream_named(case), under, **asked(spoken, system, known_at, as_of)
            )
        if as_json:
            spoken.json(shown)
            return
        simulated = shown.pop("under", None)
        papers, marks, missing = (shown.pop(name) for name in ("papers", "marks", "missing"))
        overlaps = shown.pop("overlaps")
        tell_case(spoken, shown)
        tell_overlaps(spoken, overlaps)
        tell_papers(spoken, papers)
        tell_marks(spoken, marks)
        tell_missing(spoken, missing)
        if simulated is not None:
            tell_simulated(spoken, simulated)


@app.command()
def history(
    case: Case,
    period: Period = "",
    programme: Programme = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Who did what, when, why."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        case = case_named(system, case, period, programme)
        rows = queries.history(
            system,
            case,
            **asked(spoken, system, known_at, as_of),
            language=spoken.language,
        )
        spoken.speak_of(queries.rules_of(system, case))
        if as_json:
            spoken.json(rows)
            return
        spoken.answer(HISTORY, [history_told(row, spoken.language) for row in rows])
        tell_basis(spoken, (each for row in rows for each in row["rests_on"]))


@app.command()
def blame(
    case: Case,
    period: Period = "",
    programme: Programme = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """For each field: who, when, why."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        case = case_named(system, case, period, programme)
        spoken.speak_of(queries.rules_of(system, case))
        rows = queries.blame(
            system,
            case,
            **asked(spoken, system, known_at, as_of),
            language=spoken.language,
        )
        spoken.answer(BLAME, rows if as_json else blame_told(rows))


@app.command()
def allowed(
    case: Case,
    by: By,
    period: Period = "",
    programme: Programme = "",
    organ: ForOrgan = "",
    on: On = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """What this person may do now, and why not."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        case = case_named(system, case, period, programme)
        spoken.speak_of(queries.rules_of(system, case))
        rows = case_allowed.allowed(
            system,
            case,
            by=by,
            organ=organ,
            on=day(spoken, on),
            language=spoken.language,
            names=spoken.names,
        )
        if as_json:
            spoken.json(rows)
            return
        told = [replace(row, rests_on=basis_told(row.rests_on, spoken.language)) for row in rows]
        spoken.answer(case_allowed.COLUMNS, told)
