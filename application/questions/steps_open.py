"""What a person may do on a case at its stage, and why not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.authority.acting import acting_authority
from domain.case.decide import organs_at
from domain.refusals import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.state import Case


def steps_allowed(
    case: Case, person: str, organ: str, on: date, world: LedgerWorld
) -> list[tuple[str, str, list[Refusal]]]:
    """Answer each command of the stage with the organ the person may give it for, or the reasons.

    Only persons, organs and the stage are asked; rules about a payload are not.
    """
    return [
        (verb, *_one(verb, organs, person, organ, on, world))
        for verb, organs in organs_at(case, on, world).items()
    ]


def _one(
    verb: str, organs: list[str], person: str, organ: str, on: date, world: LedgerWorld
) -> tuple[str, list[Refusal]]:
    asked = [each for each in organs if not organ or each == organ]
    for each in asked:
        if acting_authority(person, each, on, verb, world):
            return each, []
    if organ and not asked:
        return organ, [
            refusal(
                "organ_not_competent",
                organ=kinds.organ(organ),
                verb=kinds.verb(verb),
                competent=kinds.many("organ", organs),
            )
        ]
    return "", [
        refusal(
            "no_mandate",
            person=kinds.person(person),
            organ=kinds.many("organ", organs),
            on=on,
        )
    ]
