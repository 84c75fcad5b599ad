"""The guards that a programme file may name; `domain/case/guards/` has the rules behind them."""

from __future__ import annotations

GUARD_NAMES = (
    "on_pilot_list",
    "not_pilot_round",
    "registration_open",
    "plan_filed",
    "commitment_signed",
    "sheets_submitted",
    "sheet_complete",
    "sheet_by_criterion",
    "aggregate_adopted",
    "claim_not_above_outcome",
    "claim_as_outcome",
    "vote_passed",
    "dossier_complete",
    "hop_proposed",
    "answered_or_time_over",
    "consultation_closed",
    "not_self_assessor",
    "four_eyes",
    "inputs_final",
    "graded",
    "bound",
    "explained",
    "standing",
    "reward_level_reached",
    "reward_given",
    "evidence_given",
    "explained_or_time_over",
    "inquiry_concluded",
    "petition_upheld",
)
"""In the order in which a case meets them."""
