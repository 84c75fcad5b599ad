"""What a revocation would touch: every outcome that relied on it, what its figure was and would be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from application.questions import year as reviewing
from application.running.world import LedgerWorld
from domain.authority.successor import successor_organ
from domain.case.consequences import (
    Consequence,
    of_case,
    of_selection,
    of_streak,
    running_streak,
    supposed_revocation,
)
from domain.case.decide import organs_at, question, situate
from domain.case.dependents import Dependent, dependents
from domain.case.old_recognition import old_recognition
from domain.events import case as c
from domain.periods import year_of
from domain.refusal import Refusal, RefusedError, refusal
from projections.review.targets import measured
from words import kinds
from words.language import chosen
from words.sentences import Names, nameless, sentence
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from domain.case.state import Case
    from domain.programme.model import Programme


COLUMNS = (
    Column("level", "number", word="depth"), Column("kind", "touched"), Column("subject", "subject"),
    Column("period"), Column("use", "use"), Column("was", "level"), Column("would_be", "level"),
    Column("holds", "yes_no", word="would_hold"), Column("reviewers", "organ"),
)  # fmt: skip
"""What people see of an outcome that would be touched, in order."""


class Touched(msgspec.Struct, frozen=True):
    """One outcome that a revocation would touch.

    `kind` is `case`, `streak`, `selection`, `classification` or `reward`; `level` 0 is the revoked case itself.
    `holds` says whether the outcome would still be reached, None where that is for people to
    say. `via` is the case through which it is reached; `reviewers` the organs that settle it.
    """

    level: int
    kind: str
    stream: str
    subject: str
    period: str
    use: str
    was: str
    would_be: str
    holds: bool | None
    via: str
    reviewers: list[str]
    unit_name: str = ""
    programme: str = ""
    programme_version: str = ""


class Preview:
    """The log as it is, and as it would be with the revocation; nothing is written."""

    def __init__(self, system: System, upto: int | None = None) -> None:
        self._system = system
        self.today = system.today()
        self.world = self._world(upto)
        self.supposed = self._world(upto)
        self._by_kind = {
            "case": self._case, "round": self._selection, "unit-year": self._classification,
        }  # fmt: skip

    def _world(self, upto: int | None) -> LedgerWorld:
        return LedgerWorld(self._system.app, self.today, upto=upto)

    def of(self, case: Case) -> Iterator[Touched]:
        """List what the revocation of a case touches, the nearest first."""
        self._suppose_revoked(case)
        yield from self._rewards(case, 0, "")
        for dependent in dependents(case.stream, self.world):
            touched = self._by_kind[dependent.stream.partition(":")[0]](dependent)
            yield touched
            if touched.kind == "case" and touched.holds is False:
                yield from self._fallen(dependent)

    def _suppose_revoked(self, case: Case) -> None:
        event = supposed_revocation(case, self.world)
        self.supposed.foresee(case.stream, event, question(case, self.today, self.world))

    def _fallen(self, dependent: Dependent) -> Iterator[Touched]:
        """A recognition that would no longer be reached: go on as if it were revoked too."""
        case = self.world.case(dependent.stream)
        if case is not None and case.recognised_and_not_revoked:
            self._suppose_revoked(case)
            yield from self._rewards(case, dependent.level, dependent.source)

    def _case(self, dependent: Dependent) -> Touched:
        case = self._known(dependent.stream)
        then = self._then(case, dependent.use)
        use, _, reward = dependent.use.partition(":")
        if use == "streak":
            wanted = self._programme(case).rewards[reward].streak
            consequence = of_streak(case, wanted, then, self.supposed)
        else:
            consequence = of_case(case, dependent.use, then, self.supposed)
        organs = organs_at(case, self.today, self.world).get("review-dependent", [])
        kind = "streak" if use == "streak" else "case"
        return self._touched(kind, dependent, case, consequence, organs)

    def _selection(self, dependent: Dependent) -> Touched:
        case = self._known(dependent.source)
        programme, _, period = dependent.stream.removeprefix("round:").partition(":")
        state = self.world.round(programme, period)
        reward = dependent.use.partition(":")[2]
        wanted = self._programme(case).rewards[reward].recognised_years
        chosen = next(
            each
            for each in (state.selections if state else [])
            if (each.reward, each.subject) == (reward, dependent.value)
        )
        consequence = of_selection(chosen, wanted, self.world, self.supposed)
        return self._touched("selection", dependent, case, consequence, self._heir(dependent))

    def _classification(self, dependent: Dependent) -> Touched:
        case = self._known(dependent.source)
        consequence = Consequence(dependent.value, "", None)
        return self._touched("classification", dependent, case, consequence, self._heir(dependent))

    def _touched(
        self, kind: str, dependent: Dependent, case: Case, found: Consequence, organs: list[str]
    ) -> Touched:
        return Touched(
            dependent.level, kind, dependent.stream, case.subject, case.opened.period,
            dependent.use, found.was, found.would_be, found.holds,
            dependent.source if dependent.level > 1 else "", organs,
            programme=case.opened.programme, programme_version=case.opened.version,
        )  # fmt: skip

    def _rewards(self, case: Case, level: int, via: str) -> Iterator[Touched]:
        """Rewards that were decided with a recognition and would have to be recalled with it."""
        returned = {
            a.event.details.reward for a in case.all(c.RewardRecalled) if a.event.details.returned
        }
        supposed = self.supposed.case(case.stream)
        organs = organs_at(supposed, self.today, self.supposed) if supposed else {}
        for act in case.all(c.RewardDecided):
            given = act.event.details
            if given.reward not in returned:
                yield Touched(
                    level, "reward", case.stream, case.subject, case.opened.period,
                    f"reward:{given.reward}", given.number, "", False, via,
                    organs.get("recall-reward", []),
                    programme=case.opened.programme, programme_version=case.opened.version,
                )  # fmt: skip

    def _heir(self, dependent: Dependent) -> list[str]:
        return [successor_organ(dependent.organ, self.today, self.world)] if dependent.organ else []

    def _known(self, stream: str) -> Case:
        case = self.world.case(stream)
        if case is None:
            raise LookupError(stream)
        return case

    def _then(self, case: Case, use: str) -> LedgerWorld:
        """The log as it was known when the case used the recognition the last time."""
        acts = [act for act in case.acts if any(r.use == use for r in act.event.relied_on)]
        return self._world(acts[-1].position - 1) if acts else self.world

    def _programme(self, case: Case) -> Programme:
        return situate(case, question(case, self.today, self.world), self.world).programme

    def warnings(self, case: Case) -> list[Refusal]:
        """What the decider should know beforehand."""
        return old_recognition(situate(case, question(case, self.today, self.world), self.world))


def preview(
    system: System,
    stream: str,
    *,
    upto: int | None = None,
    language: str = "vi",
    names: Names = nameless,
) -> dict[str, Any]:
    """What the revocation of a case would touch; refuses an unknown case and one that does not stand."""
    asked = Preview(system, upto)
    case = asked.world.case(stream)
    if case is None:
        raise RefusedError([refusal("no_such_case", case=kinds.case(stream.removeprefix("case:")))])
    if not case.recognised_and_not_revoked:
        raise RefusedError([refusal("not_standing")])
    touched = list(asked.of(case))
    was, would_be = running_streak(case, asked.world, asked.supposed)
    fallen = {each.stream for each in touched if each.kind == "case" and each.holds is False}
    return {
        "case": stream.removeprefix("case:"),
        "programme": case.opened.programme,
        "subject": case.subject,
        "period": case.opened.period,
        "decision_number": case.decision.number if case.decision else "",
        "decided_on": case.decided_on,
        "issuer": case.decided.organ if case.decided else "",
        "streak": {"was": was, "would_be": would_be},
        "warnings": [sentence(each, chosen(language), names) for each in asked.warnings(case)],
        "targets": _targets(system, case, {stream, *fallen}, upto),
        "touched": [_shown(each, asked) for each in touched],
    }


def _targets(
    system: System, case: Case, fallen: set[str], upto: int | None
) -> list[dict[str, Any]]:
    """The round's targets of recognised units: how many there are, how many there would be."""
    opened = case.opened
    question = reviewing.Question(
        year_of(opened.period), opened.programme, opened.period, known_at=upto
    )
    year, _ = reviewing.folded(system, question)
    return [
        {
            "target": each.name,
            "vi": each.target.vi,
            "en": each.target.en,
            "was": f"{len(each.counted)}/{len(each.among)}",
            "would_be": f"{len(each.counted - fallen)}/{len(each.among)}",
            "wanted": each.target.passes,
            "holds": each.holds(len(each.counted - fallen)),
        }
        for each in measured(year)
        if each.target.measure == "recognised" and each.counted & fallen
    ]


def _shown(touched: Touched, asked: Preview) -> Touched:
    case = asked.world.case(touched.stream) if touched.stream.startswith("case:") else None
    unit = asked.world.unit(case.unit) if case else None
    name = unit.name_on(asked.today) if unit else ""
    return msgspec.structs.replace(touched, unit_name=name)
