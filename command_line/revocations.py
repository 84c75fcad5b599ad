"""Before a revocation: what it would touch."""

from __future__ import annotations

from application.questions import cases as queries
from application.questions import revocation_preview
from application.questions.named_case import case_named
from command_line.naming import Case, Period, Programme
from command_line.options import AsJson, Database, Language
from command_line.terminal import opened
from command_line.usage.typer_classes import Commands
from words.kinds import Said

app = Commands()


@app.command()
def preview(
    case: Case,
    period: Period = "",
    programme: Programme = "",
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """What a revocation would touch, through every level."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        named = case_named(system, case, period, programme)
        spoken.speak_of(queries.rules_of(system, named))
        found = revocation_preview.preview(
            system, queries.stream_named(named), language=spoken.language, names=spoken.names
        )
        if as_json:
            spoken.json(found)
            return
        for warning in found["warnings"]:
            spoken.put(warning)
        was, would_be = found["streak"]["was"], found["streak"]["would_be"]
        spoken.say(
            "cli.streak",
            was=was,
            would_be=would_be,
        )
        for target in found["targets"]:
            spoken.say(
                "cli.target_holds" if target["holds"] else "cli.target_lost",
                target=spoken.value(
                    Said("text", target["target"], target["vi"], target["en"]), "text"
                ),
                was=target["was"],
                would_be=target["would_be"],
            )
        if found["touched"]:
            spoken.answer(revocation_preview.COLUMNS, found["touched"])
        else:
            spoken.say("cli.nothing_relies")
