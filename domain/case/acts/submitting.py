"""Acts around the dossier: handed in, sent back, supplemented."""

from __future__ import annotations

from domain.case.acts.act_kind import ActKind, DueBy
from domain.case.guards import always, handing_in
from domain.events import case as c

KINDS = (
    ActKind(
        c.DossierSubmitted,
        "submit-dossier",
        rules=(handing_in.channel_refusals,),
        fill=handing_in.through,
        in_review=("once", "hands_in"),
    ),
    ActKind(c.DossierReturned, "return-dossier", rules=(always.return_refusals,)),
    ActKind(
        c.DossierSupplemented,
        "supplement-dossier",
        rules=(handing_in.channel_refusals,),
        fill=handing_in.through,
        due_by=DueBy(c.DossierReturned, "due_on"),
    ),
)
