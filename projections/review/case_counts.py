"""What happened to a case, each thing once: the marks that the plain counts add up."""

from __future__ import annotations

from domain.events import case as c
from projections.review.collecting.known import CaseOnDay

COUNTED = (
    "cases", "registered", "submitted", "returned", "passed", "failed", "withdrawn", "late",
    "revoked", "standing",
)  # fmt: skip
_WHAT = {
    c.Registered.TOPIC: "registered",
    c.PilotSelected.TOPIC: "registered",
    c.DirectlyOpened.TOPIC: "registered",
    c.ExampleRegistered.TOPIC: "registered",
    c.DossierSubmitted.TOPIC: "submitted",
    c.DossierReturned.TOPIC: "returned",
    c.CaseWithdrawn.TOPIC: "withdrawn",
    c.RecognitionRevoked.TOPIC: "revoked",
}


def marks(case: CaseOnDay) -> frozenset[str]:
    """`registered` has pilots and direct openings as well; a case has `passed` or `failed` by its
    newest decision, and a revoked one keeps its `passed`; `late` follows from more than the case itself."""
    found = {"cases"}
    found.update(_WHAT[act.move.topic] for act in case.acts if act.move.topic in _WHAT)
    if case.decision is not None:
        found.add("passed" if case.recognised else "failed")
    if case.standing:
        found.add("standing")
    return frozenset(found)
