"""Acts that may come at any stage: petitions, pauses, ends, corrections."""

from __future__ import annotations

from domain.case import completion
from domain.case.acts.act_kind import ActKind, DueBy
from domain.case.guards import always, revoking
from domain.events import case as c

KINDS = (
    ActKind(
        c.PetitionFiled,
        "file-petition",
        rules=(revoking.petition_refusals,),
        fill=completion.petitioned,
        after_lock=True,
        while_suspended=True,
        about="petition",
        in_review=("ordinary",),
    ),
    ActKind(
        c.PetitionAnswered,
        "answer-petition",
        rules=(revoking.answer_refusals,),
        after_lock=True,
        while_suspended=True,
        due_by=DueBy(c.PetitionFiled, "answer_by"),
        about="petition",
        worded_by="upheld",
        settles="petition",
        in_review=("ordinary",),
    ),
    ActKind(c.CaseWithdrawn, "withdraw", while_suspended=True, course="leaves"),
    ActKind(c.CaseSuspended, "suspend"),
    ActKind(
        c.CaseResumed,
        "resume",
        rules=(always.resumption_refusals,),
        while_suspended=True,
        course="resumes",
    ),
    ActKind(c.CaseCancelled, "cancel", while_suspended=True, course="leaves"),
    ActKind(c.SubjectSucceeded, in_review=("lasting",)),
    ActKind(
        c.CorrectionRecorded,
        "correct",
        rules=(always.correction_refusals,),
        after_lock=True,
        while_suspended=True,
        in_review=("lasting", "always"),
    ),
)
