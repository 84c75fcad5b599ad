"""Questions over all cases: the register, tasks, refusals."""

from __future__ import annotations

from typing import Annotated

import typer

from application.questions import refusal_list
from application.questions.pages import Page
from application.questions.register_list import (
    COLUMNS,
    RegisterAsked,
    fallen_since,
    in_own_words,
    register_list,
)
from application.questions.tasks import COLUMNS as TASK_COLUMNS
from application.questions.tasks import TasksAsked, task_list
from command_line.list_options import (
    After,
    DueBefore,
    Late,
    Organs,
    Periods,
    Persons,
    Programmes,
    Search,
    Size,
    Sort,
    Standing,
    Under,
    Units,
)  # fmt: skip
from command_line.options import AsJson, AsOf, Database, KnownAt, Language
from command_line.terminal import opened
from command_line.typed_times import asked, day
from command_line.usage.declaring import option


def add_to(app: typer.Typer) -> None:
    for command in (register, tasks, refusals):
        app.command(command.__name__)(command)


def register(
    programme: Programmes = None,
    period: Periods = None,
    unit: Units = None,
    under: Under = "",
    person: Persons = None,
    standing: Standing = None,
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
    """The register of recognitions."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        wanted = RegisterAsked(
            programmes=tuple(programme or ()),
            periods=tuple(period or ()),
            units=tuple(unit or ()),
            under=under,
            persons=tuple(person or ()),
            standing=standing,
            search=search,
        )
        page = Page(after=after, size=size, order=sort)
        found = register_list(system, wanted, page, **asked(spoken, system, known_at, as_of))
        spoken.page(found if as_json else in_own_words(system, found), COLUMNS)
        if (as_of or known_at) and (fallen := fallen_since(system, found)):
            spoken.complain("cli.fallen_since", count=spoken.value(fallen, "number"))


def tasks(
    by: Annotated[str, option("--by", takes="person", key="tasks_by")] = "",
    organ: Organs = None,
    waiting: Annotated[bool, option("--waiting")] = False,
    programme: Programmes = None,
    period: Periods = None,
    under: Under = "",
    late: Late = None,
    due_before: DueBefore = "",
    sort: Sort = "",
    size: Size = None,
    after: After = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Who must act next, since when, due when."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        wanted = TasksAsked(
            organs=tuple(organ or ()),
            by=by,
            waiting=waiting,
            programmes=tuple(programme or ()),
            periods=tuple(period or ()),
            under=under,
            late=late,
            due_before=day(spoken, due_before, "due_before"),
        )
        page = Page(after=after, size=size, order=sort)
        spoken.page(task_list(system, wanted, page), TASK_COLUMNS)


def refusals(database: Database = "", lang: Language = "", as_json: AsJson = False) -> None:
    """Refused commands, counted by day."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        spoken.answer(refusal_list.COLUMNS, refusal_list.refusals(system))
