"""Acts that look at a recognition again: findings, inquiries, revocation and what follows from one."""

from __future__ import annotations

from domain.case import completion
from domain.case.acts.act_kind import ActKind, DueBy
from domain.case.guards import restoring, revoking
from domain.events import case as c

KINDS = (
    ActKind(
        c.InspectionConcluded,
        "conclude-inspection",
        after_lock=True,
        worded_by="in_order",
        settles="inquiry",
        in_review=("ordinary",),
    ),
    ActKind(
        c.DefectFound,
        "find-defect",
        rules=(revoking.finding_refusals,),
        fill=completion.found,
        after_lock=True,
    ),
    ActKind(
        c.InquiryOpened,
        "open-inquiry",
        rules=(revoking.inquiry_refusals,),
        after_lock=True,
        about="body",
        in_review=("ordinary",),
    ),
    ActKind(
        c.ExplanationGiven,
        "explain",
        after_lock=True,
        due_by=DueBy(c.DefectFound, "explain_by"),
        in_review=("ordinary",),
    ),
    ActKind(
        c.RecognitionConfirmed,
        "confirm-recognition",
        guards=("inquiry_concluded",),
        after_lock=True,
    ),
    ActKind(
        c.RecognitionRevoked,
        "revoke",
        rules=(revoking.revocation_refusals,),
        fill=completion.revoked,
        guards=("standing", "inquiry_concluded"),
        after_lock=True,
        worded_by="effect",
        changes="revoked",
        in_review=("lasting", "always"),
    ),
    ActKind(
        c.RecognitionRestored,
        "restore-recognition",
        rules=(restoring.restoration_refusals,),
        changes="restored",
        after_lock=True,
        in_review=("lasting", "always"),
    ),
    ActKind(
        c.RewardRecalled,
        "recall-reward",
        after_lock=True,
        about="reward",
        worded_by="returned",
        settles="recall",
    ),
    ActKind(
        c.DependentOutcomeFlagged,
        about="revoked",
        worded_by="change",
        in_review=("lasting", "ordinary"),
    ),
    ActKind(
        c.DependentOutcomeReviewed,
        "review-dependent",
        rules=(revoking.review_refusals,),
        after_lock=True,
        about="revoked",
        worded_by="result",
        settles="review",
        in_review=("lasting", "ordinary"),
    ),
)
