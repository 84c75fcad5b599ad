"""Whether a reason can be shown: each of its values is there, and of a kind that has a way to be written."""

from __future__ import annotations

from typing import get_args

from words.kinds import Kind, Said
from words.sentences import sentence

KINDS = frozenset(get_args(Kind))


def assert_shown(reason):
    """A reason has a sentence in both languages and no value of an unknown kind or without a value."""
    assert sentence(reason, "vi")
    assert sentence(reason, "en")
    for name, value in reason.values.items():
        assert is_shown(value), (reason.key, name, value)


def is_shown(value):
    """Whether a value is there; only a number may be none, and is shown as such."""
    if not isinstance(value, Said) or value.kind not in KINDS:
        return False
    if value.kind == "list":
        return isinstance(value.value, tuple) and all(map(is_shown, value.value))
    if value.kind in {"typed", "typed_field"} and isinstance(value.value, tuple):
        return is_shown(value.value[0]) and value.value[1] not in {None, "", "None"}
    if value.kind == "because":
        return all(map(is_shown, value.value.values.values()))
    return value.kind == "number" or value.value not in {None, "None"}
