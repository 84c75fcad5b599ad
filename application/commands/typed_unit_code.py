"""A kind, a type or an organ of a unit as people type it: one that has a word, or that a published programme knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.editions import programmes_in
from domain.refusal import RefusedError, refusal
from words import kinds
from words.catalogue import catalogue
from words.folded import folded
from words.language import in_both, say
from words.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.commands.typed_names import Read
    from application.running.world import LedgerWorld
    from domain.programme.model import Programme
    from words.kinds import Kind

COLUMNS: dict[str, Kind] = {"kind": "unit_kind", "org_type": "org_type", "organs": "organ"}
"""Fields of a unit that hold codes, and what the codes are of."""
_OF_NO_UNIT = frozenset({"log/registrar", "member", "of_unit"})


def reading(of: Kind) -> Read:
    """How a text is read that names a kind (`unit_kind`), a type (`org_type`) or an organ (`organ`).

    Nothing typed stays nothing. The reading raises RefusedError, about the field, for one that nothing knows, with
    the nearest.
    """

    def read(text: str, world: LedgerWorld, about: str = "") -> str:
        known = _worded(of)
        if text in known or not text.strip():
            return text
        known = dict(_own(of, world)) | known
        meant = [code for code, words in known.items() if folded(text) in map(folded, words)]
        if text in known or len(meant) == 1:
            return text if text in known else meant[0]
        near = [kinds.as_typed(code, known[code][1:]) for code in nearest(text, known)]
        what = kinds.of("column", next(name for name, kind in COLUMNS.items() if kind == of))
        raise RefusedError(
            [refusal("unit_part_unknown", about=about, what=what, text=text, nearest=near)]
        )

    return read


def known_words(field: str, language: str) -> list[str]:
    """The words that may stand in a field of a unit, in a language, in the order of their letters."""
    of = COLUMNS[field]
    return sorted({say(f"{of}.{code}", language) for code in _worded(of)}, key=folded)


Words = tuple[str, str, str]
"""A code, and what it is called in Vietnamese and in English."""


def _worded(of: Kind) -> dict[str, Words]:
    keys = (key.removeprefix(f"{of}.") for key in catalogue("vi") if key.startswith(f"{of}."))
    return {code: (code, *in_both(f"{of}.{code}")) for code in keys if code not in _OF_NO_UNIT}


def _own(of: Kind, world: LedgerWorld) -> Iterator[tuple[str, Words]]:
    """What the programmes of the log know beside that; a kind or an organ has no word of its own there."""
    for programme in programmes_in(world):
        yield from _of_programme(of, programme)


def _of_programme(of: Kind, programme: Programme) -> Iterator[tuple[str, Words]]:
    if of == "org_type":
        for code, label in programme.org_types.items():
            yield code, (code, label.vi, label.en)
        return
    selectors = [
        each for role in programme.roles.values() for rule in role.rules for each in rule.organs
    ]
    if of == "organ":
        codes = [each.organ for each in selectors]
    else:
        above = [each.of.removeprefix("nearest:") for each in selectors if "nearest:" in each.of]
        codes = [kind for each in above for kind in each.split("|")]
        for subject in programme.subjects.values():
            codes += [*subject.unit_kinds, *subject.superior_kinds]
    yield from ((code, (code, code, code)) for code in codes)
