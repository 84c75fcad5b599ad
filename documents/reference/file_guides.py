"""docs/programme-file.md and docs/scenario-file.md, drawn from the model and from what its keys mean."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import msgspec
import msgspec.inspect as shape

from application.questions.programme_keys import (
    EVERYWHERE,
    GUARDS,
    NODE_KINDS,
    Key,
    Part,
    catalogue,
    line_keys,
    parts,
)
from documents.both_languages import both, head
from domain.measures.catalogue import MEASURES
from domain.programme.documents import DOCUMENTS
from words.catalogue import catalogue as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from application.questions.defaults import Words

_TOLD_ONCE = ("vi", "en", "clause", "line", "default")
"""Keys that mean the same in every part."""
_KINDS: dict[type[shape.Type], str] = {
    shape.BoolType: "yes_no",
    shape.DateType: "date",
    shape.DecimalType: "number",
    shape.IntType: "whole",
    shape.StrType: "text",
}
_EXAMPLE = "programme-example.yaml"


def draw() -> str:
    """docs/programme-file.md."""
    common = catalogue()[EVERYWHERE]
    return "\n".join(
        [
            head("programme-file"),
            _titled("page.example", f"```yaml\n{example()}```\n"),
            _titled("page.everywhere", _meanings({name: common[name] for name in _TOLD_ONCE})),
            *map(_part, parts().values()),
            _titled("page.node_kinds", _meanings(catalogue()[NODE_KINDS])),
            _titled("page.guards", _meanings(catalogue()[GUARDS])),
            _titled("page.measures", _worded("measure", MEASURES)),
            _titled("page.organs", _worded("organ", _organs())),
            _titled("page.documents", _worded("document", DOCUMENTS)),
        ]
    )


def draw_scenario() -> str:
    """docs/scenario-file.md."""
    return head("scenario-file") + _meanings(line_keys())


def example() -> str:
    """A small programme as a file."""
    return resources.files("documents").joinpath("templates", _EXAMPLE).read_text("utf-8")


def _organs() -> Iterator[str]:
    """Organs that have a word of their own; a file may name others."""
    names = (key.removeprefix("organ.") for key in words("vi") if key.startswith("organ."))
    return (name for name in sorted(names) if name != "of_unit" and "/" not in name)


def _titled(key: str, text: str) -> str:
    return f"## {both(key)}\n\n{text}"


def _part(part: Part) -> str:
    rows = [_row(key) for key in part.keys if key.name not in _TOLD_ONCE]
    if not rows:
        return ""
    return f"## `{part.name}`\n\n{_table(('key', 'means', 'kind'), rows)}"


def _row(key: Key) -> list[str]:
    star = "*" if key.required else ""
    return [f"`{key.name}`{star}", f"{key.means.vi} / {key.means.en}", _told(key)]


def _told(key: Key) -> str:
    """The type of a key, and what is taken where it is left out."""
    kind = _kind(key.takes)
    plain = isinstance(key.default, str | int | float) or msgspec.to_builtins(key.default) is None
    taken = "" if key.required or not plain or key.default in ("", None) else str(key.default)
    return f"{kind}; {both('page.otherwise')} `{taken.lower()}`" if taken else kind


def _kind(found: shape.Type) -> str:
    match found:
        case shape.StructType(cls=record):
            return f"[`{record.__name__}`](#{record.__name__.lower()})"
        case shape.ListType(item_type=inner) | shape.VarTupleType(item_type=inner):
            return f"{both('page.list')}: {_kind(inner)}"
        case shape.DictType(value_type=inner):
            return f"{both('page.by_code')}: {_kind(inner)}"
        case shape.LiteralType(values=values):
            return ", ".join(f"`{each}`" for each in values if each != "")
        case shape.UnionType(types=several):
            told = (_kind(each) for each in several if not isinstance(each, shape.NoneType))
            return f" {both('page.or')} ".join(dict.fromkeys(told))
    return both(f"kind.{_KINDS[type(found)]}")


def _meanings(found: dict[str, Words]) -> str:
    return _table(
        ("key", "means"), [[f"`{name}`", f"{each.vi} / {each.en}"] for name, each in found.items()]
    )


def _worded(kind: str, names: Iterable[str]) -> str:
    return _table(("key", "means"), [[f"`{name}`", both(f"{kind}.{name}")] for name in names])


def _table(columns: tuple[str, ...], rows: list[list[str]]) -> str:
    titles = [both(f"page.column.{name}") for name in columns]
    lines = [f"| {' | '.join(each)} |" for each in (titles, ["---"] * len(titles), *rows)]
    return "\n".join([*lines, ""])
