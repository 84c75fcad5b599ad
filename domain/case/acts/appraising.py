"""Acts of appraisal and consultation."""

from __future__ import annotations

from domain.case import completion
from domain.case.acts.act_kind import ActKind, DueBy
from domain.case.guards import always, consultation, grading, joint
from domain.events import case as c

KINDS = (
    ActKind(
        c.HopAppraised,
        "appraise-at-hop",
        rules=(always.sheet_refusals, grading.grade_refusals),
        fill=completion.scored,
        guards=("not_self_assessor", "bound", "explained"),
        own=True,
        worded_by="proposal",
        in_review=("once",),
    ),
    ActKind(
        c.Appraised,
        "appraise",
        rules=(always.sheet_refusals, grading.grade_refusals, joint.appraisal_refusals),
        fill=joint.appraised,
        guards=("not_self_assessor", "bound", "explained"),
        worded_by="proposal",
        in_review=("once",),
    ),
    ActKind(
        c.ConsultationOpened,
        "open-consultation",
        rules=(consultation.request_refusals,),
        in_review=("ordinary",),
    ),
    ActKind(
        c.OpinionGiven,
        "give-opinion",
        rules=(consultation.opinion_refusals,),
        due_by=DueBy(c.ConsultationOpened, "due_on"),
        about="body",
        worded_by="stance",
        settles="opinion",
        in_review=("ordinary",),
    ),
    ActKind(
        c.ConsultationClosed,
        "close-consultation",
        rules=(consultation.closing_refusals,),
        guards=("answered_or_time_over",),
        in_review=("ordinary",),
    ),
    ActKind(
        c.CommentGiven,
        "comment",
        after_lock=True,
        own=True,
        in_review=("ordinary",),
    ),
)
