"""The data of a request read as the record that its command asks for; or every reason why they do not fit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from application.commands.field_words import in_words_of
from application.commands.misfits import misfits
from application.commands.typed_days import days_read
from application.commands.typed_numbers import numbers_read
from application.commands.unknown_fields import all_known, known_part, unknown_fields
from domain.events.marks import marked
from domain.events.numbers import number_refusals
from domain.programme.misfits import placed, told
from domain.refusal import Refusal, RefusedError, refusal, refuse_if_any
from words import kinds
from words.kinds import Because

if TYPE_CHECKING:
    from domain.catalogue import Verb


def payload_from(data: dict[str, Any], verb: Verb) -> Any:
    """Read data as the record of a verb; raise RefusedError with every field that does not fit.

    Strict here, at the door: an event that is stored is read leniently, for it may have grown.
    """
    try:
        return _read(data, verb)
    except RefusedError as refused:
        raise in_words_of(verb, data, refused) from refused


def _read(data: dict[str, Any], verb: Verb) -> Any:
    with_days, wrong = days_read(numbers_read(data, verb.payload), verb.payload)
    if wrong:
        raise RefusedError(_against(with_days, verb, wrong))
    try:
        payload = msgspec.convert(with_days, verb.payload, strict=False)
    except msgspec.ValidationError as error:
        reasons = _against(with_days, verb, []) or [_unreadable(verb, *_misfit(str(error)))]
        raise RefusedError(reasons) from error
    if not all_known(with_days, verb.payload):
        raise RefusedError(_against(with_days, verb, []))
    refuse_if_any([*_filled_in(payload, verb), *number_refusals(payload)])
    return payload


def _unknown(data: dict[str, Any], verb: Verb) -> list[Refusal]:
    return [
        refusal(
            "field_unknown" if nearest else "field_not_needed",
            about=path,
            verb=kinds.verb(verb.verb),
            field=kinds.of("typed_field", path),
            nearest=kinds.many("typed_field", nearest),
            form=verb.verb,
        )
        for path, nearest in unknown_fields(data, verb.payload)
    ]


def _against(data: dict[str, Any], verb: Verb, days: list[Refusal]) -> list[Refusal]:
    """Every field that is unknown, every day that is none, and every other value that does not fit."""
    already = {reason.about for reason in days}
    found = misfits(known_part(data, verb.payload), verb.payload, already)
    return [*_unknown(data, verb), *days, *(_unreadable(verb, *each) for each in found)]


def _misfit(message: str) -> tuple[str, Because]:
    """Where data do not fit, `documents[0]`, and why, as msgspec says it."""
    said, at = placed(message)
    return at, told(said)


def _unreadable(verb: Verb, about: str, problem: Because) -> Refusal:
    return refusal(
        "payload_unreadable",
        about=about,
        verb=kinds.verb(verb.verb),
        at=kinds.of("typed_field", about),
        problem=problem,
    )


def _filled_in(payload: Any, verb: Verb) -> list[Refusal]:
    """What was typed where nobody types: it would be thrown away, so it is refused."""
    return [
        refusal("field_filled_in", about=name, verb=kinds.verb(verb.verb), field=kinds.field(name))
        for name, nothing in _never_typed(verb.payload)
        if getattr(payload, name) != nothing
    ]


@cache
def _never_typed(record: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """The fields that are always filled in, each with what stands there when nothing is typed."""
    filled = marked(record, "filled_in", "always")
    return tuple(
        (field.name, _default(field))
        for field in msgspec.structs.fields(record)
        if field.name in filled
    )


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
