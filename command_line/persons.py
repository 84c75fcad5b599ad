"""Commands about persons: who they are, by which paper they act, and who may act for an organ on a day."""

from __future__ import annotations

from typing import Annotated

from application.questions import persons, rights
from command_line.list_options import Search
from command_line.options import AsJson, Database, Language, OnDay
from command_line.terminal import opened
from command_line.typed_times import day
from command_line.usage.declaring import argument, option
from command_line.usage.typer_classes import Commands

app = Commands()


@app.command("list")
def list_persons(
    place: Annotated[
        str,
        option("--for", takes="place", key="persons_for"),
    ] = "",
    search: Search = "",
    on: OnDay = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Persons; or who may act for whom on a day."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        asked = day(spoken, on)
        if place:
            spoken.answer(rights.OF_A_PLACE, persons.who_acts(system, place, asked))
        else:
            spoken.answer(persons.COLUMNS, persons.persons(system, asked, search))


@app.command()
def show(
    person: Annotated[str, argument("person")],
    on: OnDay = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """One person: mandates, delegations, papers."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        shown = persons.person(system, person, day(spoken, on))
        if as_json:
            spoken.json(shown)
            return
        spoken.answer(persons.PERSON, [shown])
        spoken.answer(rights.COLUMNS, shown.acting)
        if shown.lent:
            spoken.answer(rights.LENT, shown.lent)
