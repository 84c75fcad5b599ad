"""Marks: what a file says of steps, roles, days, numbers rests on a clause, or is assumed under a default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from domain.programme.basis import basis_of
from domain.programme.criteria import (
    BonusReason,
    DeductionReason,
    Group,
    Node,
    PassRule,
    Scale,
)
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme
from domain.programme.oversight import Duty, Feed, Quota, Report, ReviewConference, Target
from domain.programme.procedure import Consultation, DossierDocument, Vote, Window
from domain.programme.recognising import Cadence, Commendation, Ground, Petition, Revocation, Reward
from domain.programme.roles import Role
from domain.programme.taking_part import HandingIn, PilotPlace, Subject, Title
from workflow.deadline import Deadline
from workflow.definition import Step

_MARKED = (
    Step, Title, Subject, DossierDocument, HandingIn, Reward, Commendation, Ground, Report,
    ReviewConference, Feed, Target, Quota, Duty,
)  # fmt: skip
"""Records that nobody may invent: each names its clause or its default."""
_FIGURES: dict[type[msgspec.Struct], tuple[str, ...]] = {
    PassRule: ("mark",), Scale: ("base", "bonus", "total"), Group: ("max", "minimum"), Node: ("max",),
    BonusReason: ("max",), DeductionReason: ("points", "cap"), Vote: ("quorum", "majority", "majority_of", "secret"),
    Consultation: ("days", "silence_is_consent"), Window: ("widened_first", "widened_last"),
    Cadence: ("years_of_term", "first_year"), Reward: ("recognised_years", "streak", "selection_majority"),
    Commendation: ("selection_majority",), Petition: ("days",), PilotPlace: ("count",),
    Revocation: ("explanation_days", "cool_down_years", "warn_after_years"),
}  # fmt: skip
"""Figures of a record: each is assumed, or its record names where it comes from and no other one is assumed."""


class _Read(NamedTuple):
    """A file's tree without its marks, and which places were marked as assumed."""

    plain: Any
    assumed: Mapping[str, str]

    def is_invented(self, at: Path) -> bool:
        """Whether a figure is written there, and not as assumed."""
        return _path(at) not in self.assumed and _is_written(self.plain, at)


def faults(
    programme: Programme | Instrument, plain: Any, assumptions: Mapping[str, str]
) -> list[Fault]:
    """List what rests on nothing; of a file that is assumed as a whole nothing is listed."""
    return [] if programme.default else list(_unmarked(programme, (), _Read(plain, assumptions)))


def _unmarked(value: Any, at: Path, read: _Read) -> Iterator[Fault]:
    if isinstance(value, msgspec.Struct):
        yield from _of_record(value, at, read)
        for field in msgspec.structs.fields(value):
            yield from _unmarked(getattr(value, field.name), (*at, field.encode_name), read)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _unmarked(each, (*at, key), read)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _unmarked(each, (*at, place), read)


def _of_record(record: msgspec.Struct, at: Path, read: _Read) -> Iterator[Fault]:
    if isinstance(record, Role):
        yield from _of_role(record, at)
    based = bool(basis_of(record))
    must = isinstance(record, _MARKED) or (isinstance(record, Deadline) and len(at) == _OWN)
    if must and not based:
        yield fault(at, "unmarked")
    figures = _FIGURES.get(type(record), ())
    if not based or _some_assumed(record, at, figures, read.assumed):
        invented = ((*at, name) for name in figures if read.is_invented((*at, name)))
        yield from (fault(place, "unmarked") for place in invented)


def _some_assumed(
    record: msgspec.Struct, at: Path, figures: tuple[str, ...], assumed: Mapping[str, str]
) -> bool:
    """Whether a figure beside is assumed, so that the clause does not give them: of points in the same set."""
    if isinstance(record, Group | Node):
        start = f"{_path(at[:_OWN])}."
        return any(each.startswith(start) and each.endswith(".max") for each in assumed)
    return any(_path((*at, name)) in assumed for name in figures)


_OWN = 2
"""How deep a criteria set stands, and a deadline that is no variant of another."""


def _of_role(role: Role, at: Path) -> Iterator[Fault]:
    """A role, or each of its rules, names where it comes from."""
    if not basis_of(role):
        bare = (place for place, rule in enumerate(role.rules) if not basis_of(rule))
        yield from (fault((*at, "rules", place), "unmarked") for place in bare)


def _is_written(plain: Any, at: Path) -> bool:
    for key in at:
        if isinstance(plain, dict) and key not in plain:
            return False
        plain = plain[key]
    return True


def _path(at: Path) -> str:
    return ".".join(map(str, at))
