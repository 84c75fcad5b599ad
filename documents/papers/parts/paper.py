"""What a file of `documents/papers/` declares: which document it is, after which acts, and its content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from application.questions.on_paper.case_on_paper import ActOnPaper, CaseOnPaper
from documents.papers.format_rules.rules import FormatRules
from documents.papers.parts.content import Content
from words import language, sentences

if TYPE_CHECKING:
    from domain.events.base import StepTaken
    from words.kinds import Kind
    from words.sentences import Names


class Material(NamedTuple):
    """What a paper is made from: the case, the act that it is the paper of, its day, the format rules of that day.

    `told_by` is None for a paper of no act.
    """

    case: CaseOnPaper
    told_by: ActOnPaper | None
    on: date
    rules: FormatRules

    @property
    def act(self) -> ActOnPaper:
        """The act that it is the paper of; raises LookupError for a paper of none."""
        if self.told_by is None:
            raise LookupError
        return self.told_by

    @property
    def names(self) -> Names:
        """Names as they were on the day of the paper."""
        return self.case.names_on(self.on)

    def say(self, key: str, /, **values: object) -> str:
        """The words for a key of `paper.` in the language of the paper; raises KeyError for an unknown one."""
        return language.say(f"paper.{key}", self.case.language, **values)

    def word(self, value: Any, kind: Kind) -> str:
        """A value of a kind in words; empty where there is none."""
        if value is None or value == "":
            return ""
        return sentences.shown(value, kind, self.case.language, self.names)


class Paper(NamedTuple):
    """A paper by the code of its document (`DOC-DEC`).

    `after` are the kinds of act of which the newest is what the paper tells and has its day; of none where it can be
    made of every case. `content` is a pure function; it raises RefusedError where the case cannot have the paper.
    """

    code: str
    content: Callable[[Material], Content]
    after: tuple[type[StepTaken[Any]], ...] = ()
