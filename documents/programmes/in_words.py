"""Codes of a programme file in words: how often, which limit, whose organ, which subjects, by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from documents.both_languages import together
from documents.programmes.clause_marks import Shown
from documents.review.limits import limit_said
from domain.programme.recognising import Cadence
from words.language import Language, say
from words.sentences import nameless, shown
from words.values import either, listed
from workflow.deadline import Deadline


def needed(s: Shown, need: str | int, of: str) -> str:
    """In how many of the months or quarters."""
    if isinstance(need, int):
        return s.say(f"page.need.{of}", count=need)
    return s.say(f"page.{'each' if need == 'all' else need}.{of}")


def limit(s: Shown, text: str) -> str:
    """A comparison as people write it."""
    return limit_said(text, "limit", s.language or "vi", nameless)


def subjects_said(s: Shown, kinds: Iterable[str]) -> str:
    """Kinds of subject by their names."""
    return ", ".join(s.name(s.programme.subjects[each]) for each in kinds)


def organ(s: Shown, name: str) -> str:
    """An organ by its name."""
    return s.word(name, "organ")


def whose(s: Shown, of: str) -> str:
    """Whose organ: of the subject itself, of the unit above, of the nearest unit of some kinds."""
    where, _, which = of.partition(":")
    if where == "unit":
        return s.word(which, "unit")
    if where == "nearest":
        kinds = which.split("|")
        if s.language:
            return _nearest(kinds, s.language)
        return together(lambda language: _nearest(kinds, language))
    return s.say(f"page.of.{where}", level=which or 1)


def _nearest(kinds: list[str], language: Language) -> str:
    told = [shown(each, "unit_kind", language) for each in kinds]
    return say("page.of.nearest", language, kinds=either(told, language))


def role_said(s: Shown, name: str) -> str:
    """A role by its title in the programme; those that are in every programme by ours."""
    role = s.programme.roles.get(name)
    return s.name(role) if role else s.say(f"role.{name}")


def roles_said(s: Shown, names: Iterable[str]) -> str:
    """Several roles by their titles."""
    return ", ".join(role_said(s, each) for each in names)


def how_often(s: Shown, cadence: Cadence) -> str:
    """How often, and in which years of a term."""
    every = s.say(f"page.each.{cadence.every}")
    years = listed(map(str, cadence.years_of_term), s.language or "vi")
    return f"{every}, {s.say('page.years_of_term', years=years)}" if years else every


def when(s: Shown, deadline: Deadline) -> str:
    """By which day, or within how many days; one after another for years that differ."""
    if deadline.variants:
        return "; ".join(when(s, each) for each in deadline.variants)
    found = _day(s, deadline)
    years = deadline.years
    since = f" {s.say('page.from')} {years.begin}" if years.begin > date.min.year else ""
    until = f" {s.say('page.until')} {years.until}" if years.until < date.max.year else ""
    return f"{found}{since}{until}"


def _day(s: Shown, deadline: Deadline) -> str:
    if deadline.on:
        return s.say("page.due.on", day=f"{deadline.on.day}/{deadline.on.month}")
    if deadline.before:
        return s.say("page.due.before", day=f"{deadline.before.day}/{deadline.before.month}")
    if deadline.quarter:
        return s.say("page.due.quarter", quarter=deadline.quarter)
    within = deadline.within
    if within is None:
        return ""
    key = "page.due.within" if within.days is not None else "page.due.within_working"
    count = within.days if within.days is not None else within.business_days
    return s.say(key, count=count, after=s.word(within.after, "verb"))
