"""What a programme wants typed of a command beyond what its record wants: found by asking the programme's own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.acts import BY_VERB
from domain.case.rules import before_typing

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from workflow.definition import Step


def must_be_given(situation: Situation) -> frozenset[str]:
    """The fields of a command's data that it is refused without, in the case as it stands, by every step it may take.

    A step of another stage is asked where the command is none of this one's.
    """
    found = [_refused_without(situation, step) for step in _steps(situation)]
    return frozenset.intersection(*found) if found else frozenset()


def _steps(situation: Situation) -> list[Step]:
    workflow = situation.kind.workflow
    here = situation.edition.tables[workflow].steps_from(situation.stage)
    every = situation.edition.definitions[workflow].steps
    own = [step for step in here if step.verb == situation.verb]
    return own or [step for step in every if step.verb == situation.verb]


def _refused_without(situation: Situation, step: Step) -> frozenset[str]:
    asked = situation.asking(step.verb, step.outcome)
    reasons = before_typing(asked, BY_VERB[step.verb], step).unless
    return frozenset(reason.about.partition(".")[0] for reason in reasons if reason.about)
