"""Acts before the assessment: opening, registration, commitment, plan, evidence."""

from __future__ import annotations

from domain.case.acts.act_kind import ActKind
from domain.case.guards import evidence, preparation, registering, registering_tasks
from domain.events import case as c

KINDS = (
    ActKind(c.DirectlyOpened, "open-case"),
    ActKind(c.PilotSelected, "select-pilot"),
    ActKind(
        c.Registered,
        "register",
        rules=(preparation.registration_refusals, registering.meeting_refusals),
    ),
    ActKind(c.RegistrationForwarded, "forward-registration"),
    ActKind(c.RegistrationAnswered, "answer-registration", worded_by="accepted"),
    ActKind(c.CommitmentSigned, "sign-commitment", rules=(preparation.commitment_refusals,)),
    ActKind(c.PlanFiled, "file-plan"),
    ActKind(c.ExampleRegistered, "register-example", own=True),
    ActKind(
        c.TasksRegistered,
        "register-tasks",
        rules=(registering_tasks.task_refusals,),
        about="node",
    ),
    ActKind(
        c.EvidenceAttached,
        "attach-evidence",
        rules=(evidence.evidence_refusals,),
        about="evidence",
    ),
    ActKind(
        c.EvidenceWithdrawn,
        "withdraw-evidence",
        rules=(evidence.withdrawal_refusals,),
        about="evidence",
    ),
)
