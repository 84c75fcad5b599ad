"""What is asked before a step is taken: the person, the day, the round, the data. Every reason is told, by its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from application.commands.request import Request
from scripts.benchmarks.library_job.aggregates import Case, Person, Round, Unit
from scripts.benchmarks.library_job.programme import Programme
from workflow.definition import Step

AFTER_LOCK = frozenset({"find-defect", "explain", "revoke"})


class Asked(NamedTuple):
    """A request with the aggregates that its guards look at; `units` are the case's own and those above it."""

    request: Request
    case: Case
    step: Step
    to_stage: str
    units: list[Unit]
    signer: Person | None
    actor: Person | None
    round: Round | None
    on: date
    today: date


def refusals(asked: Asked, programme: Programme) -> list[str]:
    """The codes of every reason against the request; whom nobody knows is told by itself."""
    if asked.signer is None or asked.actor is None:
        return ["person_unknown"]
    found = [*_persons(asked, programme), *_days(asked)]
    if (asked.round is None or asked.round.locked) and asked.request.verb not in AFTER_LOCK:
        found.append("round_not_open")
    if not asked.request.reason.strip():
        found.append("reason_missing")
    found.extend(_OF_VERB[asked.request.verb](asked, programme))
    return found


def authority(person: Person | None, organ: str, on: date) -> str:
    """The mandate by which a person acts for an organ on a day; empty for none."""
    since = person.mandates.get(organ) if person else None
    return f"person:{person.person}/{organ}" if person and since and since <= on.isoformat() else ""


def organs(asked: Asked, programme: Programme) -> list[str]:
    """The organs that may take the step."""
    return [organ for role in asked.step.roles for organ in _of_role(role, asked, programme)]


def _of_role(role: str, asked: Asked, programme: Programme) -> list[str]:
    if role == "issuer":
        return [asked.case.issuer] if asked.case.issuer else []
    selected, only_first = programme.selected(role)
    there = [
        f"{asked.units[each.above].code}/{each.organ}"
        for each in selected
        if each.above < len(asked.units) and each.organ in asked.units[each.above].organs
    ]
    return there[:1] if only_first else there


def _persons(asked: Asked, programme: Programme) -> Iterator[str]:
    organ = asked.request.organ
    if organ not in organs(asked, programme):
        yield "organ_not_competent"
    if not authority(asked.signer, organ, asked.on):
        yield "no_mandate"
    if not authority(asked.actor, organ, asked.today):
        yield "no_recording_mandate"


def _days(asked: Asked) -> Iterator[str]:
    on, case = asked.on.isoformat(), asked.case
    if asked.on > asked.today:
        yield "date_in_future"
    if on < case.opened_on:
        yield "date_before_opening"
    elif asked.to_stage != case.stage and on < case.since:
        yield "date_before_last_step"


def _evidence(asked: Asked, programme: Programme) -> Iterator[str]:
    data = asked.request.data
    if not programme.nodes.issuperset(data["nodes"]):
        yield "node_unknown"
    if data["evidence"] in asked.case.evidence:
        yield "evidence_twice"
    if not data.get("document") and not data.get("value", "").strip():
        yield "evidence_empty"


def _defect(asked: Asked, programme: Programme) -> Iterator[str]:
    data = asked.request.data
    if data["ground"] not in programme.grounds:
        yield "ground_unknown"
    if not data["statement"].strip():
        yield "statement_missing"
    if not _stands(asked.case):
        yield "not_standing"
    if not data.get("evidence"):
        yield "finding_without_evidence"


def _explanation(_asked: Asked, _programme: Programme) -> Iterator[str]:
    return iter(())


def _revocation(asked: Asked, programme: Programme) -> Iterator[str]:
    data, case = asked.request.data, asked.case
    if data["ground"] not in programme.grounds:
        yield "ground_unknown"
    if not data["number"].strip():
        yield "number_missing"
    if data["effect"] not in programme.effects:
        yield "effect_unknown"
    if not _stands(case):
        yield "not_standing"
    excused = data.get("without_explanation", "").strip()
    if not case.explained and not excused and asked.on.isoformat() <= case.explain_by:
        yield "explanation_time_runs"


def _stands(case: Case) -> bool:
    return case.outcome == "PASS" and "revoked_on" not in case.decision


_OF_VERB: dict[str, Callable[[Asked, Programme], Iterator[Any]]] = {
    "attach-evidence": _evidence,
    "find-defect": _defect,
    "explain": _explanation,
    "revoke": _revocation,
}
