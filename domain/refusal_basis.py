"""Which place of a programme a reason against a command rests on, by its code: the key that says no.

A place is written as in the file (`vote.quorum`, `rewards.{reward}.streak`), with values of the reason or fields of
the command in braces; `D-22` is a rule that holds in every programme under that default. A code that is not here
rests on no key of a programme: on what was typed, on a mandate, on what stands in the log.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from domain.programme.basis import basis_at, basis_of
from domain.programme.places import nodes_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from domain.programme.edition import Edition
    from domain.refusal import Refusal
    from words.kinds import Said

PLACES: dict[str, str] = {
    # taking part
    "unit_out_of_bounds": "body.bounds",
    "subject_not_in_programme": "subjects",
    "not_on_pilot_list": "pilot",
    "pilot_round": "pilot",
    "no_pilot": "pilot",
    "pilot_places": "pilot.places",
    "pilot_named_missing": "pilot.units",
    "cooling_down": "revocation.cool_down_years",
    "registration_form_missing": "registration.form",
    "registration_contact_missing": "registration.contact",
    "registration_missing": "registration.required",
    "registration_meeting_missing": "registration.meeting",
    "registration_meeting_unknown": "registration.meeting",
    "registration_meeting_kind": "registration.meeting.kinds",
    "registration_meeting_later": "registration.meeting",
    "registration_meeting_old": "registration.meeting.days",
    "registration_meeting_few": "registration.meeting.quorum",
    "no_upheld_petition": "petition",
    "commitment_missing": "commitment",
    "conference_missing": "commitment.conference",
    "conference_later": "commitment.conference",
    "period_cadence": "cadence.every",
    "period_outside": "span",
    "local_criteria_not_let": "local_criteria",
    "local_set_unknown": "local_criteria.sets",
    "local_group_unknown": "local_criteria",
    "local_criterion_twice": "local_criteria",
    "local_criteria_late": "D-52",
    "paper_in_future": "D-53",
    # assessment
    "departure_from_mean": "D-05",
    "claim_above_outcome": "binding.own_claim",
    "annual_level_missing": "classification.joint",
    "annual_level_departs": "classification.joint",
    "review_results_missing": "classification.reviewed",
    "classification_departs": "classification.joint",
    "vote_missing": "vote",
    "vote_without_quorum": "vote.quorum",
    "vote_lost": "vote.majority",
    "ballots_open": "vote.secret",
    "vote_lost_on": "vote.each",
    "vote_on_missing": "vote.each",
    "vote_twice": "vote.each",
    "vote_on_beyond": "vote.each",
    "vote_not_by_criterion": "vote.each",
    "roll_differs": "vote.majority_of",
    "roll_is_another": "vote.roll",
    "roll_not_kept": "vote.roll",
    "document_missing": "dossier.{symbol}",
    "dossier_channel": "handing_in.through",
    "evidence_no_paper": "D-51",
    "evidence_no_figure": "D-51",
    "return_names_nothing": "D-25",
    "return_date_not_later": "D-25",
    "rating_by_another_frame": "meetings.frame",
    # consultation, decision
    "consultation_not_closed": "consultation",
    "consultation_runs": "consultation.days",
    "consultation_due_before": "consultation.days",
    "consultation_of_nobody": "consultation.bodies",
    "body_not_consulted": "consultation.bodies",
    "silence_unexplained": "consultation.silence_is_consent",
    "appraiser_assessed": "D-22",
    "appraiser_related": "D-22",
    "decides_alone": "D-22",
    "voter_unknown": "D-22",
    "voter_without_mandate": "D-22",
    "departure_unexplained": "D-24",
    "against_sheet": "binding.sheet",
    "against_claim": "binding.claim",
    "against_vote": "binding.vote",
    "against_vote_on": "binding.vote",
    "against_worse": "binding.later",
    "against_breach": "binding.later",
    "against_inspection": "binding.later",
    "against_good_sheet": "binding.non_recognition",
    "against_grade": "binding.grade",
    "grade_missing": "grades",
    "grade_unknown": "grades",
    "grade_of_another_level": "grades",
    "grade_waits": "grades",
    "quota_full": "quotas.{quota}",
    # reward
    "reward_level": "rewards.{reward}.level",
    "reward_by": "rewards.{reward}.by",
    "reward_not_for": "rewards.{reward}.subjects",
    "reward_not_this_year": "rewards.{reward}.cadence",
    "reward_not_chosen": "rewards.{reward}.selection_vote",
    "reward_not_consulted": "rewards.{reward}.consulted",
    "streak_too_short": "rewards.{reward}.streak",
    "too_few_years": "rewards.{reward}.recognised_years",
    "choice_rests_on_another": "D-39",
    "commended_before_review": "commendations.{commendation}.on",
    "commended_not_this_year": "commendations.{commendation}.cadence",
    "commended_leads_not": "commendations.{commendation}.leader",
    "commended_unit_not_recognised": "commendations.{commendation}.recognised",
    # re-examination
    "ground_unknown": "revocation.grounds",
    "effect_unknown": "revocation.effects",
    "effect_date_missing": "revocation.effects",
    "effect_before_recognition": "revocation.effects",
    "explanation_time_runs": "revocation.explanation_days",
    # what is owed, and the annual classification
    "classification_before_decision": "classification",
    "classification_without_recognition": "classification.feeds",
    "classification_by_recognition": "classification.replaces",
}
OF_CRITERION: dict[str, str] = {
    "evidence_missing": "evidence",
    "points_above": "max",
    "points_off_step": "step",
}
"""Reasons that rest on one key of the criterion they are about, which may be assumed."""
OF_AUTHORITY = frozenset({"organ_not_competent", "organ_missing", "organ_not_above"})
"""Reasons that rest on a rule of authority."""
_CHOSEN = ("selection_lost", "selection_votes")
_DEFAULT = re.compile(r"D-\d\d")
_BRACES = re.compile(r"\{(\w+)\}")


def rested(
    reasons: Iterable[Refusal], edition: Edition | None, payload: Any = None, criteria: str = ""
) -> list[Refusal]:
    """The reasons, each with what it rests on; one that says so already stays as it is.

    `payload` are the data of the command, `criteria` the key of the set by which its subject is assessed.
    """
    if edition is None:
        return list(reasons)
    return [
        each if each.rests_on else resting(each, _basis(each, edition, payload, criteria))
        for each in reasons
    ]


def resting(reason: Refusal, basis: Sequence[str]) -> Refusal:
    """A reason that rests on clauses and defaults, each once."""
    return replace(reason, rests_on=tuple(dict.fromkeys(basis)))


def _basis(reason: Refusal, edition: Edition, payload: Any, criteria: str) -> list[str]:
    code, values = _meant(reason)
    own = _of_criteria(code, values, edition, criteria) if criteria else ()
    place = _place(code, values, payload)
    return [*own, *([place] if _DEFAULT.fullmatch(place) else basis_at(edition, place))]


def _meant(reason: Refusal) -> tuple[str, dict[str, Said]]:
    """The code of a reason; of one that only asks for an explanation that of what is to be explained."""
    what = reason.values.get("what")
    if what is None or what.kind != "because":
        return reason.code, reason.values
    return what.value.key.removeprefix("refusal."), what.value.values


def _place(code: str, values: dict[str, Said], payload: Any) -> str:
    """The place with its braces filled from the reason, else from the command."""

    def told(found: re.Match[str]) -> str:
        name = found[1]
        return str(values[name]) if name in values else str(getattr(payload, name, ""))

    place = PLACES.get(code, "")
    if code in _CHOSEN:
        section = (
            "rewards.{reward}" if hasattr(payload, "reward") else "commendations.{commendation}"
        )
        place = f"{section}.selection_majority"
    return _BRACES.sub(told, place)


def _of_criteria(
    code: str, values: dict[str, Said], edition: Edition, criteria: str
) -> Iterator[str]:
    """What the criteria rest on that a reason is about, and the mark that passes where one is named."""
    about, at = {*_criteria_named(values)}, ("criteria", criteria)
    for path, node in nodes_at(edition.programme.criteria[criteria], at):
        if node.id in about:
            yield from basis_of(node)
            assumed = ".".join(map(str, (*path, OF_CRITERION.get(code, ""))))
            yield from filter(None, [edition.assumptions.get(assumed)])
    mark = values.get("mark")
    if mark is not None and mark.value is not None:
        yield from basis_at(edition, f"criteria.{criteria}.pass.mark")


def _criteria_named(values: dict[str, Said]) -> Iterator[str]:
    for name in ("node", "criterion", "check"):
        if name in values:
            yield str(values[name])
    listed = values["criteria"].value if "criteria" in values else ()
    yield from map(str, listed if isinstance(listed, tuple) else ())
