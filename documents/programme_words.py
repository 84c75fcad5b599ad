"""Codes of a programme file in words, for its page: how often, which limit, whose organ, which subjects."""

from __future__ import annotations

from collections.abc import Iterable

from documents.both_languages import both, together
from documents.clause_marks import Shown
from documents.review.limits import limit_said
from domain.programme.recognising import Cadence
from words.language import Language, say
from words.sentences import nameless, shown
from words.values import either, listed


def needed(need: str | int, of: str) -> str:
    """In how many of the months or quarters."""
    if isinstance(need, int):
        return both(f"page.need.{of}", count=need)
    return both(f"page.{'each' if need == 'all' else need}.{of}")


def limit(text: str) -> str:
    return limit_said(text, "limit", "vi", nameless)


def subjects_said(s: Shown, kinds: Iterable[str]) -> str:
    return ", ".join(s.programme.subjects[each].vi for each in kinds)


def organ(name: str) -> str:
    return shown(name, "organ", "vi")


def whose(of: str) -> str:
    """Whose organ: of the subject itself, of the unit above, of the nearest unit of some kinds."""
    where, _, which = of.partition(":")
    if where == "nearest":
        return together(lambda language: _nearest(which.split("|"), language))
    return both(f"page.of.{where}", level=which or 1)


def _nearest(kinds: list[str], language: Language) -> str:
    told = [shown(each, "unit_kind", language) for each in kinds]
    return say("page.of.nearest", language, kinds=either(told, language))


def role_said(s: Shown, name: str) -> str:
    """A role by its title in the programme; that of the body that decided is in every programme."""
    return s.programme.roles[name].vi if name in s.programme.roles else both(f"page.role.{name}")


def how_often(cadence: Cadence) -> str:
    """How often, and in which years of a term."""
    every = both(f"page.each.{cadence.every}")
    years = listed(map(str, cadence.years_of_term), "vi")
    return f"{every}, {both('page.years_of_term', years=years)}" if years else every
