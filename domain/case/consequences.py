"""What would become of an outcome if a recognition that it relied on were revoked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from domain.case.decide import question, situate
from domain.case.decisive import decisive_act
from domain.events import case as c
from domain.events import details as d
from domain.periods import following, previous, year_of
from domain.scoring.score import score
from domain.scoring.value import shown
from domain.streams import case_stream

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.case.state import Case
    from domain.round.state import Selection
    from domain.world import World


class Consequence(NamedTuple):
    """A figure as it was when it was used and as it would be; whether the outcome would still hold.

    `holds` is None where the figure alone does not say.
    """

    was: str
    would_be: str
    holds: bool | None


def supposed_revocation(case: Case, world: World) -> c.RecognitionRevoked:
    """The event of a revocation that has not happened, to ask what would follow."""
    table = situate(case, question(case, world.today, world), world)
    workflow = table.edition.tables[table.kind.workflow]
    ends = [step.to for step in workflow.definition.steps if step.verb == "revoke"]
    return c.RecognitionRevoked(
        step="revoke",
        from_stage=case.stage,
        to_stage=next(iter(ends), case.stage),
        details=d.Revocation(number="", ground="", effect="as_if_never"),
    )


def of_case(case: Case, use: str, then: World, supposed: World) -> Consequence:
    """A case that counted the recognition: its figure when it was decided, and its outcome now.

    `then` is the world as it was known when the figure was used, `supposed` the one in which the
    recognition is revoked.
    """
    now = _situation(case, supposed)
    return Consequence(_figure(_situation(case, then), use), _figure(now, use), _passes(case, now))


def _situation(case: Case, world: World) -> Situation:
    """The case with its figures as of the day it was decided, or today where it is not."""
    on = date.fromisoformat(case.decided_on) if case.decided_on else world.today
    return situate(case, question(case, on, world), world)


def _figure(situation: Situation, use: str) -> str:
    for measured in situation.facts.measured.values():
        if any(reliance.use == use for reliance in measured.reliances):
            return shown(measured.value)
    return "-"


def _passes(case: Case, situation: Situation) -> bool | None:
    act = decisive_act(case)
    if act is None:
        return None
    sheet = act.event.details.sheet
    return score(situation.criteria, situation.profile, sheet, situation.facts).outcome.passes


def of_streak(case: Case, wanted: int, then: World, supposed: World) -> Consequence:
    """A reward for periods in a row: how many there were and would be."""
    was, would_be = streak(case, then), streak(case, supposed)
    return Consequence(str(was), str(would_be), would_be >= wanted)


def running_streak(case: Case, then: World, supposed: World) -> tuple[int, int]:
    """How many periods in a row its subject stands recognised up to the newest of them, and how many it would."""
    period = case.opened.period
    while _stands(case, following(period), then):
        period = following(period)
    return streak(case, then, period), streak(case, supposed, period)


def streak(case: Case, world: World, last: str = "") -> int:
    """How many periods in a row, back from the case's own or from a later one, its subject stands recognised."""
    period, count = last or case.opened.period, 0
    while _stands(case, period, world):
        count, period = count + 1, previous(period)
    return count


def _stands(case: Case, period: str, world: World) -> bool:
    own = period == case.opened.period
    stream = case.stream if own else case_stream(case.opened.programme, case.subject, period)
    found = world.case(stream)
    return found is not None and found.recognised_and_not_revoked


def of_selection(selection: Selection, wanted: int, then: World, supposed: World) -> Consequence:
    """A choice that rests on several years: how many of them stood and would stand."""
    was, would_be = (_standing_years(selection, world) for world in (then, supposed))
    return Consequence(str(was), str(would_be), would_be >= wanted)


def _standing_years(selection: Selection, world: World) -> int:
    cases = [case for stream in selection.cases if (case := world.case(stream)) is not None]
    return len({year_of(case.opened.period) for case in cases if case.recognised_and_not_revoked})
