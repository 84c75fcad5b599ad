"""The details of each act on a case: the payload of the command and of the event alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from domain.events.base import Data, Document, Outcome, Sheet, Text
from domain.events.marks import (
    ActAt,
    CaseStream,
    Criterion,
    Decisive,
    EvidenceId,
    FieldName,
    FilledIfLeftOut,
    FilledIn,
    Ground,
    Money,
    Organ,
    PersonId,
    PetitionId,
    Reward,
    UnitCode,
    Use,
)

Level = Literal["PASS", "FAIL"]
Change = Literal["revoked", "superseded", "restored"]
"""What became of a recognition that others relied on."""


class Opening(Data, frozen=True, kw_only=True):
    """A case opened without registration or pilot list (D-28)."""


class Selection(Data, frozen=True, kw_only=True):
    """A unit chosen for the pilot list by the superior body."""

    document: Document | None = None


class Registration(Data, frozen=True, kw_only=True):
    """A registration: the form, and the intake contact it was handed to."""

    document: Document | None = None
    contact: str = ""


class Forwarding(Data, frozen=True, kw_only=True):
    """A registration proposed to the next body."""

    document: Document | None = None


class RegistrationReply(Data, frozen=True, kw_only=True):
    """The higher body's answer to a registration: accepted or declined."""

    accepted: Decisive[bool]
    document: Document | None = None


class SignedCommitment(Data, frozen=True, kw_only=True):
    """A commitment signed at the deployment conference."""

    document: Document | None = None
    conference_on: date | None = None


class Plan(Data, frozen=True, kw_only=True):
    """The subject's own plan for the programme."""

    document: Document


class ExampleCommitment(Data, frozen=True, kw_only=True):
    """A member's registered example-setting commitment, breakthrough or creative work (CG-CRI-2.2)."""

    commitment: Text


class Evidence(Data, frozen=True, kw_only=True):
    """Evidence for nodes (D-51): document, figure, attendance, inspection or classification."""

    evidence: str
    nodes: list[Criterion]
    kind: Literal["document", "figure", "attendance", "inspection", "classification"]
    document: Document | None = None
    value: str = ""
    source: str = ""
    as_of: date | None = None


class EvidenceWithdrawal(Data, frozen=True, kw_only=True):
    """Evidence taken back."""

    evidence: EvidenceId


class Scoring(Data, frozen=True, kw_only=True):
    """A sheet of one scorer, with what it came to. Commands leave `outcome` out."""

    sheet: Decisive[Sheet]
    outcome: Decisive[FilledIn[Outcome | None]] = None


class Adoption(Data, frozen=True, kw_only=True):
    """The collective's aggregate sheet: where it departs from the mean, a reason (D-05).

    `mean` is filled by the decision from the individual sheets.
    """

    sheet: Decisive[Sheet]
    departures: dict[Criterion, Text] = {}
    mean: Decisive[FilledIn[dict[Criterion, Decimal]]] = {}
    outcome: Decisive[FilledIn[Outcome | None]] = None


class Claim(Data, frozen=True, kw_only=True):
    """The level that the subject claims for itself."""

    level: Decisive[Level]


class Ballots(Data, frozen=True, kw_only=True):
    """A counted vote: the roll, those present, ballots, votes (D-21). `passed` is filled in."""

    roll: Decisive[int]
    present: Decisive[int]
    issued: Decisive[int]
    returned: Decisive[int]
    valid: Decisive[int]
    invalid: Decisive[int]
    votes_for: Decisive[int]
    votes_against: Decisive[int]
    secret: bool = True
    counting_head: str = ""
    minutes: Document | None = None
    passed: Decisive[FilledIn[bool | None]] = None


class Dossier(Data, frozen=True, kw_only=True):
    """The documents handed in, and through whom."""

    documents: list[Document]
    channel: str = ""
    accepted_late: Text = ""


class Return(Data, frozen=True, kw_only=True):
    """A dossier sent back: what is missing, and the new date."""

    missing: list[str]
    due_on: date


class Appraisal(Data, frozen=True, kw_only=True):
    """An appraisal (of a hop or of the appraiser): own sheet, proposal, opinion."""

    proposal: Decisive[Level]
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    opinion: Text = ""
    document: Document | None = None


class ConsultationRequest(Data, frozen=True, kw_only=True):
    """Bodies asked for an opinion, each an organ `unit/organ`, and until when."""

    bodies: list[Organ]
    due_on: date
    document: Document | None = None


class Opinion(Data, frozen=True, kw_only=True):
    """The opinion of a body that was asked."""

    body: Organ
    stance: Literal["agree", "disagree", "other"]
    opinion: Text = ""
    document: Document | None = None


class ConsultationClosing(Data, frozen=True, kw_only=True):
    """The end of a consultation; `silent` gives a reason for each body that did not answer."""

    silent: dict[Organ, Text] = {}


class Comment(Data, frozen=True, kw_only=True):
    """A comment of a mass organisation or of anyone the programme lets comment (SL-DUT-3)."""

    comment: Text


