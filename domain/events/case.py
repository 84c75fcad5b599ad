"""Events of a recognition case."""

from __future__ import annotations

from domain.events import details as d
from domain.events.base import Event, Reliance, StepTaken


class CaseOpened(Event, frozen=True, kw_only=True):
    """A case exists: programme, version by content hash, round, subject, its kind and title.

    `unit` is the unit of the subject (of the member's cell); `workflow` and `criteria` are the
    keys that the version gave the subject kind on that day.
    """

    TOPIC = "case-opened"
    programme: str
    version: str
    round: str
    period: str
    subject: str
    subject_kind: str
    unit: str
    title: str
    workflow: str
    criteria: str
    org_type: str = ""
    relied_on: list[Reliance] = []


class DirectlyOpened(StepTaken[d.Opening], frozen=True, kw_only=True):
    TOPIC = "directly-opened"


class PilotSelected(StepTaken[d.Selection], frozen=True, kw_only=True):
    TOPIC = "pilot-selected"


class Registered(StepTaken[d.Registration], frozen=True, kw_only=True):
    TOPIC = "registered"


class RegistrationForwarded(StepTaken[d.Forwarding], frozen=True, kw_only=True):
    TOPIC = "registration-forwarded"


class RegistrationAnswered(StepTaken[d.RegistrationReply], frozen=True, kw_only=True):
    TOPIC = "registration-answered"


class CommitmentSigned(StepTaken[d.SignedCommitment], frozen=True, kw_only=True):
    TOPIC = "commitment-signed"


class PlanFiled(StepTaken[d.Plan], frozen=True, kw_only=True):
    TOPIC = "plan-filed"


class ExampleRegistered(StepTaken[d.ExampleCommitment], frozen=True, kw_only=True):
    TOPIC = "example-registered"


class EvidenceAttached(StepTaken[d.Evidence], frozen=True, kw_only=True):
    TOPIC = "evidence-attached"


class EvidenceWithdrawn(StepTaken[d.EvidenceWithdrawal], frozen=True, kw_only=True):
    TOPIC = "evidence-withdrawn"


class IndividualSheetSubmitted(StepTaken[d.Scoring], frozen=True, kw_only=True):
    TOPIC = "individual-sheet-submitted"


class AggregateAdopted(StepTaken[d.Adoption], frozen=True, kw_only=True):
    TOPIC = "aggregate-adopted"


class LevelClaimed(StepTaken[d.Claim], frozen=True, kw_only=True):
    TOPIC = "level-claimed"


class BallotsCounted(StepTaken[d.Ballots], frozen=True, kw_only=True):
    TOPIC = "ballots-counted"


class DossierSubmitted(StepTaken[d.Dossier], frozen=True, kw_only=True):
    TOPIC = "dossier-submitted"


class DossierReturned(StepTaken[d.Return], frozen=True, kw_only=True):
    TOPIC = "dossier-returned"


class DossierSupplemented(StepTaken[d.Dossier], frozen=True, kw_only=True):
    TOPIC = "dossier-supplemented"


class HopAppraised(StepTaken[d.Appraisal], frozen=True, kw_only=True):
    TOPIC = "hop-appraised"


class Appraised(StepTaken[d.Appraisal], frozen=True, kw_only=True):
    TOPIC = "appraised"


class ConsultationOpened(StepTaken[d.ConsultationRequest], frozen=True, kw_only=True):
    TOPIC = "consultation-opened"


class OpinionGiven(StepTaken[d.Opinion], frozen=True, kw_only=True):
    TOPIC = "opinion-given"


class ConsultationClosed(StepTaken[d.ConsultationClosing], frozen=True, kw_only=True):
    TOPIC = "consultation-closed"


class CommentGiven(StepTaken[d.Comment], frozen=True, kw_only=True):
    TOPIC = "comment-given"


class DecisionIssued(StepTaken[d.Decision], frozen=True, kw_only=True):
    TOPIC = "decision-issued"


class DecisionSuperseded(StepTaken[d.Supersession], frozen=True, kw_only=True):
    TOPIC = "decision-superseded"


class RewardDecided(StepTaken[d.RewardDecision], frozen=True, kw_only=True):
    TOPIC = "reward-decided"


class CertificateIssued(StepTaken[d.Certificate], frozen=True, kw_only=True):
    TOPIC = "certificate-issued"


class InspectionConcluded(StepTaken[d.InspectionConclusion], frozen=True, kw_only=True):
    TOPIC = "inspection-concluded"


class DefectFound(StepTaken[d.Finding], frozen=True, kw_only=True):
    TOPIC = "defect-found"


class InquiryOpened(StepTaken[d.Inquiry], frozen=True, kw_only=True):
    TOPIC = "inquiry-opened"


class ExplanationGiven(StepTaken[d.Explanation], frozen=True, kw_only=True):
    TOPIC = "explanation-given"


class RecognitionConfirmed(StepTaken[d.Confirmation], frozen=True, kw_only=True):
    TOPIC = "recognition-confirmed"


class RecognitionRevoked(StepTaken[d.Revocation], frozen=True, kw_only=True):
    TOPIC = "recognition-revoked"


class RecognitionRestored(StepTaken[d.Restoration], frozen=True, kw_only=True):
    TOPIC = "recognition-restored"


class RewardRecalled(StepTaken[d.Recall], frozen=True, kw_only=True):
    TOPIC = "reward-recalled"


class DependentOutcomeFlagged(StepTaken[d.Flagging], frozen=True, kw_only=True):
    TOPIC = "dependent-outcome-flagged"


class DependentOutcomeReviewed(StepTaken[d.DependentReview], frozen=True, kw_only=True):
    TOPIC = "dependent-outcome-reviewed"


class PetitionFiled(StepTaken[d.Petition], frozen=True, kw_only=True):
    TOPIC = "petition-filed"


class PetitionAnswered(StepTaken[d.PetitionAnswer], frozen=True, kw_only=True):
    TOPIC = "petition-answered"


class CaseWithdrawn(StepTaken[d.Withdrawal], frozen=True, kw_only=True):
    TOPIC = "case-withdrawn"


class CaseSuspended(StepTaken[d.Suspension], frozen=True, kw_only=True):
    TOPIC = "case-suspended"


class CaseResumed(StepTaken[d.Resumption], frozen=True, kw_only=True):
    TOPIC = "case-resumed"


class CaseCancelled(StepTaken[d.Cancellation], frozen=True, kw_only=True):
    TOPIC = "case-cancelled"


class SubjectSucceeded(StepTaken[d.Succession], frozen=True, kw_only=True):
    TOPIC = "subject-succeeded"


class CorrectionRecorded(StepTaken[d.Correction], frozen=True, kw_only=True):
    TOPIC = "correction-recorded"
