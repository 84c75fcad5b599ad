"""Persons of one case who are called alike: on a paper each has the code behind the name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from words.kinds import Kind
    from words.language import Language
    from words.sentences import Names


def telling_apart(names: Names, people: Iterable[str]) -> Names:
    """The same names, with the code behind each that several of these persons have.

    Only those of the case are compared: who is registered later changes no paper.
    """
    called = Counter(names("person", person, "vi") for person in set(people))

    def named(kind: Kind, code: str, language: Language) -> str | None:
        name = names(kind, code, language)
        return f"{name} ({code})" if kind == "person" and name and called[name] > 1 else name

    return named
