"""Acts of the self-assessment: sheets, the aggregate, the level claimed, the vote."""

from __future__ import annotations

from domain.case import completion
from domain.case.acts.act_kind import ActKind
from domain.case.guards import always, grading, joint, voting
from domain.events import case as c

KINDS = (
    ActKind(
        c.IndividualSheetSubmitted,
        "submit-sheet",
        rules=(always.sheet_refusals,),
        fill=completion.scored,
        own=True,
    ),
    ActKind(
        c.AggregateAdopted,
        "adopt-aggregate",
        rules=(always.adoption_refusals,),
        fill=completion.adopted,
    ),
    ActKind(
        c.LevelClaimed,
        "claim-level",
        rules=(joint.claim_refusals, grading.grade_refusals),
        worded_by="level",
        in_review=("hands_in",),
    ),
    ActKind(
        c.BallotsCounted,
        "count-ballots",
        rules=(
            voting.ballot_refusals,
            voting.roll_refusals,
            voting.secrecy_refusals,
            voting.criterion_vote_refusals,
        ),
        fill=completion.counted,
        worded_by="passed",
    ),
)
