"""`bontot serve`: pages for people at work, on this machine or in this office."""

from __future__ import annotations

from typing import Annotated

import typer

from application.running.bootstrap import open_system
from command_line.options import Database, Language
from command_line.terminal import terminal
from command_line.usage.declaring import option

LOOPBACK = "127.0.0.1"
ONE_WRITER = "sqlite"


def add_to(app: typer.Typer) -> None:
    app.command("serve")(serve)


def serve(
    host: Annotated[str, option("--host", takes="host")] = LOOPBACK,
    port: Annotated[int, option("--port", takes="port")] = 8000,
    workers: Annotated[int, option("--workers", takes="count")] = 1,
    database: Database = "",
    lang: Language = "",
) -> None:
    """Serve the pages until told to stop."""
    from web import serving  # noqa: PLC0415 -- the framework takes half a second, which no other command needs

    with terminal(database, lang) as spoken:
        address = f"http://{host}:{port}"
        with spoken.progress("cli.updating") as progress:
            system = open_system(spoken.settings.database, progress=progress)
        if invited := serving.first_administrator(system):
            spoken.say("cli.first_administrator", address=f"{address}{invited}")
        if workers > 1 and spoken.settings.database.startswith(ONE_WRITER):
            spoken.complain("cli.serve_many_workers")
        spoken.say("cli.serving", address=address)
        serving.run(system, spoken.settings, host, port, workers)
