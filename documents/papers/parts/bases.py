"""What a paper rests on, and the case that it is about, in the words of papers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.papers.parts.content import Paragraph, body
from documents.papers.parts.letterhead import in_full
from domain.periods import cadence_of, month_of
from words.folded import folded
from words.language import find

if TYPE_CHECKING:
    from documents.papers.parts.paper import Material
    from domain.programme.taking_part import Source

_SYMBOL = re.compile(r"-([^\W\d_]+)/")
"""The kind of an instrument within its number: `HD` in `02-HD/BTCTU`."""


def based_on(lines: list[str]) -> list[Paragraph]:
    """Bases as papers list them, each on a line with “;”, the last with “,”."""
    last = len(lines) - 1
    return [body(f"- {line}{',' if at == last else ';'}") for at, line in enumerate(lines)]


def instruments(m: Material) -> list[str]:
    """The instruments of the case's programme that were there on the day of the paper, the oldest first."""
    sources = m.case.edition.programme.sources.values()
    known = [each for each in sources if each.on is not None and each.on <= m.on]
    known.sort(key=lambda each: (each.on, each.number))
    return [m.say("basis", of=_instrument(m, each)) for each in known]


def _instrument(m: Material, source: Source) -> str:
    symbol = _SYMBOL.search(source.number)
    kind = find(f"paper.instrument.{folded(symbol[1])}", m.case.language) if symbol else None
    own = source.called.text(m.case.language) if source.called else None
    told = {
        "kind": own or kind or m.say("instrument.other"),
        "number": source.number,
        "on": m.word(source.on, "date"),
    }
    if not source.issuer:
        return m.say("instrument_of_nobody", **told)
    return m.say("instrument_of", **told, issuer=source.issuer)


def period(m: Material) -> str:
    """The period of the case: a year, a quarter or a month of one."""
    of, year = m.case.period, m.case.year
    part = of.rpartition("-Q")[2] if cadence_of(of) == "quarter" else month_of(of)
    return m.say(f"period.{cadence_of(of)}", part=part, year=year)


def title(m: Material, code: str = "") -> str:
    """The title that is recognised, as the programme calls it."""
    return m.word(code or m.case.title, "title")


def subject(m: Material, of: str = "", unit: str = "") -> str:
    """Whom the paper is about: a unit by its name, a member with their cell."""
    own = of or m.case.subject
    told = m.word(own, "subject")
    if own.startswith("member:"):
        return m.say("member", name=told, unit=m.word(unit or m.case.unit, "unit"))
    return told


def dated(m: Material) -> str:
    """The day of the paper in full."""
    return in_full(m, m.on)
