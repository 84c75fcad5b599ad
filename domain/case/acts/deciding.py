"""Acts of decision and reward."""

from __future__ import annotations

from domain.case import completion
from domain.case.acts.act_kind import ActKind
from domain.case.guards import always, grading, preparation, quotas, restoring, rewarding
from domain.events import case as c

KINDS = (
    ActKind(
        c.DecisionIssued,
        "decide",
        rules=(
            always.decision_refusals,
            preparation.preparation_refusals,
            grading.grade_refusals,
            quotas.decision_quotas,
        ),
        fill=completion.decided,
        guards=("graded", "four_eyes", "bound", "explained"),
        worded_by="level",
        in_review=("lasting", "always", "once"),
    ),
    ActKind(
        c.DecisionSuperseded,
        "supersede-decision",
        rules=(
            restoring.supersession_refusals,
            grading.grade_refusals,
            quotas.decision_quotas,
        ),
        changes="superseded",
        fill=completion.superseded,
        guards=("graded", "four_eyes", "bound", "explained"),
        after_lock=True,
        worded_by="level",
        in_review=("lasting", "always"),
    ),
    ActKind(
        c.RewardDecided,
        "decide-reward",
        rules=(rewarding.reward_refusals, quotas.reward_quotas),
        guards=("bound", "explained"),
        about="reward",
        in_review=("ordinary",),
    ),
    ActKind(
        c.CertificateIssued,
        "issue-certificate",
        rules=(rewarding.giver_refusals,),
        about="reward",
        in_review=("ordinary",),
    ),
)
