"""What lists are narrowed down by, as things to choose from: programmes, periods, stages, yes and no, the two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.editions import editions
from application.questions.filters import OUTCOMES, unit_kinds
from application.questions.round_periods import periods
from web.acts.inputs import Option
from web.lists.asked_for import one
from web.lists.listing import Filter
from words import kinds

if TYPE_CHECKING:
    from web.asked import Asked

SEARCH = Filter("search", "web.search_words", "search")
UNDER = Filter("under", "web.under")
MOMENT = (Filter("as_of", "web.as_of", "date"), Filter("known_at", "web.known_at", "date"))
"""As of which day, and as known when: every list about the log takes both where its question does."""


def programme(asked: Asked) -> Filter:
    """The programmes that have cases."""
    codes = dict.fromkeys(e.programme.code for e in editions(asked.system) if e.tables)
    options = [Option(code, asked.spoken.value(code, "programme"), chosen=False) for code in codes]
    return Filter("programme", "column.programme", "select", tuple(options))


def period(asked: Asked) -> Filter:
    """The periods in which a round was opened, the newest first."""
    options = [Option(each, each, chosen=False) for each in periods(asked.system)]
    return Filter("period", "column.period", "select", tuple(options))


def stage(asked: Asked) -> Filter:
    """The stages of the programme that is chosen, or of all; those of the same words once."""
    chosen = one(asked, "programme")
    found: dict[str, str] = {}
    for edition in editions(asked.system):
        if not chosen or edition.programme.code == chosen:
            for code, label in getattr(edition.programme, "stages", {}).items():
                found.setdefault(code, asked.spoken.said(kinds.stage(code, label)))
    options = sorted(found.items(), key=lambda pair: pair[1])
    return Filter("stage", "column.stage", "select", tuple(Option(c, w, False) for c, w in options))


def outcome(asked: Asked) -> Filter:
    options = [Option(each, asked.spoken.value(each, "level"), chosen=False) for each in OUTCOMES]
    return Filter("outcome", "column.outcome", "select", tuple(options))


def unit_kind(asked: Asked) -> Filter:
    kinds = [Option(k, asked.spoken.value(k, "unit_kind"), chosen=False) for k in unit_kinds()]
    return Filter("kind", "column.kind", "select", tuple(kinds))


def yes_no(asked: Asked, name: str, title: str) -> Filter:
    """Those of which it is so, those of which it is not, or all."""
    said = [("yes", True), ("no", False)]
    options = [Option(v, asked.spoken.value(is_so, "yes_no"), chosen=False) for v, is_so in said]
    return Filter(name, title, "select", tuple(options))
