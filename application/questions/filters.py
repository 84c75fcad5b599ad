"""What lists are narrowed down by, as people name it: programmes, stages, outcomes, units, persons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from application.questions import organisation
from application.questions.cases import world_of
from application.questions.pages import codes_named
from domain.refusals import refusal, refuse_if_any
from projections.engine import catch_up
from projections.organisation.unit_tree import at_or_below
from words.kinds import Labelled, Said, person, unit
from words.language import say

if TYPE_CHECKING:
    from application.running.system import System

Names = tuple[str, ...]
OUTCOMES = ("PASS", "FAIL", "REVOKED")


def programmes_named(system: System, typed: Iterable[str]) -> frozenset[str]:
    """Programmes by code or name; refuses what is none."""
    known = {each.programme.code: [each.programme.name] for each in organisation.editions(system)}
    return frozenset(codes_named(typed, known))


def stages_named(system: System, typed: Iterable[str]) -> frozenset[str]:
    """Stages by code, or by what one of the programmes calls it; refuses what is none."""
    known: dict[str, list[Labelled]] = {}
    for edition in organisation.editions(system):
        for code, label in getattr(edition.programme, "stages", {}).items():
            known.setdefault(code, []).append(label)
    return frozenset(codes_named(typed, known))


def outcomes_named(typed: Iterable[str]) -> frozenset[str]:
    """Outcomes by code or word; refuses what is none."""
    return frozenset(codes_named(typed, {code: [_outcome(code)] for code in OUTCOMES}))


def _outcome(code: str) -> Labelled:
    return Said("level", code, say(f"level.{code}", "vi"), say(f"level.{code}", "en"))


def refuse_unknown(system: System, units: Iterable[str] = (), persons: Iterable[str] = ()) -> None:
    """Refuses every unit and every person that is not there; an empty code stands for none."""
    world = world_of(system)
    refuse_if_any(
        [
            *(
                refusal("unit_unknown", unit=unit(code))
                for code in units
                if code and world.unit(code) is None
            ),
            *(
                refusal("person_unknown", person=person(each))
                for each in persons
                if each and world.person(each) is None
            ),
        ]
    )


def units_asked(system: System, codes: Names, under: str) -> frozenset[str] | None:
    """Units that are named, and those at or below another today; None where no unit is asked for."""
    below = _below(system, under) if under else None
    if not codes or below is None:
        return frozenset(codes) if codes else below
    return below & set(codes)


def _below(system: System, code: str) -> frozenset[str]:
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return at_or_below(connection, code, system.today())


def subjects_of(persons: Names) -> frozenset[str]:
    """The members whom cases are about."""
    return frozenset(f"member:{each}" for each in persons)
