"""What breaking a clause comes to, over all of its homes."""

from __future__ import annotations

from tests.clauses import acts_refused, criteria_broken, owed_broken, round_broken, time_broken
from tests.clauses.homes import EDITIONS, homes_of


def effects_of(clause):
    """Everything that breaking one home of a clause after another comes to."""
    return {effect for home in homes_of(clause) for effect in effects_at(home)}


def effects_at(home):
    breaker = _BREAKERS.get(home.room, acts_refused)
    return breaker.effects(EDITIONS[home.programme], home)


_BREAKERS = {
    "criteria": criteria_broken,
    "duties": owed_broken,
    "reports": owed_broken,
    "reviews": owed_broken,
    "deadlines": time_broken,
    "span": time_broken,
    "cadence": time_broken,
    "registration": round_broken,
    "stages": round_broken,
    "commendations": round_broken,
}
