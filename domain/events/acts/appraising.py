"""What happens in appraisal and consultation."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.events.base import Data, Document, Level, Outcome, Sheet, StepTaken, Text
from domain.events.marks import Decisive, FilledIfLeftOut, FilledIn, LevelReached, Organ
from domain.events.unit_year import ClassificationLevel


class Appraisal(Data, frozen=True, kw_only=True):
    """An appraisal (of a hop or of the appraiser): own sheet, proposal, opinion.

    `departure` says why the proposal departs from what stands in the case. `grade` is the one proposed. Where title and
    annual classification are one job (D-20), `classification` is the annual level that is proposed with it, the claimed
    one where none is typed; `review_results` are those of the unit's review, where the appraisal brings them together.
    """

    proposal: Decisive[Level]
    grade: Decisive[LevelReached] = ""
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    opinion: Text = ""
    document: Document | None = None
    departure: Text = ""
    classification: FilledIfLeftOut[ClassificationLevel | None] = None
    review_results: Text = ""


class HopAppraised(StepTaken[Appraisal], frozen=True, kw_only=True):
    TOPIC = "hop-appraised"


class Appraised(StepTaken[Appraisal], frozen=True, kw_only=True):
    TOPIC = "appraised"


class ConsultationRequest(Data, frozen=True, kw_only=True):
    """Bodies asked for an opinion, each an organ `unit/organ`, and until when."""

    bodies: list[Organ]
    due_on: date
    document: Document | None = None


class ConsultationOpened(StepTaken[ConsultationRequest], frozen=True, kw_only=True):
    TOPIC = "consultation-opened"


class Opinion(Data, frozen=True, kw_only=True):
    """The opinion of a body that was asked."""

    body: Organ
    stance: Literal["agree", "disagree", "other"]
    opinion: Text = ""
    document: Document | None = None


class OpinionGiven(StepTaken[Opinion], frozen=True, kw_only=True):
    TOPIC = "opinion-given"


class ConsultationClosing(Data, frozen=True, kw_only=True):
    """The end of a consultation; `silent` gives a reason for each body that did not answer."""

    silent: dict[Organ, Text] = {}


class ConsultationClosed(StepTaken[ConsultationClosing], frozen=True, kw_only=True):
    TOPIC = "consultation-closed"


class Comment(Data, frozen=True, kw_only=True):
    """A comment of a mass organisation or of anyone the programme lets comment (SL-DUT-3)."""

    comment: Text


class CommentGiven(StepTaken[Comment], frozen=True, kw_only=True):
    TOPIC = "comment-given"
