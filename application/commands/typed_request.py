"""A request with codes where people type names: who enters, who signs, for which organ, about which unit or person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.commands.typed_names import Read, typed_person, typed_subject, typed_unit
from application.commands.typed_organ import typed_organ
from application.commands.typed_programme import typed_programme
from domain.refusal import Refusal, RefusedError, refuse_if_any

if TYPE_CHECKING:
    from application.commands.request import Request
    from application.running.world import LedgerWorld
    from domain.catalogue import Verb

_FIELDS: dict[str, Read] = {
    "actor": typed_person, "signed_by": typed_person, "organ": typed_organ, "subject": typed_subject,
    "programme": typed_programme,
}  # fmt: skip


def with_codes(request: Request, verb: Verb, world: LedgerWorld) -> Request:
    """The request as its codes say it; who opens a log is known to nobody yet, so that one stays as it is.

    Raises RefusedError with everybody and everything named that is none, or may be several.
    """
    if verb.permission == "opening":
        return request
    reasons: list[Refusal] = []
    read = dict(_FIELDS)
    if target := _target(verb):
        read["target"] = target
    codes = {name: _code(name, each, request, world, reasons) for name, each in read.items()}
    refuse_if_any(reasons)
    return msgspec.structs.replace(request, **codes)


def _code(
    name: str, read: Read, request: Request, world: LedgerWorld, reasons: list[Refusal]
) -> str:
    text: str = getattr(request, name)
    try:
        return read(text, world, name)
    except RefusedError as refused:
        reasons.extend(each for each in refused.refusals if each not in reasons)
        return text


def _target(verb: Verb) -> Read | None:
    """How the target of a verb is read; one that registers names what there is not yet."""
    if verb.stream == "unit-year":
        return _unit_year
    if verb.verb in {"register-unit", "register-person"}:
        return None
    return {"unit": typed_unit, "person": typed_person}.get(verb.stream)


def _unit_year(text: str, world: LedgerWorld, about: str) -> str:
    unit, colon, year = text.rpartition(":")
    return f"{typed_unit(unit, world, about)}:{year}" if colon else text
