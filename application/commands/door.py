"""The door: what arrives is put in the one form in which it is kept; what no log can keep goes no further."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from unicodedata import category

from msgspec.structs import asdict, replace

from application.commands.field_words import in_words_of
from domain.catalogue import VERBS
from domain.events.numbers import LARGEST
from domain.ids import LONGEST, written_once
from domain.refusal import Refusal, RefusedError, refusal, refuse_if_any
from words import kinds

if TYPE_CHECKING:
    from application.commands.request import Request

LONGEST_NAME = 2 * LONGEST + 50
"""Characters of what names something in a request: an organ `unit/organ`, a year of a unit, a command's id."""
LONGEST_TEXT = 100_000
"""Characters of one text among the data."""
DEEPEST = 30
"""Levels of data; the deepest record has five."""
_NAMES = (
    "verb",
    "actor",
    "signed_by",
    "organ",
    "target",
    "programme",
    "subject",
    "period",
    "command_id",
)
_AS_THEY_ARE = frozenset({"publish-programme"})
"""Commands whose texts are known by their hash."""


def at_the_door(request: Request) -> Request:
    """The request with every text in its one form (`domain.ids.written_once`).

    Raises RefusedError for what is too long, too deep, too large, or no text that can be shown.
    """
    names = {name: written_once(getattr(request, name)) for name in _NAMES}
    reasons = [*_names_refused(names), *_texts_refused("reason", request.reason)]
    refuse_if_any(reasons)
    data = request.data
    if names["verb"] not in _AS_THEY_ARE:
        _refuse_unfit(names["verb"], data)
        data = _written_once(data)
    written = {**names, "reason": written_once(request.reason), "data": data}
    return request if _same(request, written) else replace(request, **written)


def _refuse_unfit(verb: str, data: dict[str, Any]) -> None:
    try:
        refuse_if_any(list(_refused(data, "", 0)))
    except RefusedError as refused:
        raise in_words_of(VERBS[verb], data, refused) if verb in VERBS else refused from None


def _same(request: Request, written: dict[str, Any]) -> bool:
    was = asdict(request)
    return all(was[name] == value for name, value in written.items())


def _names_refused(names: dict[str, str]) -> Iterator[Refusal]:
    for name, text in names.items():
        if len(text) > LONGEST_NAME:
            yield refusal("text_too_long", about=name, field=kinds.field(name), most=LONGEST_NAME)
        elif not text.isprintable():
            yield refusal("text_unprintable", about=name, field=kinds.field(name))


def _refused(value: Any, path: str, depth: int) -> Iterator[Refusal]:
    if depth > DEEPEST:
        yield refusal("data_too_deep", about=path, most=DEEPEST)
    elif isinstance(value, str):
        yield from _texts_refused(path, value)
    elif isinstance(value, int | float):
        if not abs(value) <= LARGEST:
            yield refusal("number_too_large", about=path, field=_named(path), most=LARGEST)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts_refused(path, str(key))
            yield from _refused(item, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _refused(item, f"{path}[{place}]", depth + 1)


def _texts_refused(path: str, text: str) -> Iterator[Refusal]:
    if len(text) > LONGEST_TEXT:
        yield refusal("text_too_long", about=path, field=_named(path), most=LONGEST_TEXT)
    elif not text.isprintable() and any(map(_is_no_text, text)):
        yield refusal("text_unprintable", about=path, field=_named(path))


def _named(path: str) -> Any:
    return kinds.of("typed_field", path)


def _is_no_text(character: str) -> bool:
    """Control characters but those of lines and columns, and halves of characters."""
    return category(character) in {"Cc", "Cs"} and character not in "\n\r\t"


def _written_once(value: Any) -> Any:
    if isinstance(value, str):
        return written_once(value)
    if isinstance(value, dict):
        return {written_once(str(key)): _written_once(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_written_once(item) for item in value]
    return value
