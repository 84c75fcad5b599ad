"""Commands about rounds: open, list, close: lock, reopen, seal, what came after the seal, what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple
from uuid import uuid4

from application.commands.handle import handle
from application.commands.request import Request
from application.questions import organisation, round_list, round_owed
from application.questions.rounds import AFTER, ROUND, figures_told, round_shown
from command_line.list_options import Units
from command_line.options import (
    AsJson,
    At,
    By,
    Database,
    ForOrgan,
    Language,
    On,
    Reason,
    ReasonOrUsual,
    SignedBy,
)
from command_line.terminal import Terminal, opened
from command_line.typed_times import day, instant
from command_line.usage.declaring import argument, option
from command_line.usage.typer_classes import Commands

if TYPE_CHECKING:
    from application.running.system import System

app = Commands()

_SEAL = {True: "cli.seal_whole", False: "cli.seal_differs", None: "cli.seal_untold"}
"""What is said of a seal, by whether the review is unchanged."""

Programme = Annotated[str, argument("programme")]
Period = Annotated[str, argument("period", key="round_period")]


@app.command("open")
def open_round(
    programme: Programme,
    period: Period,
    by: By,
    closing_on: Annotated[
        str,
        option("--closing-on", takes="date"),
    ] = "",
    reason: ReasonOrUsual = "",
    on: On = "",
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Open a round; its version is frozen."""
    with opened(database, lang) as (spoken, system):
        closing = day(spoken, closing_on, "closing_on")
        data = organisation.round_data(system, programme, period, closing)
        done = handle(
            system,
            Request(
                verb="open-round",
                actor=by,
                reason=reason or spoken.words("cli.reason_to_open_round"),
                command_id=str(uuid4()),
                data=data,
                on=day(spoken, on),
                at=instant(spoken, at),
            ),
        )
        _say(spoken, "cli.round_opened", programme, period)
        spoken.note(done.warnings)


@app.command("list")
def list_rounds(database: Database = "", lang: Language = "", as_json: AsJson = False) -> None:
    """List rounds."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        spoken.answer(round_list.COLUMNS, round_list.rounds(system))


@app.command("lock")
def lock_round(
    programme: Programme,
    period: Period,
    by: By,
    reason: Reason = "",
    organ: ForOrgan = "",
    signed_by: SignedBy = "",
    on: On = "",
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Lock a round: no more steps in it."""
    with opened(database, lang) as (spoken, system):
        closing = Closing(programme, period, by, reason, organ, signed_by, on, at)
        _close(spoken, system, "lock-round", closing)
        _say(spoken, "cli.round_locked", programme, period)


@app.command("reopen")
def reopen_round(
    programme: Programme,
    period: Period,
    by: By,
    reason: Reason = "",
    organ: ForOrgan = "",
    signed_by: SignedBy = "",
    on: On = "",
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Reopen a locked round; it takes a reason."""
    with opened(database, lang) as (spoken, system):
        closing = Closing(programme, period, by, reason, organ, signed_by, on, at)
        _close(spoken, system, "reopen-round", closing)
        _say(spoken, "cli.round_reopened", programme, period)


@app.command("seal")
def seal_round(
    programme: Programme,
    period: Period,
    by: By,
    reason: Reason = "",
    organ: ForOrgan = "",
    signed_by: SignedBy = "",
    on: On = "",
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Seal: position, root, figures, digest."""
    with opened(database, lang) as (spoken, system):
        closing = Closing(programme, period, by, reason, organ, signed_by, on, at)
        _close(spoken, system, "seal-round", closing)
        _tell_seal(spoken, round_shown(system, programme, period)["seals"][-1])


@app.command("show")
def show_round(
    programme: Programme,
    period: Period,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """One round: its seal, and what came after it."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        shown = round_shown(system, programme, period)
        if as_json:
            spoken.json(shown)
            return
        spoken.sheet(ROUND, shown)
        for seal in shown["seals"]:
            _tell_seal(spoken, seal)
        if shown["seals"]:
            spoken.say(_SEAL[shown["unchanged"]])
            spoken.answer(AFTER, shown["after_the_seal"])


@app.command("owed")
def owed_in_round(
    programme: Programme,
    period: Period,
    unit: Units = None,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Duties and reports of a round: who owes them, which are open or late."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        rows = round_owed.round_owed(system, programme, period, tuple(unit or ()))
        spoken.answer(round_owed.COLUMNS, rows)


class Closing(NamedTuple):
    """What was typed to close a round or to open it again."""

    programme: str
    period: str
    by: str
    reason: str
    organ: str
    signed_by: str
    on: str
    at: str


def _close(spoken: Terminal, system: System, verb: str, closing: Closing) -> None:
    done = handle(
        system,
        Request(
            verb=verb,
            actor=closing.by,
            reason=closing.reason,
            command_id=str(uuid4()),
            programme=closing.programme,
            period=closing.period,
            signed_by=closing.signed_by,
            organ=closing.organ,
            on=day(spoken, closing.on),
            at=instant(spoken, closing.at),
        ),
    )
    spoken.note(done.warnings)


def _say(spoken: Terminal, key: str, programme: str, period: str) -> None:
    spoken.say(key, period=period, programme=spoken.value(programme, "programme"))


def _tell_seal(spoken: Terminal, seal: dict[str, Any]) -> None:
    spoken.say(
        "cli.sealed",
        on=spoken.value(seal["on"], "date"),
        position=seal["position"],
        figures=spoken.value(figures_told(seal["figures"]), "list"),
        root=seal["root"],
        digest=seal["digest"],
    )
