"""What happens to the dossier: handed in, sent back, supplemented."""

from __future__ import annotations

from datetime import date

from domain.events.base import Data, Document, StepTaken, Text


class Dossier(Data, frozen=True, kw_only=True):
    """The documents handed in, and through whom."""

    documents: list[Document]
    channel: str = ""
    accepted_late: Text = ""


class DossierSubmitted(StepTaken[Dossier], frozen=True, kw_only=True):
    TOPIC = "dossier-submitted"


class Return(Data, frozen=True, kw_only=True):
    """A dossier sent back: what is missing, and the new date."""

    missing: list[str]
    due_on: date


class DossierReturned(StepTaken[Return], frozen=True, kw_only=True):
    TOPIC = "dossier-returned"


class DossierSupplemented(StepTaken[Dossier], frozen=True, kw_only=True):
    TOPIC = "dossier-supplemented"
