"""The manual on one page, offline, to be read or printed; every page leads to its own part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.defaults import defaults
from application.questions.forms import fields_of
from domain.catalogue import VERBS
from web.asked import SignedIn
from web.drawing import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.questions.forms import Field
    from web.spoken import Spoken

router = APIRouter()
TOPICS = (
    "start", "work", "cases", "form", "sheet", "why_not", "story", "rounds", "units", "register", "programmes", "year",
    "search", "account", "seen", "lost",
)  # fmt: skip
"""The parts of the manual, each with `web.help.<topic>` and its title; those of the menu by the menu's own names."""


class Topic(NamedTuple):
    """A part of the manual: its mark in the address, its title, its sentences."""

    mark: str
    title: str
    text: str


class Command(NamedTuple):
    """A command: what it is called, what it is about, each field with what to type there."""

    words: str
    about: str
    fields: tuple[tuple[str, str], ...]


@router.get("/help")
def help_page(asked: SignedIn) -> Response:
    """All of it; the address of a part is its mark."""
    spoken = asked.spoken
    return page(
        asked,
        "help.html.j2",
        title=spoken.words("web.place.help"),
        place="help",
        topics=[_topic(mark, spoken) for mark in TOPICS],
        commands=list(_commands(spoken)),
        assumptions=[
            (code, each.text(spoken.language), each.why.text(spoken.language))
            for code, each in defaults().items()
        ],
    )


def _topic(mark: str, spoken: Spoken) -> Topic:
    return Topic(mark, spoken.words(f"web.help.{mark}.title"), spoken.words(f"web.help.{mark}"))


def _commands(spoken: Spoken) -> Iterator[Command]:
    """Every command, by what it is about, then by what it is called."""
    for verb in VERBS.values():
        told = tuple(_field(each, spoken) for each in fields_of(verb) if each.is_typed)
        about = spoken.words(f"web.help.about.{verb.stream}")
        yield Command(spoken.value(verb.verb, "verb"), about, told)


def _field(field: Field, spoken: Spoken) -> tuple[str, str]:
    free = "" if field.required else spoken.words("web.free")
    title = f"{field.title(spoken.language)} {free}".rstrip()
    return title, field.hint(spoken.language)
