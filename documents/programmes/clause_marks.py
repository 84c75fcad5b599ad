"""A programme as a page shows it: every value with its clauses, assumed ones with their default."""

from __future__ import annotations

from typing import Any

from application.questions.record_places import records
from documents.both_languages import both
from domain.programme.edition import Edition
from domain.programme.model import Programme
from words.kinds import Kind, Labelled
from words.language import Language, say
from words.sentences import Names, nameless, shown


class Shown:
    """An edition, with the place in the file of each of its records, said in a language; without one in both.

    `names` are those that a log knows, of units. `told` are the places of assumed values that were marked so far.
    """

    def __init__(
        self, edition: Edition, language: Language | None = None, names: Names = nameless
    ) -> None:
        self.edition = edition
        self.programme: Programme = edition.programme
        self.language = language
        self.names = names
        self.told: set[str] = set()
        self._places = {id(record): path for record, path in records(edition.programme)}

    def say(self, key: str, **values: object) -> str:
        """The words for a key."""
        return say(key, self.language, **values) if self.language else both(key, **values)

    def word(self, code: Any, kind: Kind) -> str:
        """The word for a code, a date as it is written; in Vietnamese where the page has both languages."""
        return shown(code, kind, self.language or "vi", self.names)

    def name(self, labelled: Labelled) -> str:
        """What the file calls something, in Vietnamese where the page has both languages."""
        return labelled.en if self.language == "en" else labelled.vi

    def label(self, labelled: Labelled) -> str:
        """What the file calls something, in each of the languages."""
        return self.name(labelled) if self.language else f"{labelled.vi} / {labelled.en}"

    def marks(self, record: Any, *fields: str) -> str:
        """The clauses of a record and the defaults it rests on, in brackets.

        `fields` are the keys of the file that are shown of it; those of them that are assumed add
        their default. Where all of them are, no clause says what is shown.
        """
        assumed = [self._assumed(record, field) for field in fields]
        own = [] if fields and all(assumed) else [getattr(record, "default", "")]
        clause = getattr(record, "clause", "") if own else ""
        clauses = [clause] if isinstance(clause, str) else [*clause]
        marks = [*clauses, *(self._default(each) for each in (*own, *assumed) if each)]
        told = ", ".join(dict.fromkeys(filter(None, marks)))
        return f" ({told})" if told else ""

    def _default(self, default: str) -> str:
        """A page for developers has the bare id; a person is told what it stands for."""
        return f"{self.say('page.default')} {default}" if self.language else default

    def _assumed(self, record: Any, field: str) -> str:
        place = self._places.get(id(record))
        if place is None:
            return ""
        path = ".".join(map(str, (*place, field)))
        self.told.add(path)
        return self.edition.assumptions.get(path, "")
