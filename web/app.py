"""The application: pages, what every answer carries, what is done when something fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import anyio.to_thread
from fastapi import FastAPI
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from ledger.beside.opening import make_ready
from web import failures
from web.acts import done, pages
from web.administering import accounts_page
from web.asked import Anybody
from web.auditing import page as auditing
from web.cases import listed, papers, story
from web.cases import page as case
from web.coming_in import joining
from web.coming_in import pages as coming_in
from web.desk import PAGES
from web.drawing import elsewhere
from web.headers import Headers
from web.help import page as manual
from web.looking_up import ROUTERS as LOOKING_UP
from web.months import page as months
from web.own_account import page as own_account
from web.sizes import Sizes
from web.work import inbox

if TYPE_CHECKING:
    from web.desk import Desk

ROUTERS = (
    coming_in.router,
    joining.router,
    own_account.router,
    accounts_page.router,
    auditing.router,
    inbox.router,
    listed.router,
    case.router,
    story.router,
    papers.router,
    pages.router,
    done.router,
    *LOOKING_UP,
    manual.router,
    months.router,
)


def make_app(desk: Desk) -> FastAPI:
    """The application over an open log; makes the tables beside it where they are missing."""
    make_ready(desk.ledger)
    app = FastAPI(
        title="bontot", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_running
    )
    app.state.desk = desk
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/", beginning, include_in_schema=False)
    app.add_api_route("/alive", alive, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=Path(str(resources.files("web") / "static"))))
    failures.add_to(app)
    app.add_middleware(Headers)
    app.add_middleware(Sizes)
    return app


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    """Pages have few threads: more of them take the interpreter from one another."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = PAGES
    yield
    app.state.desk.system.close()


def beginning(asked: Anybody) -> Response:
    """Where everybody begins: their own work, or the way in."""
    if asked.here is None:
        return elsewhere("/sign-in")
    return elsewhere("/work" if asked.person else "/accounts")


def alive() -> Response:
    """Whether the server answers; for whoever watches it."""
    return PlainTextResponse("ok")
