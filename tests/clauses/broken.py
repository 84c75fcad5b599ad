"""What breaking a clause comes to, over all of its homes."""

from __future__ import annotations

from tests.clauses import (
    acts_refused,
    classification_broken,
    criteria_broken,
    meetings_broken,
    owed_broken,
    round_broken,
    time_broken,
)
from tests.clauses.homes import EDITIONS, homes_of
from tests.clauses.on_screen import IS_SHOWN, is_shown, screen_of


def effects_of(clause):
    """Everything that breaking one home of a clause after another comes to; else whether people read it."""
    homes = homes_of(clause)
    found = {effect for home in homes for effect in effects_at(home)}
    if found:
        return found
    return {IS_SHOWN} if homes and is_shown(clause, screen_of(homes[0].programme)) else set()


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
    "classification": classification_broken,
    "meetings": meetings_broken,
    "commendations": round_broken,
    "local_criteria": round_broken,
}
