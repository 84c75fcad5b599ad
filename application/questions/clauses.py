"""The clauses of the guidelines: what each asks, and its sentences as they stand in the guideline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from application.intake.programme_files import load


class Clause(msgspec.Struct, frozen=True):
    """A clause: its gist in English, and the lines of the guideline that it was read from."""

    en: str
    line: int | str | list[int | str]

    def lines(self) -> Iterator[int]:
        """The numbers of its lines, those of a range such as `75-83` one by one."""
        for each in self.line if isinstance(self.line, list) else [self.line]:
            first, _, last = str(each).partition("-")
            yield from range(int(first), int(last or first) + 1)


def text_of(clause: str, language: str) -> str:
    """What a clause says: the guideline's own sentences, in English after its gist; nothing for an unknown one."""
    found = clauses().get(clause)
    if found is None:
        return ""
    own = "\n".join(sentences(clause))
    return f"{found.en}\n{own}" if language == "en" else own


def sentences(clause: str) -> list[str]:
    """The sentences of a known clause, without the dash that a guideline lists them with."""
    text = _texts().get(clause.partition("-")[0], {})
    return [text[line].lstrip("-+ ") for line in clauses()[clause].lines() if line in text]


def in_order(named: Iterable[str]) -> list[str]:
    """Clauses in the order of their guideline, unknown ones at the end."""
    order = {clause: place for place, clause in enumerate(clauses())}
    return sorted(set(named), key=lambda clause: (order.get(clause, len(order)), clause))


@cache
def clauses() -> dict[str, Clause]:
    """Every clause of the five guidelines by its id, in their order."""
    return msgspec.convert(load(_FOLDER / "clauses.yaml")[0], dict[str, Clause])


@cache
def _texts() -> dict[str, dict[int, str]]:
    """The sentences that clauses were read from, by guideline (`KT`) and line."""
    return msgspec.convert(load(_FOLDER / "texts.yaml")[0], dict[str, dict[int, str]])


_FOLDER = Path(str(resources.files("programmes"))) / "clauses"
