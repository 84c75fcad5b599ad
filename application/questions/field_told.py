"""The fields of a case in words, `decision-issued.number` as the number of the decision, and what stands there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from typing import Any, cast, get_args

from application.questions.forms import Field, fields_of
from domain.case.acts import BY_TOPIC
from domain.catalogue import VERBS
from domain.events import BY_TOPIC as EVENTS
from domain.events.base import Mark
from domain.events.details import CriterionVotes
from projections.story.field_kinds import kind_at, said_as
from words import kinds
from words.kinds import Kind, Said, because, said
from words.language import find

_KINDS: dict[str, Kind] = {
    "stage": "stage", "unit": "unit", "subject": "subject", "subject_kind": "subject_kind",
    "title": "title", "programme": "programme", "round": "round", "level": "level",
    "total": "number", "base": "number", "bonus": "number", "deducted": "number",
    "points": "number", "mean": "number", "revoked": "stream", "via": "stream", "use": "use",
    "body": "organ", "reward": "reward", "effective_on": "date",
    "org_type": "org_type",
}  # fmt: skip
"""What fields are that no form asks for."""
_READ: dict[Kind, Callable[[Any], object]] = {
    "number": Fraction, "money": Fraction, "share": Fraction, "date": date.fromisoformat,
    "instant": datetime.fromisoformat,
}  # fmt: skip
_BY_EVENT = {verb.event.TOPIC: verb for verb in VERBS.values()}


def field_told(name: str) -> Said:
    """A field as the blame calls it: of which act, about what, which field of it."""
    act, cut, own = name.partition(".")
    if not cut or (act not in _BY_EVENT and not find(f"event.{act}", "vi")):
        return _parts(name)
    about, own = _about(act, own)
    told = kinds.of("event", act)
    if about is not None:
        told = _joined("shown.act_about", act=told, about=about)
    return _joined("shown.field_of_act", act=told, field=_parts(own))


def value_told(name: str, value: Any) -> Said:
    """What stands in a field, by what the form says that it is, or by its name."""
    act, _, own = name.partition(".")
    own = _about(act, own)[1] or name
    asked = _asked(act, own)
    for choice in asked.choices if asked else ():
        if choice.value == value:
            return choice.said
    parts = own.split(".")
    kind = next((_KINDS[part] for part in reversed(parts) if part in _KINDS), None)
    kind = _of_record(act, parts) or kind
    if asked and asked.kind != "text" and asked.kind in get_args(Kind):
        kind = cast("Kind", asked.kind)
    return (
        said(value) if kind is None or not _fits(value, kind) else said_as(kind, parts[-1], value)
    )


def _of_record(act: str, path: list[str]) -> Kind | None:
    """What the record of an act says that a field is; None for a plain text, which its name may tell better."""
    verb = BY_TOPIC.get(act)
    kind = kind_at(verb.payload if verb else EVENTS[act], path) if act in EVENTS else None
    return None if kind == "text" else kind


def _fits(value: Any, kind: Kind) -> bool:
    """Whether a value is what its field's name promises: texts stand among numbers in a sheet."""
    reader = _READ.get(kind)
    if reader is None:
        return not isinstance(value, bool)
    try:
        reader(value)
    except (TypeError, ValueError):
        return False
    return not isinstance(value, bool)


def _joined(key: str, **values: Said) -> Said:
    return Said("because", because(key, **values))


def _about(act: str, own: str) -> tuple[Said | None, str]:
    """What tells acts of one kind apart, and the field without it: `kt-09`, `DU/cell`, `mc-1`."""
    kind = BY_TOPIC.get(act)
    if kind is None or not (kind.own or kind.about):
        return None, own
    about, _, field = own.partition(".")
    return kinds.of("person" if kind.own else _KINDS.get(kind.about, "text"), about), field


def _parts(own: str, within: Kind | None = None) -> Said:
    """A field within a field, the outermost first; a criterion, a paper by its code.

    `within` is what a name is that has no words of its own.
    """
    first, _, rest = own.partition(".")
    named = (kind for kind in _NAMED if find(f"{kind}.{first}", "vi"))
    known = "organ" if "/" in first else next(named, within)
    if known is None:
        return kinds.text(own)
    told = kinds.of(known, first)
    if not rest:
        return told
    inside = _WITHIN.get(first)
    part = _criterion(rest) if first in _BY_CRITERION else _parts(rest, inside)
    return _joined("shown.field_within", whole=told, part=part)


def _criterion(own: str) -> Said:
    """A criterion, whose id has dots of its own, and what of its mark: `III.3.points`, `I.5/backlog.value`."""
    node, _, field = own.rpartition(".")
    if field not in (*Mark.__struct_fields__, *CriterionVotes.__struct_fields__):
        return kinds.of("criterion", own)
    return _joined("shown.field_within", whole=kinds.of("criterion", node), part=kinds.field(field))


_NAMED: tuple[Kind, ...] = ("field", "column", "document")
_BY_CRITERION = ("marks", "points", "met", "mean", "departures", "by_criterion")
"""Where values stand under the criterion they are about."""
_WITHIN: dict[str, Kind] = {"bonus": "reason", "deductions": "reason", "tasks": "text"}
"""What the names are under which records stand: reasons of the criteria, ids that somebody gave."""


@cache
def _asked(act: str, own: str) -> Field | None:
    """The field of the form of the command that leads to an act."""
    verb, found = _BY_EVENT.get(act), None
    fields = {field.name: field for field in fields_of(verb)} if verb else {}
    for part in own.split("."):
        if part not in fields:
            return found if part == own.rpartition(".")[2] and found and found.many else None
        found = fields[part]
        fields = {field.name: field for field in found.fields}
    return found