class Decision(Data, frozen=True, kw_only=True):
    """The decision on recognition. `departure` says why it departs from the proposal (D-24)."""

    level: Decisive[Level]
    number: str
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    departure: Text = ""
    voters: list[PersonId] = []
    valid_for: FilledIn[str] = ""


class RewardDecision(Data, frozen=True, kw_only=True):
    """A reward with the recognition: key of the programme's rewards, number, money in đồng."""

    reward: Reward
    number: str
    money: Money[Decimal | None] = None


class Certificate(Data, frozen=True, kw_only=True):
    """A certificate handed over."""

    reward: Reward
    number: str


class InspectionConclusion(Data, frozen=True, kw_only=True):
    """What an inspection or supervision of the subject concluded."""

    conclusion: Text
    document: Document | None = None
    in_order: bool


class Finding(Data, frozen=True, kw_only=True):
    """A defect found in a recognition: ground, the nodes it touches, evidence (D-31).

    `explain_by` is filled in from the programme when it is left out.
    """

    ground: Ground
    nodes: list[Criterion] = []
    statement: Text
    evidence: list[Document] = []
    explain_by: FilledIfLeftOut[date | None] = None


class Explanation(Data, frozen=True, kw_only=True):
    """The subject's explanation of a finding."""

    explanation: Text
    document: Document | None = None


class Inquiry(Data, frozen=True, kw_only=True):
    """An inquiry into a finding: the organ `unit/organ` that inquires, and until when."""

    body: Organ
    due_on: date
    document: Document | None = None


class Confirmation(Data, frozen=True, kw_only=True):
    """The recognition stands after re-examination."""

    number: str


class Revocation(Data, frozen=True, kw_only=True):
    """The recognition decision is cancelled: number, ground, effect (docs/time.md).

    `effect_on` is the date from which it no longer stands: filled in for `from_now` and
    `as_if_never`. `without_explanation` gives the reason when the unit's time was not over.
    """

    number: str
    ground: Ground
    effect: Decisive[Literal["from_now", "from_date", "as_if_never"]]
    effect_on: Decisive[FilledIfLeftOut[date | None]] = None
    without_explanation: Text = ""


class Restoration(Data, frozen=True, kw_only=True):
    """A revocation is itself revoked, after a petition against it was upheld: it was never made."""

    number: str
    petition: PetitionId


class Supersession(Data, frozen=True, kw_only=True):
    """A new decision in the place of an earlier one, from its effective date on.

    `replaces` is the number of the decision it replaces, filled in by the decision.
    """

    level: Decisive[Level]
    number: str
    replaces: FilledIn[str] = ""
    sheet: Decisive[Sheet | None] = None
    outcome: Decisive[FilledIn[Outcome | None]] = None
    voters: list[PersonId] = []
    valid_for: FilledIn[str] = ""


class Recall(Data, frozen=True, kw_only=True):
    """A certificate or money taken back."""

    reward: Reward
    returned: Decisive[bool]


class Flagging(Data, frozen=True, kw_only=True):
    """An outcome flagged for review: the recognition that changed, the use, the value it had.

    `via` is the stream through which an outcome further away relied on it; empty where directly.
    `dependent` names an outcome that is no case (a selection in a round, a classification of a
    year) with the organ that made it: it is flagged in the case that it relied on. `change` says
    what became of the recognition.
    """

    revoked: CaseStream
    use: Use
    value: str = ""
    via: str = ""
    dependent: str = ""
    organ: Organ = ""
    change: Change = "revoked"


class DependentReview(Data, frozen=True, kw_only=True):
    """The review of an outcome that relied on a recognition that was revoked or replaced."""

    revoked: CaseStream
    use: Use
    result: Decisive[Literal["stands", "to_be_re_examined"]]


class Petition(Data, frozen=True, kw_only=True):
    """A petition of the unit; `answer_by` is filled in (D-48)."""

    petition: str
    subject_matter: Text
    answer_by: FilledIn[date | None] = None


class PetitionAnswer(Data, frozen=True, kw_only=True):
    petition: PetitionId
    upheld: Decisive[bool]
    answer: Text = ""


class Withdrawal(Data, frozen=True, kw_only=True):
    """The subject withdraws before the decision (D-26)."""


class Suspension(Data, frozen=True, kw_only=True):
    """The case rests; `until` where known."""

    until: date | None = None


class Resumption(Data, frozen=True, kw_only=True):
    """The case goes on where it was suspended."""


class Cancellation(Data, frozen=True, kw_only=True):
    """The case ends because the organisation changed (D-36)."""

    change: str = ""


class Succession(Data, frozen=True, kw_only=True):
    """The subject's unit was reorganised: the case follows the successor and keeps its id."""

    successor: Decisive[UnitCode]
    change: str


class Correction(Data, frozen=True, kw_only=True):
    """Something typed wrongly in an earlier event of this stream: the field and the right value.

    Never the stage or the topic (docs/time.md).
    """

    of_position: Decisive[ActAt]
    field: FieldName
    value: str
