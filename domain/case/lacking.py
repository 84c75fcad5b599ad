"""What a case still lacks, of what those who submit it have in their hands: asked of the guards of the steps ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.case.completion import newest_sheets
from domain.case.guards import assessment, bound, preparation
from domain.case.guards.typed import TYPED
from domain.events.base import Sheet
from domain.refusal_basis import rested
from workflow.paths import moves, reached

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.situation import Situation
    from domain.refusal import Refusal
    from workflow.definition import Step

SUBMITTERS = {**preparation.GUARDS, **assessment.GUARDS}
"""Guards about what a unit does before and with its dossier; the others look at what other bodies do."""


class Lack(NamedTuple):
    """Something missing: the reason, and the command that will be refused for it."""

    reason: Refusal
    verb: str


def lacking(situation: Situation) -> list[Lack]:
    """Everything that some step on the way to the decision will miss, each once; nothing once decided."""
    if situation.case is None or situation.case.decided is not None:
        return []
    steps = _ahead(situation)
    lacks = [lack for step in steps for lack in _of_step(situation, step)]
    if any(step.verb == "submit-sheet" for step in steps):
        lacks = [*_open_marks(situation), *lacks]
    each = list({str(lack.reason): lack for lack in reversed(lacks)}.values())[::-1]
    return [lack._replace(reason=_rested(situation, lack.reason)) for lack in each]


def _rested(situation: Situation, reason: Refusal) -> Refusal:
    return rested([reason], situation.edition, criteria=situation.kind.criteria)[0]


def _ahead(situation: Situation) -> list[Step]:
    """The steps that can still come, in the order of the programme."""
    definition = situation.edition.definitions[situation.kind.workflow]
    stages = reached(moves(definition), [situation.stage])
    return [step for step in definition.steps if stages.intersection(definition.sources(step))]


def _of_step(situation: Situation, step: Step) -> Iterator[Lack]:
    asked = situation.asking(step.verb)
    yield from _against_recognition(situation, step)
    for name in step.guards:
        typed = TYPED.get(name)
        judges_what_is_typed = typed is not None and not typed.mends
        if name in SUBMITTERS and not judges_what_is_typed:
            yield from (Lack(reason, step.verb) for reason in SUBMITTERS[name](asked))
    if step.verb == "adopt-aggregate":
        yield from _figures(situation)


def _against_recognition(situation: Situation, step: Step) -> Iterator[Lack]:
    """What will stand against a proposal or a decision to recognise, as the case is now."""
    asked = situation.asking(step.verb, step.outcome or "PASS")
    if step.verb not in bound.ON_THE_WAY or asked.toward == "FAIL":
        return
    for guard in bound.GUARDS.values():
        yield from (Lack(reason, step.verb) for reason in guard(asked))


def _open_marks(situation: Situation) -> Iterator[Lack]:
    """Marks that a sheet of the subject's own does not give, while there is no aggregate of them."""
    if assessment.aggregate_outcome(situation) is not None:
        return
    asked = situation.asking("submit-sheet")
    for sheet in newest_sheets(situation):
        partly = asked.sheet_refusals(sheet, complete=False)
        for reason in asked.sheet_refusals(sheet, complete=True):
            if reason not in partly:
                yield Lack(reason, "submit-sheet")


def _figures(situation: Situation) -> Iterator[Lack]:
    """Figures that the aggregate will be asked for, before it is adopted."""
    if assessment.aggregate_outcome(situation) is not None:
        return
    asked = situation.asking("adopt-aggregate")
    for sheet in newest_sheets(situation) or [Sheet(marks=[])]:
        for reason in asked.sheet_refusals(sheet, complete=True):
            if reason.code == "check_missing":
                yield Lack(reason, "adopt-aggregate")
