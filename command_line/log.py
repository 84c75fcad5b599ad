"""Commands about the log itself: opening it, its state, its read models, its proof, its export."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from application.commands.opening import initialise
from application.intake.export import lines_of
from application.questions.log_status import COLUMNS, READ_MODEL_COLUMNS, log_status
from application.running.settings import DEFAULT_DATABASE
from application.running.system import System
from command_line.options import AsJson, At, By, Database, Language
from command_line.terminal import REFUSED, Terminal, opened, terminal
from command_line.typed_times import instant
from command_line.usage.declaring import argument, option
from ledger.ledger import Ledger
from ledger.verification import Verification
from projections.engine import READ_MODELS, differing, rebuild
from projections.machinery.errors import NoSuchReadModelError


def add_to(app: typer.Typer) -> None:
    for command in (init, status, rebuild_read_models, verify, export):
        app.command(command.__name__ if command is not rebuild_read_models else "rebuild")(command)


def init(
    by: By,
    simulated: Annotated[
        bool,
        option("--simulated"),
    ] = False,
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Open a new log; who opens it is its registrar."""
    with terminal(database, lang) as spoken:
        if spoken.settings.database.endswith(str(DEFAULT_DATABASE)):
            DEFAULT_DATABASE.parent.mkdir(exist_ok=True)
        url = spoken.settings.database
        opened_at = instant(spoken, at)
        initialise(url, by=by, simulated=simulated, at=opened_at, language=spoken.language).close()
        spoken.say("cli.log_opened", url=url)


def status(database: Database = "", lang: Language = "", as_json: AsJson = False) -> None:
    """The state of the log and of its read models."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        shown = log_status(system)
        spoken.sheet(COLUMNS, shown)
        if not as_json:
            spoken.answer(READ_MODEL_COLUMNS, shown.read_models)


def rebuild_read_models(
    name: Annotated[str, argument("read_model")] = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Rebuild the read models from the log."""
    with opened(database, lang) as (spoken, system):
        with spoken.progress("cli.rebuilding") as progress:
            rebuilt = _rebuild(spoken, system, name, progress)
        spoken.say("cli.rebuilt", names="; ".join(spoken.many("read_model", rebuilt)))


def _rebuild(spoken: Terminal, system: System, name: str, progress: Any) -> list[str]:
    try:
        return rebuild(system.ledger, name or None, progress)
    except NoSuchReadModelError:
        known = ", ".join(
            f"{name} ({spoken.value(name, 'read_model')})" for name in READ_MODELS.by_name
        )
        spoken.wrong_use(
            "cli.no_read_model",
            name=name,
            known=known,
        )


def verify(
    read_models: Annotated[bool, option("--read-models")] = False,
    database: Database = "",
    lang: Language = "",
    as_json: AsJson = False,
) -> None:
    """Recompute every leaf and the root, and every read model where that is asked for."""
    with terminal(database, lang, as_json=as_json) as spoken:
        # A damaged log need not have read models: they are not asked for here.
        with (
            Ledger.open(spoken.settings.database) as ledger,
            spoken.progress("cli.verifying") as progress,
        ):
            found = ledger.verify(progress)
            if found.ok and ledger.head().simulated:
                spoken.say("cli.simulated")
        if as_json:
            spoken.json(
                {
                    "ok": found.ok,
                    "positions": found.positions,
                    "root": found.root.hex(),
                    "first_bad": found.first_bad,
                    "trusted": found.trusted,
                    "reason": found.reason,
                }
            )
        elif found.ok:
            spoken.say(
                "cli.log_whole",
                positions=found.positions,
                root=found.root.hex(),
            )
        if not found.ok:
            _tell_altered(spoken, found)
            raise typer.Exit(REFUSED)
    if read_models:
        _verify_read_models(database, lang, as_json=as_json)


def _tell_altered(spoken: Terminal, found: Verification) -> None:
    """Where, what, and how far the log can be trusted; what stands beside the events has no position."""
    kind, _, names = found.reason.partition(": ")
    reason = spoken.value(kind.replace(" ", "_"), "altered") + (f" ({names})" if names else "")
    if found.first_bad:
        where = {"first_bad": found.first_bad, "trusted": found.trusted}
        spoken.fail(spoken.words("cli.log_altered", reason=reason, **where))
    else:
        told = spoken.words("cli.log_altered_beside", reason=reason, trusted=found.trusted)
        spoken.fail(told)


def _verify_read_models(database: str, lang: str, *, as_json: bool) -> None:
    with opened(database, lang, as_json=as_json) as (spoken, system):
        with spoken.progress("cli.verifying") as progress:
            found = differing(system.ledger, progress)
        for each in found:
            spoken.complain("cli.read_model_differs", name=each.model, record=each.record or "–")
        if found:
            raise typer.Exit(REFUSED)
        spoken.say("cli.read_models_as_the_log")


def export(database: Database = "", lang: Language = "") -> None:
    """Print the log as a scenario for “play”."""
    with opened(database, lang, as_json=True) as (_, system):
        for line in lines_of(system.ledger):
            sys.stdout.write(line + "\n")
