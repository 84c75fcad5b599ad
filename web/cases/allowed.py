"""What a person may do on a case: buttons for what is open, and for the rest every reason why not, with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.case_allowed import allowed
from web.acts.told import basis

if TYPE_CHECKING:
    from application.questions.case_allowed import AllowedRow
    from web.asked import Asked
    from web.spoken import Spoken

SIDE = frozenset(
    {"comment", "correct", "file-petition", "find-defect", "attach-evidence", "withdraw-evidence"}
)
"""What may be done at nearly any time and is not what the case waits for: it stands after the others."""


class Act(NamedTuple):
    """A command: what it is called, where its form is, for whom, why not, what else stands against it."""

    words: str
    address: str
    organs: str
    reasons: tuple[str, ...]
    unless: tuple[str, ...]
    basis: tuple[str, ...]


class Allowed(NamedTuple):
    """What is open, first what moves the case; and what is not."""

    main: tuple[Act, ...]
    side: tuple[Act, ...]
    not_now: tuple[Act, ...]


def allowed_shown(asked: Asked, case: str, spoken: Spoken) -> Allowed:
    rows = allowed(
        asked.system,
        case,
        by=asked.person,
        organ="",
        on=None,
        language=asked.language,
        names=spoken.names,
    )
    acts = [(row, _act(row, case, spoken)) for row in rows]
    return Allowed(
        main=tuple(act for row, act in acts if row.allowed and row.command not in SIDE),
        side=tuple(act for row, act in acts if row.allowed and row.command in SIDE),
        not_now=tuple(act for row, act in acts if not row.allowed),
    )


def _act(row: AllowedRow, case: str, spoken: Spoken) -> Act:
    return Act(
        words=spoken.value(row.command, "verb"),
        address=f"/cases/{case}/do/{row.command}",
        organs=spoken.value(row.organs, "organ"),
        reasons=tuple(row.reasons),
        unless=tuple(row.unless),
        basis=basis(row.rests_on, spoken),
    )
