"""The demonstration: the whole thing, on the five guidelines; and its pages, with a sign-in for each role."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from application.questions.names import LogNames
from application.running.bootstrap import open_system
from command_line.demonstration import run
from command_line.options import Language, Out
from command_line.serving import LOOPBACK
from command_line.terminal import terminal
from command_line.usage.declaring import option

if TYPE_CHECKING:
    from command_line.terminal import Terminal


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    out: Out = Path("var") / "demo",
    serve: Annotated[bool, option("--serve")] = False,
    host: Annotated[str, option("--host", takes="host")] = LOOPBACK,
    port: Annotated[int, option("--port", takes="port")] = 8000,
    lang: Language = "",
) -> None:
    """All five guidelines from end to end."""
    with terminal("", lang) as spoken:
        run(spoken, out)
        if serve:
            _serve(spoken, out, host, port)


def _serve(spoken: Terminal, out: Path, host: str, port: int) -> None:
    """Open the pages over the log of the demonstration, and say who may come in."""
    from web import serving  # noqa: PLC0415 -- the framework takes half a second, which no other command needs
    from web.coming_in.sample_accounts import (  # noqa: PLC0415 -- as above
        COLUMNS,
        MACHINE,
        fresh_password,
        sample_accounts,
    )
    from web.desk import Desk  # noqa: PLC0415 -- as above

    system, password = open_system(f"sqlite:///{out}/demo.sqlite"), fresh_password()
    spoken.known = LogNames(system)
    spoken.say("cli.sign_ins")
    spoken.answer(COLUMNS, sample_accounts(Desk(system), password))
    spoken.say("cli.sign_ins_password", password=password, machine=MACHINE)
    spoken.say("cli.serving", address=f"http://{host}:{port}")
    serving.run(system, spoken.settings, host, port, workers=1)
