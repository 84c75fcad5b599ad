"""Who may take a step on a case: the one answer that deciding, the tasks and “allowed” give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.authority.acting import authorities
from domain.authority.may import May
from domain.authority.resolve import resolve
from domain.authority.successor import successor_organ
from domain.case.roles import Use, holders
from domain.events import case as c

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.case.situation import Situation
    from workflow.definition import Step


def may(situation: Situation, step: Step, person: str) -> May:
    """Answer for which organs a person may take a step on the day of the situation."""
    competent = holders(step, CaseAbout(situation), situation.command.payload)
    held = authorities(person, competent.all, situation.on, step.verb, situation.world)
    depends = competent.depends_on if not any(organ in held for organ in competent.organs) else ""
    return May(competent.all, held, depends)


class CaseAbout:
    """What roles are resolved from (`domain.case.roles.About`), taken from a folded case."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._case = situation.case

    @property
    def issuer(self) -> str:
        decided = self._case.decided if self._case else None
        return decided.organ if decided else ""

    @property
    def inquirer(self) -> str:
        asked = self._case.last(c.InquiryOpened) if self._case else None
        return asked.event.details.body if asked else ""

    @property
    def bodies(self) -> Sequence[str]:
        asked = self._case.last(c.ConsultationOpened) if self._case else None
        return asked.event.details.bodies if asked else ()

    @property
    def flags(self) -> Mapping[Use, str]:
        """Flags without a review: an outcome that was flagged again waits again."""
        case = self._case
        if case is None:
            return {}
        waiting = [act.event.details for act in case.all(c.DependentOutcomeFlagged)]
        for act in case.all(c.DependentOutcomeReviewed):
            key = _use(act.event.details)
            done = next((each for each in waiting if _use(each) == key), None)
            waiting = [each for each in waiting if each is not done]
        return {_use(each): each.organ for each in waiting}

    @property
    def makers(self) -> Mapping[int, str]:
        acts = self._case.acts if self._case else ()
        return {act.position: act.organ for act in acts if act.organ}

    def by_rules(self, role: str) -> list[str]:
        rules = self._situation.programme.roles.get(role)
        if rules is None:
            return []
        candidate, on = self._situation.candidate, self._situation.on
        return resolve(
            rules, candidate.kind, candidate.unit, candidate.member, on, self._situation.world
        )

    def heir(self, organ: str) -> str:
        """Follow reorganisations up to the act's date (D-37)."""
        return successor_organ(organ, self._situation.on, self._situation.world)


def _use(details: Any) -> Use:
    return details.revoked, details.use
