"""Serves the application: in this process over a log that is open already, or in several that each open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uvicorn

from application.running.bootstrap import open_system
from application.running.settings import Settings, from_environ, handed_on
from ledger.beside import accounts as kept
from ledger.beside.opening import make_ready
from web.app import make_app
from web.coming_in import accounts
from web.desk import Desk

if TYPE_CHECKING:
    from fastapi import FastAPI

    from application.running.system import System


def from_settings() -> FastAPI:
    """The application over the log that the environment names; raises the ledger's errors."""
    settings = from_environ()
    return make_app(Desk(open_system(settings.database), settings.language))


def first_administrator(system: System) -> str:
    """While nobody runs the machine: the end of the address at which an administrator's account is made, good once."""
    make_ready(system.ledger)
    if any(account.runs_the_machine for account in kept.listed(system.ledger)):
        return ""
    return f"/join/{accounts.invited(Desk(system), by='')}"


def run(system: System, settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until told to stop; one process serves the log that is open, more of them each open it for themselves."""
    if workers == 1:
        app = make_app(Desk(system, settings.language))
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
        return
    system.close()
    handed_on(settings)
    uvicorn.run(
        "web.serving:from_settings", factory=True, host=host, port=port, workers=workers,
        log_level="warning", server_header=False,
    )  # fmt: skip
