"""Deciding commands on a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.authority.acting import REGISTRAR
from domain.events import person as p
from domain.fact_decisions import permitted
from domain.ids import is_usable
from domain.refusal import Refusal, RefusedError, refusal
from domain.unit.organs_there import organ_refusals
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.commands import Command
    from domain.decided import Decided
    from domain.person.state import Person
    from domain.world import World


def decide(person: Person | None, command: Command, world: World) -> Decided:
    """Decide a command on a person; raise RefusedError with every reason."""
    payload = command.payload
    if isinstance(payload, p.PersonRegistered):
        return permitted(command, world, _registration(person, payload), payload)
    if person is None:
        raise RefusedError(
            [
                refusal(
                    "person_unknown",
                    person=kinds.person(command.stream.removeprefix("person:")),
                )
            ]
        )
    against = _CHECKS[type(payload)](person, command, world)
    return permitted(command, world, against, payload)


def _registration(person: Person | None, payload: p.PersonRegistered) -> list[Refusal]:
    reasons = [refusal("person_twice", person=kinds.person(payload.person))] if person else []
    return [*reasons, *unusable_id(payload.person)]


def unusable_id(person: str) -> list[Refusal]:
    """Say no to an id of a person that is empty, or that would be read as something else."""
    if is_usable(person):
        return []
    return [refusal("person_id_unusable", person=kinds.person(person))]


def _start(person: Person, command: Command, world: World) -> list[Refusal]:
    on, reasons = command.effective_on, _unit_there(command.payload.unit, command, world)
    if person.unit_on(on):
        reasons.append(
            refusal(
                "on_a_roll",
                person=kinds.person(person.person),
                unit=kinds.unit(person.unit_on(on)),
            )
        )
    return reasons


def _unit_there(code: str, command: Command, world: World) -> list[Refusal]:
    unit = world.unit(code)
    if unit is None:
        return [refusal("unit_unknown", unit=kinds.unit(code))]
    if not unit.exists_on(command.effective_on):
        return [refusal("unit_not_there", unit=kinds.unit(code), on=command.effective_on)]
    return []


def _end(person: Person, command: Command, _world: World) -> list[Refusal]:
    if person.unit_on(command.effective_on) == command.payload.unit:
        return []
    return [
        refusal(
            "not_on_roll",
            person=kinds.person(person.person),
            unit=kinds.unit(command.payload.unit),
        )
    ]


def _exempt(person: Person, command: Command, _world: World) -> list[Refusal]:
    until = command.payload.until
    if until and until < command.effective_on:
        return [refusal("ends_before_it_begins", until=until, on=command.effective_on)]
    if not person.unit_on(command.effective_on):
        return [
            refusal(
                "not_on_roll",
                person=kinds.person(person.person),
                unit=kinds.unit("–"),
            )
        ]
    return []


def _describe(_person: Person, command: Command, _world: World) -> list[Refusal]:
    wrong = [each for each in command.payload.attributes if not is_usable(each)]
    return [refusal("attribute_unusable", attribute=kinds.text(each)) for each in wrong]


def _give(person: Person, command: Command, world: World) -> list[Refusal]:
    payload, on = command.payload, command.effective_on
    reasons = (
        [refusal("mandate_twice", mandate=payload.mandate)]
        if payload.mandate in person.mandates
        else []
    )
    if payload.until and payload.until < on:
        reasons.append(refusal("ends_before_it_begins", until=payload.until, on=on))
    is_registrar = payload.organ == REGISTRAR
    if is_registrar != (payload.power == "set_up"):
        reasons.append(
            refusal(
                "power_does_not_fit",
                power=kinds.of("power", payload.power),
                organ=kinds.organ(payload.organ),
            )
        )
    return reasons if is_registrar else [*reasons, *organ_refusals(payload.organ, on, world)]


def _end_mandate(person: Person, command: Command, _world: World) -> list[Refusal]:
    mandate = person.mandates.get(command.payload.mandate)
    if mandate is None or not mandate.holds_on(command.effective_on):
        return [refusal("mandate_not_there", mandate=command.payload.mandate)]
    return []


def _delegate(person: Person, command: Command, world: World) -> list[Refusal]:
    payload, on = command.payload, command.effective_on
    delegator = world.person(payload.delegator)
    mandate = delegator.mandates.get(payload.mandate) if delegator else None
    reasons = []
    if mandate is None or mandate.power != "act" or mandate.organ != payload.organ:
        reasons.append(
            refusal(
                "nothing_to_delegate",
                person=kinds.person(payload.delegator),
                organ=kinds.organ(payload.organ),
            )
        )
    elif not mandate.holds_on(on) or not mandate.holds_on(payload.until):
        reasons.append(refusal("delegation_outlives", mandate=payload.mandate))
    if payload.delegator == person.person:
        reasons.append(refusal("delegates_to_himself", person=kinds.person(person.person)))
    if payload.delegation in person.delegations:
        reasons.append(refusal("delegation_twice", delegation=payload.delegation))
    if payload.until < on:
        reasons.append(refusal("ends_before_it_begins", until=payload.until, on=on))
    if not payload.evidence.number.strip():
        reasons.append(refusal("delegation_without_evidence"))
    return [*reasons, *_by_the_delegator(command)]


def _by_the_delegator(command: Command) -> list[Refusal]:
    if command.signed_by == command.payload.delegator:
        return []
    return [refusal("delegation_by_another", person=kinds.person(command.signed_by))]


def _end_delegation(person: Person, command: Command, _world: World) -> list[Refusal]:
    delegation = person.delegations.get(command.payload.delegation)
    if delegation is not None and delegation.since <= command.effective_on <= delegation.until:
        return []
    return [refusal("delegation_not_there", delegation=command.payload.delegation)]


_CHECKS: dict[type, Callable[[Person, Any, World], list[Refusal]]] = {
    p.MembershipStarted: _start,
    p.MembershipEnded: _end,
    p.ExemptionRecorded: _exempt,
    p.PersonAttributesChanged: _describe,
    p.MandateGiven: _give,
    p.MandateEnded: _end_mandate,
    p.DelegationGiven: _delegate,
    p.DelegationEnded: _end_delegation,
}
