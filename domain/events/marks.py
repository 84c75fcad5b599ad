"""What a field of a record says of itself beside its type: who fills it in, what rests on it, what its text names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeAlias, TypeVar

import msgspec
from msgspec import inspect

T = TypeVar("T")

FilledIn: TypeAlias = Annotated[T, msgspec.Meta(extra={"filled_in": "always"})]
"""What the decision knows better than the person who enters: typed values are refused."""
FilledIfLeftOut: TypeAlias = Annotated[T, msgspec.Meta(extra={"filled_in": "if_left_out"})]
"""What the decision fills in where nothing is typed."""
Decisive: TypeAlias = Annotated[T, msgspec.Meta(extra={"decisive": True})]
"""What a stage or an outcome rests on: changed by a new act, never by a correction."""

ActAt: TypeAlias = Annotated[int, msgspec.Meta(extra={"kind": "act"})]
"""The position of an earlier act of the case."""
CaseStream: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "case"})]
Criterion: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "criterion"})]
DocumentCode: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "document"})]
EvidenceId: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "evidence"})]
FieldName: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "field"})]
Ground: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "ground"})]
MarkValue: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "mark"})]
"""What was entered for a criterion: `true`, the id of a level, a number or a ratio."""
LevelReached: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "level"})]
MeetingId: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "meeting"})]
"""A meeting that a unit recorded, by its own id."""
Measure: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "measure"})]
"""A value that a programme measures and units report, by the name in its file."""
Money: TypeAlias = Annotated[T, msgspec.Meta(extra={"kind": "money"})]
Organ: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "organ"})]
"""`unit/organ`."""
PersonAttribute: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "attribute"})]
PersonId: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "person"})]
PetitionId: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "petition"})]
ProgrammeCode: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "programme"})]
Reason: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "reason"})]
"""A reason for bonus points or a deduction."""
Reorganisation: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "change"})]
"""The topic of a unit's event and its day: `unit-merged 2025-07-01`."""
Reward: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "reward"})]
RoundStream: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "round"})]
Stream: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "stream"})]
Subject: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "subject"})]
SubjectKind: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "subject_kind"})]
Title: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "title"})]
UnitCode: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "unit"})]
UnitKind: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "unit_kind"})]
Use: TypeAlias = Annotated[str, msgspec.Meta(extra={"kind": "use"})]
"""What a text names; a text without a mark names nothing."""


class Marks(NamedTuple):
    """What a field says of itself. `filled_in` is `always`, `if_left_out` or empty."""

    filled_in: str = ""
    decisive: bool = False
    erasable: bool = False
    kind: str = ""


@cache
def marks_of(record: type[msgspec.Struct]) -> dict[str, Marks]:
    """The marks of a record's own fields by name; raises TypeError for what is no record."""
    described = inspect.type_info(record)
    if not isinstance(described, inspect.StructType):
        raise TypeError(record)
    return {field.name: Marks(**_extra(field.type)) for field in described.fields}


def marked(record: type[msgspec.Struct], mark: str, value: object = True) -> frozenset[str]:
    """The fields of a record whose mark has a value."""
    return frozenset(
        name for name, marks in marks_of(record).items() if getattr(marks, mark) == value
    )


def _extra(kind: inspect.Type) -> dict[str, Any]:
    """The marks of a type, and of what it is made of: a list of criteria is marked as a criterion."""
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            return {**_extra(inner), **(extra or {})}
        case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
            return _extra(inner)
        case inspect.UnionType(types=types):
            return _merged(map(_extra, types))
    return {}


def _merged(each: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {name: value for extra in each for name, value in extra.items()}
