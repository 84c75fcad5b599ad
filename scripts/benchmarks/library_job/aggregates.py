"""Cases, persons, units and rounds in the library's own manner."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from eventsourcing.domain import Aggregate, event

Details = dict[str, Any]


def identity(kind: str, name: str) -> UUID:
    """The id of an aggregate by its kind and name."""
    return uuid5(NAMESPACE_URL, f"{kind}:{name}")


class Person(Aggregate):
    """A person and the organs they act for, each since a day (ISO)."""

    @event("Registered")
    def __init__(self, person: str) -> None:
        self.person = person
        self.mandates: dict[str, str] = {}

    @staticmethod
    def create_id(person: str) -> UUID:
        """By the person's own id."""
        return identity("person", person)

    @event("MandateGiven")
    def give_mandate(self, organ: str, since: str) -> None:
        """Let them act for an organ from a day on."""
        self.mandates[organ] = since


class Unit(Aggregate):
    """A unit, the one above it, its organs."""

    @event("Registered")
    def __init__(self, code: str, name: str, kind: str, parent: str, organs: list[str]) -> None:
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.organs = organs

    @staticmethod
    def create_id(code: str) -> UUID:
        """By the unit's code."""
        return identity("unit", code)


class Round(Aggregate):
    """A round of a programme, open until it is locked."""

    @event("Opened")
    def __init__(self, programme: str, period: str, edition: str) -> None:
        self.programme = programme
        self.period = period
        self.edition = edition
        self.locked = False

    @staticmethod
    def create_id(programme: str, period: str) -> UUID:
        """By programme and period."""
        return identity("round", f"{programme}:{period}")

    @event("Locked")
    def lock(self) -> None:
        """Close it for what belongs to the preparation."""
        self.locked = True


class Case(Aggregate):
    """A case: where it stands, and what its guards and its rows look at. Days are ISO text."""

    @event("Opened")
    def __init__(self, stream: str, opening: dict[str, str], on: str) -> None:
        self.stream = stream
        self.opening = opening
        self.opened_on = self.since = on
        self.stage = "new"
        self.outcome = self.claimed = self.issuer = self.set_due = ""
        self.due_acts: dict[str, str] = {}
        self.evidence: list[str] = []
        self.explain_by = ""
        self.explained = False
        self.decision: dict[str, str] = {}
        self.given: list[str] = []
        self.recalls: dict[str, str] = {}

    @staticmethod
    def create_id(stream: str) -> UUID:
        """By the name that the case has in our log."""
        return identity("case", stream)

    @event("StepTaken")
    def take(
        self,
        verb: str,
        step: str,  # noqa: ARG002 -- kept in the event
        to_stage: str,
        on: str,
        organ: str,
        details: Details,
        due_on: str,
        by: dict[str, str],  # noqa: ARG002 -- kept in the event: who entered and signed it, the authority, the reason
    ) -> None:
        """Take a step, due on a day or none (empty); rules are asked before."""
        if to_stage != self.stage:
            self.stage, self.since, self.set_due = to_stage, on, ""
        if due_on:
            self.due_acts[str(self.version)] = f"{on} {due_on}"
        apply = _APPLY.get(verb)
        if apply is not None:
            apply(self, on, organ, details)


def _attach(case: Case, _on: str, _organ: str, details: Details) -> None:
    case.evidence.append(details["evidence"])


def _claim(case: Case, _on: str, _organ: str, details: Details) -> None:
    case.claimed = details["level"]


def _decide(case: Case, on: str, organ: str, details: Details) -> None:
    case.outcome, case.issuer = details["level"], organ
    case.decision = {
        "level": details["level"], "number": details["number"], "on": on, "organ": organ,
    }  # fmt: skip


def _reward(case: Case, _on: str, _organ: str, details: Details) -> None:
    if details["reward"] not in case.given:
        case.given.append(details["reward"])


def _find(case: Case, _on: str, _organ: str, details: Details) -> None:
    case.set_due = case.explain_by = details["explain_by"]
    case.explained = False


def _explain(case: Case, _on: str, _organ: str, _details: Details) -> None:
    case.explained = True


def _revoke(case: Case, on: str, _organ: str, details: Details) -> None:
    case.outcome = "REVOKED"
    case.decision |= {
        "revoked_on": on, "effect": details["effect"], "effect_on": details["effect_on"],
    }  # fmt: skip
    case.recalls = dict.fromkeys(case.given, on)


_APPLY = {
    "attach-evidence": _attach,
    "claim-level": _claim,
    "decide": _decide,
    "decide-reward": _reward,
    "issue-certificate": _reward,
    "find-defect": _find,
    "explain": _explain,
    "revoke": _revoke,
}
