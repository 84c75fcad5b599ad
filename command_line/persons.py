"""Commands about persons: who they are, by which paper they act, and who may act for an organ on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from application.questions import persons
from command_line.list_options import Search
from command_line.options import AsJson, Database, Language, On
from command_line.terminal import Terminal, day, opened
from command_line.usage.commands import Commands
from command_line.usage.declaring import argument, option
from words.language import chosen, say
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.rights import Acting

app = Commands()

_PERSONS = [
    Column("person", "person"),
    Column("person_id", "code"),
    Column("member_of", "unit"),
    Column("acts_for", "list"),
]
_RIGHTS = [
    Column("acts_for", "organ"), Column("post"), Column("power", "power"), Column("delegated_by", "person"),
    Column("scope", "list"), Column("since", "date"), Column("until", "date"), Column("holds", "yes_no"),
    Column("paper"),
]  # fmt: skip
_WHO = [Column("person", "person"), *(column for column in _RIGHTS if column.name != "holds")]
_LENT = [
    Column("lent_to", "person"),
    *(c for c in _RIGHTS if c.name not in {"delegated_by", "post", "power"}),
]


@app.command("list")
def list_persons(
    place: Annotated[
        str,
        option("--for", takes="place", key="persons_for"),
    ] = "",
    search: Search = "",
    on: On = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Persons; or who may act for whom on a day."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        asked = day(spoken, on)
        if place:
            _tell_rights(spoken, persons.who_acts(system, place, asked), _WHO)
            return
        found = persons.persons(system, asked, search)
        if as_json:
            spoken.json(found)
            return
        spoken.table(
            _PERSONS,
            [
                (each.person, each.person, each.unit, spoken.many("organ", each.organs))
                for each in found
            ],
        )


@app.command()
def show(
    person: Annotated[str, argument("person")],
    on: On = "",
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
        spoken.table(
            [Column("person", "person"), Column("person_id", "code"), Column("member_of", "unit")],
            [(shown.person, shown.person, shown.unit)],
        )
        _tell_rights(spoken, shown.acting, _RIGHTS)
        if shown.lent:
            _tell_rights(spoken, shown.lent, _LENT)


def _tell_rights(spoken: Terminal, rights: list[Acting], columns: list[Column]) -> None:
    if spoken.as_json:
        spoken.json(rights)
        return
    spoken.table(columns, [_cells(spoken, right, columns) for right in rights])


def _cells(spoken: Terminal, right: Acting, columns: list[Column]) -> tuple[object, ...]:
    cells: dict[str, object] = {
        "person": right.person,
        "lent_to": right.person,
        "acts_for": right.organ,
        "post": "" if right.power == "set_up" else right.post,
        "power": right.power,
        "delegated_by": right.delegator,
        "scope": spoken.many("verb", right.scope),
        "since": right.since,
        "until": right.until,
        "holds": right.holds,
        "paper": _paper(spoken, right),
    }
    return tuple(cells[column.name] for column in columns)


def _paper(spoken: Terminal, right: Acting) -> str:
    if right.paper is None:
        return ""
    on = spoken.value(right.paper.on, "date") if right.paper.on else ""
    return say("paper.marks", chosen(spoken.language), number=right.paper.number, on=on).rstrip(
        " ,"
    )
