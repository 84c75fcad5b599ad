"""docs/schemas/programme.json: the shape of a programme file as JSON Schema, so that an editor helps who writes one."""

from __future__ import annotations

from typing import Any

import msgspec

from application.questions.defaults import defaults
from application.questions.programme_keys import parts
from domain.case.guard_names import GUARD_NAMES
from domain.catalogue import VERBS
from domain.measures.catalogue import MEASURES
from domain.programme.documents import DOCUMENTS
from domain.programme.model import Instrument, Programme

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors of YAML know best."""
COMMENT = "Drawn from the model by `python -m scripts.draw_docs`; a test compares it."
_DEFAULT = {"$ref": "#/$defs/default"}
_ASSUMED = {
    "type": "object",
    "description": "{assumed: …, default: D-…}",
    "properties": {"assumed": {}, "default": _DEFAULT},
    "required": ["assumed", "default"],
    "additionalProperties": False,
}
_NUMBER = {"anyOf": [{"type": "number"}, {"type": "string"}]}
"""A number is written as one, or as text where its digits matter."""
_KNOWN: dict[tuple[str, str], tuple[str, ...]] = {
    ("Step", "command"): tuple(verb.verb for verb in VERBS.values() if verb.stream == "case"),
    ("Step", "guards"): GUARD_NAMES,
    ("Measure", "from"): (*MEASURES, "entered"),
    ("DossierDocument", "document"): DOCUMENTS,
    ("Duty", "held_by"): tuple(VERBS),
}
"""Keys whose words stand in a list of the program, not in the model."""


def draw() -> str:
    """The schema as JSON text."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=1).decode() + "\n"


def schema() -> dict[str, Any]:
    """The schema of a programme file and of a table of criteria."""
    _, found = msgspec.json.schema_components(
        (Programme, Instrument), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": DIALECT,
        "$comment": COMMENT,
        "title": "bontot: programme",
        "$defs": {"default": {"enum": [*defaults()]}, "assumed": _ASSUMED}
        | {name: _record(name, each) for name, each in found.items()},
        "if": {"properties": {"kind": {"const": "instrument"}}, "required": ["kind"]},
        "then": {"$ref": "#/$defs/Instrument"},
        "else": {"$ref": "#/$defs/Programme"},
    }


def _record(part: str, found: dict[str, Any]) -> dict[str, Any]:
    keys = {key.name: key.means for key in parts()[part].keys}
    properties = {
        name: {
            "description": f"{keys[name].vi} / {keys[name].en}",
            **_assumable(_known(part, name, _typed(each))),
        }
        for name, each in found["properties"].items()
    }
    return {**_bare(found), "properties": properties}


def _bare(found: dict[str, Any]) -> dict[str, Any]:
    """What stands around the keys of a record; its docstring is for who reads the code."""
    return {name: each for name, each in found.items() if name not in {"title", "description"}}


def _typed(found: Any) -> Any:
    """The type of a value, with numbers as files write them, and without what is taken where it is left out."""
    if isinstance(found, list):
        return [_typed(each) for each in found]
    if not isinstance(found, dict):
        return found
    if found.get("format") == "decimal":
        return _NUMBER
    return {name: _typed(each) for name, each in found.items() if name != "default"}


def _known(part: str, name: str, found: dict[str, Any]) -> dict[str, Any]:
    """The type with the words that the program knows, where it has a list of them."""
    if name == "default":
        return {"anyOf": [_DEFAULT, {"const": ""}]}
    words = _KNOWN.get((part, name))
    if words is None:
        return found
    one = {"enum": [*words]}
    return {"anyOf": [one, {"type": "array", "items": one}]} if name == "guards" else one


def _assumable(found: dict[str, Any]) -> dict[str, Any]:
    """A value, or one marked as assumed where the guideline is silent; a default cannot itself be assumed."""
    if _DEFAULT in found.get("anyOf", ()):
        return found
    return {"anyOf": [found, {"$ref": "#/$defs/assumed"}]}
