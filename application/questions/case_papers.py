"""The papers of a case: which were handed in or issued, by which act, when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from application.questions.programme_words import papers_of
from domain.case.live_evidence import live_evidence
from domain.events.base import Document
from domain.events.case import EvidenceAttached
from words import sentences
from words.language import chosen
from words.sentences import Names, nameless

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.case.state import Act


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper by its marks, and the act that brought it; `on` is the paper's own day, `title` in words."""

    document: str
    title: str
    number: str
    on: date | None
    issuer: str
    event: str
    position: int
    effective_on: str
    signed_by: str
    organ: str


def papers(situation: Situation, language: str, names: Names = nameless) -> list[Paper]:
    """Every paper that an act of the case names, in the order of the acts; evidence taken back is left out."""
    live = live_evidence(situation.case)
    return [
        _paper(act, document, _title(situation, document, language, names))
        for act in (situation.case.acts if situation.case else ())
        if act.topic != EvidenceAttached.TOPIC or act.event.details.evidence in live
        for document in _documents(act.event.details)
    ]


def _documents(details: Any) -> Iterator[Document]:
    for name in details.__struct_fields__:
        value = getattr(details, name)
        documents = value if isinstance(value, list) else [value]
        yield from (each for each in documents if isinstance(each, Document))


def _title(situation: Situation, document: Document, language: str, names: Names) -> str:
    """As the dossier of the pinned version calls it, else as every programme does."""
    asked = papers_of(situation.programme).get(document.document)
    if asked is not None:
        return asked.en if language == "en" else asked.vi
    return sentences.word(document.document, "document", chosen(language), names)


def _paper(act: Act, document: Document, title: str) -> Paper:
    return Paper(
        document=document.document,
        title=title,
        number=document.number,
        on=document.on,
        issuer=document.issuer,
        event=act.topic,
        position=act.position,
        effective_on=act.effective_on,
        signed_by=act.signed_by,
        organ=act.organ,
    )
