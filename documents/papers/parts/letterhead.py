"""The head of a paper: whose it is, its number, place and day; blank where the log has none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from documents.papers.parts.content import BLANK, Head

if TYPE_CHECKING:
    from application.questions.on_paper.bodies import OrganOnPaper, UnitOnPaper
    from documents.papers.format_rules.rules import UnitNames
    from documents.papers.parts.paper import Material

HIGHEST = frozenset({"PROVINCIAL_COMMITTEE"})
"""Kinds of unit that no other of the province stands above: their papers name none."""


def head_of(m: Material, organ: OrganOnPaper | None, kind: str, number: str = "") -> Head:
    """The head of a paper of an organ; `kind` (`decision`) has its symbol in the format rules."""
    superior, issuer = _bodies(m, organ)
    return Head(
        superior=superior.upper(),
        issuer=issuer.upper(),
        motto=m.say("motto"),
        number=numbered(m, number or _blank_number(m, organ, kind)),
        place_and_date=m.say("place_and_date", place=BLANK, day=in_full(m, m.on)),
    )


def numbered(m: Material, number: str) -> str:
    """A number as it stands in a head, with a colon where the rules ask for one."""
    return m.say("number_with_colon" if m.rules.number_colon.value else "number", number=number)


def in_full(m: Material, day: date) -> str:
    """A day as papers write it: days below 10 and months below 3 with a zero."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return m.say("day_in_full", day=f"{day.day:02}", month=month, year=day.year)


def committee_of(names: UnitNames, unit: UnitOnPaper) -> str:
    """Who issues the papers of a unit: of a Party body its committee, else the unit itself."""
    rest = unit.name.removeprefix(f"{names.body} ")
    return unit.name if rest == unit.name else f"{names.committee} {rest}"


def organ_said(m: Material, organ: OrganOnPaper) -> str:
    """An organ in a sentence, with its unit; a unit that is called by its organ stands alone."""
    told, of_unit = m.word(organ.organ, "organ"), committee_of(m.rules.unit_names, organ.unit)
    if of_unit.casefold().startswith(told.casefold()):
        return of_unit
    return m.say("organ_of_unit", organ=told, unit=of_unit)


def _bodies(m: Material, organ: OrganOnPaper | None) -> tuple[str, str]:
    """The body above and the one that issues."""
    if organ is None:
        return BLANK, BLANK
    own = committee_of(m.rules.unit_names, organ.unit)
    if m.rules.organ(organ.organ).heads == "organ":
        return own, m.word(organ.organ, "organ")
    if organ.above is not None:
        return committee_of(m.rules.unit_names, organ.above), own
    return "" if organ.unit.kind in HIGHEST else BLANK, own


def _blank_number(m: Material, organ: OrganOnPaper | None, kind: str) -> str:
    own = m.rules.organ(organ.organ).symbol if organ else ""
    return f"{BLANK}-{m.rules.symbols[kind].value}/{own or BLANK}"
