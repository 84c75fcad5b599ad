"""docs/schemas/scenario.json: the shape of one line of a scenario as JSON Schema, drawn from the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from application.intake.scenario import Line
from application.questions.forms import Field, fields_of
from application.questions.programme_keys import line_keys
from documents.both_languages import both, together
from documents.reference.programme_schema import COMMENT, DIALECT
from domain.catalogue import VERBS

if TYPE_CHECKING:
    from domain.catalogue import Verb

_TEXT: dict[str, Any] = {"type": "string"}
_TYPES: dict[str, dict[str, Any]] = {
    "whole": {"type": "integer"},
    "number": {"anyOf": [{"type": "number"}, {"type": "string"}]},
    "yes_no": {"type": "boolean"},
    "act": {"type": "integer"},
}
"""Kinds of a field that are no text; dates are texts, typed as 31/12/2024 or 2024-12-31."""
_FROM_A_FILE = {"publish-programme": {"file": {"type": "string"}}}
"""What a line may say instead of the whole content: a file beside the scenario."""


def draw() -> str:
    """The schema as JSON text."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=1).decode() + "\n"


def schema() -> dict[str, Any]:
    """The schema of a line: its own keys, and for each command the data that belong to it."""
    (found,) = msgspec.json.schema_components((Line,))[1].values()
    own = {
        name: {
            "description": f"{means.vi} / {means.en}",
            **_without_default(found["properties"][name]),
        }
        for name, means in line_keys().items()
    }
    own["do"]["enum"] = [*VERBS]
    return {
        "$schema": DIALECT,
        "$comment": COMMENT,
        "title": "bontot: scenario line",
        "type": "object",
        "properties": own,
        "required": found["required"],
        "additionalProperties": False,
        "allOf": [_of_verb(verb) for verb in VERBS.values()],
    }


def _without_default(found: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in found.items() if name != "default"}


def _of_verb(verb: Verb) -> dict[str, Any]:
    """What the data of a line may have where it gives this command."""
    asked = {"properties": {"do": {"const": verb.verb}}}
    data = {"description": both(f"verb.{verb.verb}"), **_data(fields_of(verb))}
    data["properties"] |= _FROM_A_FILE.get(verb.verb, {})
    return {"if": asked, "then": {"properties": {"data": data}}}


def _data(fields: list[Field] | tuple[Field, ...]) -> dict[str, Any]:
    typed = [field for field in fields if field.is_typed]
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in typed},
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    one = _data(field.fields) if field.kind == "record" else _value(field)
    if field.keyed_by:
        one = {"type": "object", "additionalProperties": one}
    elif field.many:
        one = {"type": "array", "items": one}
    return {"description": together(field.title), **one}


def _value(field: Field) -> dict[str, Any]:
    if field.choices:
        return {"enum": [choice.value for choice in field.choices]}
    return _TYPES.get(field.kind, _TEXT)
