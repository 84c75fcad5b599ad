"""How a page speaks: values and words in one language, with the names that the log knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from application.questions.names import Rules
from words import sentences
from words.language import say
from words.sentences import nameless, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from application.questions.names import LogNames
    from domain.refusal import Refusal
    from words.kinds import Kind, Said
    from words.language import Language
    from words.sentences import Names
    from words.tables import Column


class Spoken:
    """One page's words; `rules` are the version of a programme whose words go before any other's."""

    def __init__(
        self, language: Language, known: LogNames | None = None, rules: Rules | None = None
    ) -> None:
        self.language = language
        self._known = known
        self._rules = rules

    @property
    def names(self) -> Names:
        """Those that the log knows, in the words of the case that the page is about."""
        if self._known is None:
            return nameless
        return self._known.within(*self._rules) if self._rules else self._known

    def about(self, rules: Rules | None) -> Spoken:
        """The same for a page about a case under a version of its programme."""
        return Spoken(self.language, self._known, rules)

    def within(self, row: object) -> Spoken:
        """The same for a row that names its own programme and version."""
        programme = field(row, "programme", "")
        if self._known is None or not isinstance(programme, str) or not programme:
            return self
        version = field(row, "programme_version", "")
        return Spoken(self.language, self._known, Rules(programme, str(version or "")))

    def words(self, key: str, /, **values: object) -> str:
        """The words for a key; raises KeyError for one that has none."""
        return say(key, self.language, **values)

    def value(self, value: Any, kind: Kind) -> str:
        """A value of a kind in words; nothing where there is none."""
        nothing = value is None or value in ("", [], ())
        return "" if nothing else sentences.shown(value, kind, self.language, self.names)

    def said(self, value: Said) -> str:
        """A value that says what it is."""
        return sentences.of(value, self.language, self.names)

    def reason(self, reason: Refusal) -> str:
        """A reason as a sentence."""
        return sentence(reason, self.language, self.names)

    def titles(self, columns: Sequence[Column]) -> list[str]:
        return [column.title(self.language) for column in columns]

    def cells(self, row: object, columns: Sequence[Column]) -> list[str]:
        """What stands in the columns of a row, in the words of the row's own programme."""
        spoken = self.within(row)
        return [spoken.value(field(row, each.name), each.kind) for each in columns]


def field(row: object, name: str, default: Any = None) -> Any:
    """A field of a row, be it a record or a mapping."""
    if isinstance(row, Mapping):
        return row.get(name, default)
    return getattr(row, name, default)
