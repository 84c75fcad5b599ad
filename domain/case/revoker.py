"""Who may revoke a recognition, confirm or restore it: the body that decided, or its heir (D-31, D-37).

Programme files say `by: issuer` at the steps `revoke`, `confirm-recognition` and `restore-recognition`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.successor import successor_organ

if TYPE_CHECKING:
    from datetime import date

    from domain.case.state import Case
    from domain.world import World


def revoker(case: Case, on: date, world: World) -> list[str]:
    """List the organ that issued the newest decision, as it is called on a day; none before one."""
    decided = case.decided
    return [successor_organ(decided.organ, on, world)] if decided else []
