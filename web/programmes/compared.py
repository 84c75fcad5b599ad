"""Two versions of a programme: what one says and the other does not, part by part."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from web.asked import Person
from web.drawing import page
from web.lists.asked_for import one
from web.programmes.page import Part, edition_asked, parts_of, versions_of

router = APIRouter()


class Difference(NamedTuple):
    """A part of both versions: its rows that stand in the earlier alone, and in the later alone."""

    title: str
    titles: list[str]
    gone: list[list[str]]
    come: list[list[str]]


@router.get("/programmes/{code}/compare")
def compare_page(asked: Person, code: str) -> Response:
    """The versions that the address names, else the newest with itself."""
    before = edition_asked(asked, code, one(asked, "before"))
    after = edition_asked(asked, code, one(asked, "after"))
    return page(
        asked,
        "compared.html.j2",
        title=asked.spoken.words("web.compare_versions"),
        place="programmes",
        code=code,
        name=after.programme.name.text(asked.language),
        before=versions_of(asked, code, before.version),
        after=versions_of(asked, code, after.version),
        differences=_differences(parts_of(asked, before), parts_of(asked, after)),
    )


def _differences(before: list[Part], after: list[Part]) -> list[Difference]:
    then, now = ({part.name: part for part in side} for side in (before, after))
    found = [_of(then.get(name), now.get(name)) for name in dict.fromkeys([*then, *now])]
    return [each for each in found if each.gone or each.come]


def _of(then: Part | None, now: Part | None) -> Difference:
    part = now or then
    old, new = (side.rows if side else [] for side in (then, now))
    return Difference(
        part.title if part else "",
        part.titles if part else [],
        [row for row in old if row not in new],
        [row for row in new if row not in old],
    )
