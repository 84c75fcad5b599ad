"""Rules of every programme: an open round, no act on a suspended case, a reason, payloads that make sense."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from domain.case import correction
from domain.case.completion import mean_of_sheets
from domain.case.guards import preparation
from domain.case.own_tasks import registered_tasks
from domain.case.succession import left_behind
from domain.events import case as c
from domain.events import details as d
from domain.refusal import Refusal, refusal
from domain.scoring.mean import entered_points
from domain.scoring.tree import nodes
from domain.scoring.unknown_node import node_unknown
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.case.situation import Situation


def refusals(situation: Situation, *, after_lock: bool, while_suspended: bool) -> list[Refusal]:
    """List what every programme would refuse, whatever the act; two things that some acts may."""
    reasons = before_typing(situation, after_lock=after_lock, while_suspended=while_suspended)
    if not situation.command.reason.strip():
        reasons.append(refusal("reason_missing"))
    return reasons


def before_typing(
    situation: Situation, *, after_lock: bool, while_suspended: bool
) -> list[Refusal]:
    """As `refusals`, of what does not look at anything typed."""
    reasons = [*_of_case(situation, after_lock=after_lock, while_suspended=while_suspended)]
    return [*reasons, *preparation.cooling_refusals(situation)]


def _of_case(situation: Situation, *, after_lock: bool, while_suspended: bool) -> Iterator[Refusal]:
    closed = situation.round is None or situation.round.locked
    if closed and not after_lock:
        yield refusal(
            "round_not_open",
            programme=kinds.programme(situation.programme.code, situation.programme.name),
            period=situation.command.period,
        )
    if situation.case is None or while_suspended:
        return
    if situation.case.suspended:
        yield refusal("case_suspended")
    heir = "" if after_lock else left_behind(situation.case, situation.on, situation.world)
    if heir:
        unit = kinds.unit(situation.case.unit)
        yield refusal("heir_has_a_case", unit=unit, heir=kinds.unit(heir))


def sheet_refusals(situation: Situation, payload: Any) -> list[Refusal]:
    """A sheet holds what its criteria know."""
    if payload.sheet is None:
        return []
    return situation.sheet_refusals(payload.sheet, complete=False)


def adoption_refusals(situation: Situation, payload: d.Adoption) -> list[Refusal]:
    """An aggregate is whole, and says why where it departs from the mean (D-05)."""
    reasons = situation.sheet_refusals(payload.sheet, complete=True)
    reasons.extend(criteria_refusals(situation, payload.departures, "departures"))
    reasons.extend(_before_its_sheets(situation))
    means = mean_of_sheets(situation)
    own = registered_tasks(situation.case)
    adopted = entered_points(payload.sheet, situation.criteria, own, situation.profile)
    for node, mean in means.items():
        departs = adopted.get(node, Fraction(mean)) != Fraction(mean)
        if departs and not payload.departures.get(node, "").strip():
            reasons.append(
                refusal(
                    "departure_from_mean",
                    node=kinds.of("criterion", node),
                    mean=mean,
                )
            )
    return reasons


def _before_its_sheets(situation: Situation) -> list[Refusal]:
    """An aggregate is not older than a sheet that it is the mean of."""
    sheets = situation.case.all(c.IndividualSheetSubmitted) if situation.case else []
    newest = max((act.effective_on for act in sheets), default="")
    if situation.on.isoformat() >= newest:
        return []
    return [refusal("aggregate_before_sheet", on=kinds.day(newest))]


def decision_refusals(situation: Situation, payload: d.Decision) -> list[Refusal]:
    """A decision has a number, and says why it departs from the proposal (D-24)."""
    reasons = sheet_refusals(situation, payload)
    if not payload.number.strip():
        reasons.append(refusal("number_missing"))
    proposal = proposal_of(situation)
    departs = proposal not in ("", payload.level)
    if departs and not payload.departure.strip():
        reasons.append(refusal("departure_unexplained", level=situation.level(payload.level)))
    return reasons


def proposal_of(situation: Situation) -> str:
    """The newest proposal, of the appraiser or of a hop; empty where there is none."""
    events = (c.Appraised, c.HopAppraised)
    proposals = [act for event in events if situation.case and (act := situation.case.last(event))]
    newest = max(proposals, key=lambda act: act.position, default=None)
    proposal: str = newest.event.details.proposal if newest else ""
    return proposal


def return_refusals(situation: Situation, payload: d.Return) -> list[Refusal]:
    """A dossier sent back says what is missing, and a new date."""
    reasons = []
    if not payload.missing or not all(item.strip() for item in payload.missing):
        reasons.append(refusal("return_names_nothing"))
    if payload.due_on <= situation.on:
        reasons.append(refusal("return_date_not_later", due_on=payload.due_on, on=situation.on))
    return reasons


def criteria_refusals(situation: Situation, named: Iterable[str], about: str) -> list[Refusal]:
    """Only criteria of the case's own set are named in a field."""
    known = {node.id: node for node in nodes(situation.criteria)}
    return [node_unknown(node, known, about=about) for node in named if node not in known]


def correction_refusals(situation: Situation, payload: d.Correction) -> list[Refusal]:
    """A correction mends one field of an act that is there."""
    case = situation.case
    return correction.refusals(case, payload, situation.world.today) if case else []


def resumption_refusals(situation: Situation, _payload: d.Resumption) -> list[Refusal]:
    """Only a suspended case goes on."""
    suspended = situation.case is not None and situation.case.suspended
    return [] if suspended else [refusal("case_not_suspended")]
