"""Commands that change something: one command, or a scenario of many."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

import msgspec
import typer

from application.commands.door import DEEPEST
from application.commands.handle import Done, handle
from application.commands.request import Request
from application.intake.programme_publishing import programme_data
from application.intake.scenario import Told
from application.intake.scenario import play as play_scenario
from application.intake.scenario_fit import refuse_another_registrar, refuse_unfit
from application.questions.cases import rules_asked
from application.questions.named_case import target_named
from application.questions.trial_shown import said
from command_line.naming import Period
from command_line.options import (
    AsJson,
    At,
    By,
    CommandId,
    Database,
    ForOrgan,
    Language,
    MadeFrom,
    On,
    Reason,
    SignedBy,
    Trying,
)
from command_line.terminal import REFUSED, Terminal, opened
from command_line.trial_told import tell_trial
from command_line.typed_times import day, instant
from command_line.usage.declaring import argument, option
from domain.programme.misfits import told
from domain.refusal import RefusedError, refusal
from words.sentences import sentence

CaseName = Annotated[
    str,
    argument("about"),
]
Data = Annotated[
    str,
    option("--data", takes="data"),
]

MOVED_SHOWN = 5
"""So many lines are told one by one; all of them stand in the JSON."""


def add_to(app: typer.Typer) -> None:
    app.command("do")(do)
    app.command("play")(play)


def do(
    command: Annotated[str, argument("command")],
    by: By,
    reason: Reason,
    target: CaseName = "",
    when: Period = "",
    programme: Annotated[str, option("--programme", takes="programme")] = "",
    subject: Annotated[str, option("--subject", takes="subject")] = "",
    period: Annotated[str, option("--period", takes="period")] = "",
    signed_by: SignedBy = "",
    organ: ForOrgan = "",
    on: On = "",
    at: At = "",
    command_id: CommandId = "",
    made_from: MadeFrom = None,
    data: Data = "{}",
    trying: Trying = False,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Carry out one command."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        given = _data(spoken, data)
        about, opened_for = target_named(system, command, target, when or period, programme)
        spoken.speak_of(rules_asked(system, about, programme))
        request = Request(
            verb=command,
            actor=by,
            reason=reason,
            command_id=command_id or str(uuid4()),
            data=given,
            target=about,
            programme=programme,
            subject=subject or opened_for,
            period=when or period,
            signed_by=signed_by,
            organ=organ,
            on=day(spoken, on),
            at=instant(spoken, at),
            made_from=made_from,
        )
        if trying:
            tell_trial(spoken, system, request)
        else:
            _report_done(spoken, command, handle(system, request))


def _report_done(spoken: Terminal, command: str, done: Done) -> None:
    if spoken.as_json:
        spoken.json(
            {
                "stream": done.stream,
                "events": done.topics,
                "position": done.receipt.last,
                "repeated": done.receipt.repeated,
                "recorded_at": done.receipt.recorded_at,
                "clock_behind": done.ahead,
                "warnings": said(done.warnings, spoken.language, spoken.names),
            }
        )
    spoken.say(
        "cli.recorded",
        command=spoken.value(command, "verb"),
        stream=spoken.value(done.stream, "stream"),
        last=done.receipt.last,
    )
    if done.ahead:
        spoken.warn(
            spoken.words("cli.clock_behind", at=spoken.value(done.receipt.recorded_at, "instant"))
        )
    spoken.note(done.warnings)


def _data(spoken: Terminal, text: str) -> dict[str, Any]:
    """Read `--data`: JSON, or `@FILE`; a programme may be given as `{"file": …}`."""
    try:
        content = Path(text[1:]).read_bytes() if text.startswith("@") else text.encode()
        data = msgspec.json.decode(content, type=dict[str, Any])
    except RecursionError as error:
        raise RefusedError([refusal("data_too_deep", most=DEEPEST)]) from error
    except msgspec.DecodeError as error:
        spoken.wrong_use("cli.data_no_json", error=sentence(told(str(error)), spoken.language))
    return programme_data(data["file"]) if set(data) == {"file"} else data


def play(
    files: Annotated[list[Path], argument("file", key="scenarios")],
    ignore_times: Annotated[
        bool,
        option("--ignore-times"),
    ] = False,
    stop: Annotated[
        bool,
        option("--stop"),
    ] = False,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Play a scenario, one command a line."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        if system.simulated or not ignore_times:
            refuse_unfit(system, files)
        refuse_another_registrar(system, files)
        with spoken.progress("cli.playing") as progress:
            told = list(play_scenario(system, files, progress, stop=stop))
        report(spoken, told)
        if stop and told and not told[-1].as_expected:
            spoken.say("cli.stopped_here")
        if not all(line.as_expected for line in told):
            raise typer.Exit(REFUSED)


def report(spoken: Terminal, told: list[Told]) -> None:
    """Say how a scenario went: counts, and every line that went otherwise, with its reasons."""
    wrong = [line for line in told if not line.as_expected]
    moved = [line for line in told if line.moved]
    refused = sum(1 for line in told if line.refusals and line.as_expected)
    done = len(told) - len(wrong) - refused
    if spoken.as_json:
        spoken.json(
            {
                "done": done,
                "refused_as_expected": refused,
                "otherwise": [
                    {
                        "file": line.file,
                        "line": line.number,
                        "reasons": [spoken.reason(r) for r in line.refusals],
                        "rests_on": [*dict.fromkeys(i for r in line.refusals for i in r.rests_on)],
                    }
                    for line in wrong
                ],
                "warnings": [
                    {"file": line.file, "line": line.number}
                    | said(line.moved, spoken.language, spoken.names)[0]
                    for line in moved
                ],
            }
        )
    for line in wrong:
        place = f"{line.file}:{line.number}"
        spoken.complain("cli.at_line", place=place)
        spoken.refused(line.refusals)
    _note_moved(spoken, moved)
    spoken.say(
        "cli.played",
        done=done,
        refused=refused,
        wrong=len(wrong),
    )


def _note_moved(spoken: Terminal, moved: list[Told]) -> None:
    """Lines that were recorded later than they say: the first few, and how many there are beside them."""
    for line in moved[:MOVED_SHOWN]:
        place, reason = f"{line.file}:{line.number}", spoken.reason(line.moved[0])
        spoken.say("cli.note_at_line", place=place, reason=reason)
    if len(moved) > MOVED_SHOWN:
        spoken.say("cli.notes_more", more=len(moved) - MOVED_SHOWN)
