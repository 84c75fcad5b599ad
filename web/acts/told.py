"""Reasons and trials as a page shows them: sentences, the clause behind each, the input that each is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.step_basis import basis_told, words_of
from web.acts.paths import DATA, inside, written
from web.acts.typed_rows import parts_that_say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from domain.refusal import Refusal
    from web.acts.paths import Typed
    from web.spoken import Spoken

ENVELOPE = ("reason", "on", "signed_by", "organ")
"""Inputs beside the data: why, on which day, who signs, in whose name."""


class Reason(NamedTuple):
    """A sentence, the name of the input that it is about (empty for none), and what it rests on."""

    sentence: str
    at: str
    basis: tuple[str, ...]


def reasons(refusals: Iterable[Refusal], spoken: Spoken, typed: Typed) -> list[Reason]:
    """Every reason once."""
    told = (_reason(each, spoken, typed) for each in refusals)
    return list(dict.fromkeys(told))


def _reason(reason: Refusal, spoken: Spoken, typed: Typed) -> Reason:
    return Reason(
        spoken.reason(reason), input_of(reason.about, typed), basis(reason.rests_on, spoken)
    )


def basis(ids: Sequence[str], spoken: Spoken) -> tuple[str, ...]:
    """Each clause and default with its own words."""
    named = basis_told((each for each, _ in words_of(ids, spoken.language)), spoken.language)
    told = (text for _, text in words_of(ids, spoken.language))
    return tuple(
        f"{name}: {' '.join(text.split())}" for name, text in zip(named, told, strict=True)
    )


def by_input(told: Iterable[Reason]) -> dict[str, list[str]]:
    """The sentences by the name of the input that they are about."""
    found: dict[str, list[str]] = {}
    for each in told:
        if each.at:
            found.setdefault(each.at, []).append(each.sentence)
    return found


def input_of(about: str, typed: Typed) -> str:
    """The input that a reason is about: the longest beginning of its place that the form has."""
    if about in ENVELOPE:
        return about
    names, path, best = _names_of(about), DATA, ""
    while names:
        taken, path = _step(names, path, typed)
        if not taken:
            break
        names, best = names[taken:], path
    return _shown(best, typed)


def _names_of(about: str) -> list[str]:
    """`documents[0].on` and `sheet.marks.III.3.value` taken apart at every point and bracket."""
    return [part for part in about.replace("[", ".").replace("]", "").split(".") if part]


def _step(names: list[str], path: str, typed: Typed) -> tuple[int, str]:
    """How many of the names are one place under a path, and that place: a criterion has points in its own name."""
    for count in range(len(names), 0, -1):
        place = f"{path}.{written('.'.join(names[:count]))}"
        if place in typed or any(name.startswith(f"{place}.") for name in typed):
            return count, place
    rows = parts_that_say(typed, path) if names[0].isdecimal() else []
    if rows and int(names[0]) < len(rows):
        return 1, f"{path}.{rows[int(names[0])]}"
    return (1, inside(path, names[0])) if path == DATA else (0, path)


def _shown(path: str, typed: Typed) -> str:
    """A place that has inputs inside is pointed at by the first of them."""
    if path in typed or not path:
        return path
    return next((name for name in typed if name.startswith(f"{path}.")), path)


def values_of(typed: Typed) -> list[tuple[str, str]]:
    """Everything that was typed, as hidden inputs carry it on; not the buttons."""
    return [
        (name, value)
        for name, values in typed.items()
        for value in values
        if not name.startswith("_")
    ]
