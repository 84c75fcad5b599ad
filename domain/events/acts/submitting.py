"""What happens to the dossier: handed in, sent back, supplemented."""

from __future__ import annotations

from datetime import date

from domain.events.base import Data, Document, StepTaken, Text
from domain.events.marks import FilledIfLeftOut, Organ


class Dossier(Data, frozen=True, kw_only=True):
    """The documents handed in, and through whom: an organ where the programme names one, else what is typed."""

    documents: list[Document]
    channel: FilledIfLeftOut[Organ] = ""
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
