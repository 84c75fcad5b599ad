"""Draws a page from a template: layout alone, its words from the catalogues, its values in words already."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from web.coming_in.cookies import VISIT, give
from web.places import PLACES

if TYPE_CHECKING:
    from starlette.responses import Response

    from web.asked import Asked

SEE_OTHER, UNPROCESSABLE = 303, 422
_ENVIRONMENT = Environment(
    loader=PackageLoader("web", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(asked: Asked, template: str, /, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """A whole page; `title` is what its window is called, `place` the entry of the menu it belongs to."""
    response = HTMLResponse(drawn(asked, template, **shown), status_code=status)
    if asked.here is None:
        give(asked.request, response, VISIT, asked.visit)
    return response


def drawn(asked: Asked, template: str, /, **shown: Any) -> str:
    """The text of a template; a part of a page as htmx asks for it, or all of it."""
    common = {
        "asked": asked,
        "language": asked.language,
        "places": PLACES if asked.person else (),
        "say": asked.spoken.words,
        "simulated": asked.desk.simulated,
        "static": static,
        "token": asked.token,
        "who": asked.spoken.value(asked.person, "person")
        or (asked.here and asked.here.account.name),
    }
    return _ENVIRONMENT.get_template(template).render({"place": "", **common, **shown})


def elsewhere(address: str) -> Response:
    """On to another page of ours after something was sent."""
    return RedirectResponse(address, status_code=SEE_OTHER)


@cache
def static(name: str) -> str:
    """The address of a file under `static/`, another one whenever the file is another."""
    content = (resources.files("web") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"
