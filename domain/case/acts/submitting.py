"""Acts around the dossier: handed in, sent back, supplemented."""

from __future__ import annotations

from domain.case.acts.act_kind import ActKind, DueBy
from domain.case.guards import always
from domain.events import case as c

KINDS = (
    ActKind(c.DossierSubmitted, "submit-dossier", in_review=("once", "hands_in")),
    ActKind(c.DossierReturned, "return-dossier", rules=(always.return_refusals,)),
    ActKind(c.DossierSupplemented, "supplement-dossier", due_by=DueBy(c.DossierReturned, "due_on")),
)
