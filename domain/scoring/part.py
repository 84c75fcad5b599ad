"""What a sheet is scored with, and the result of a node or group while it is added up."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from domain.scoring.entries import Entries
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.scored import Row


class Bench(msgspec.Struct, frozen=True):
    """What every node of one scoring is scored with; `step` is the rounding of rescaled groups."""

    profile: Profile
    entries: Entries
    facts: Facts
    step: Decimal


class Part(msgspec.Struct, frozen=True):
    """Points of a node or group, the most it could give, whether it is met (None: not counted).

    `excluded` is how much of its worth does not count and is made up by the rest; `rows` are its
    own and those below; `knockouts` are the ids of nodes whose breach fails everything.
    """

    node: str
    points: Fraction
    worth: Fraction
    met: bool | None
    excluded: Fraction = Fraction(0)
    rows: list[Row] = []
    knockouts: list[str] = []
