"""Guards that look at what is typed: which field, and which of their reasons typing something can mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from domain.case.guards.deciding import rewards_given
from domain.case.guards.rewarding import rewards_open

if TYPE_CHECKING:
    from domain.case.situation import Situation


class Typed(NamedTuple):
    """`mends` are codes of reasons that the field can mend; without any, the guard judges the field itself.

    `right` lists what it can find right in the case; None where that cannot be listed.
    """

    field: str
    mends: frozenset[str] = frozenset()
    right: Callable[[Situation], list[str]] | None = None


TYPED: dict[str, Typed] = {
    "sheet_complete": Typed("sheet"),
    "sheet_by_criterion": Typed("sheet", frozenset({"sheet_missing"})),
    "claim_not_above_outcome": Typed("level"),
    "claim_as_outcome": Typed("level"),
    "reward_level_reached": Typed("reward", right=rewards_open),
    "reward_given": Typed("reward", right=rewards_given),
    "bound": Typed("sheet", frozenset({"against_sheet", "against_good_sheet"})),
    "graded": Typed("grade", frozenset({"grade_missing"})),
    "explained": Typed("departure", frozenset({"against_unexplained"})),
    "dossier_complete": Typed("documents", frozenset({"document_missing"})),
    "four_eyes": Typed("voters", frozenset({"decides_alone"})),
    "evidence_given": Typed("evidence", frozenset({"finding_without_evidence"})),
    "explained_or_time_over": Typed("without_explanation", frozenset({"explanation_time_runs"})),
}
"""By guard, as programme files call it. One that is not listed looks at nothing typed."""
