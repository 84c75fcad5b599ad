"""What breaking a clause comes to, over all of its homes."""

from __future__ import annotations

from tests.clauses import acts_refused, criteria_broken
from tests.clauses.homes import EDITIONS, homes_of


def effects_of(clause):
    """Everything that breaking one home of a clause after another comes to."""
    return {effect for home in homes_of(clause) for effect in effects_at(home)}


def effects_at(home):
    breaker = criteria_broken if home.room == "criteria" else acts_refused
    return breaker.effects(EDITIONS[home.programme], home)
