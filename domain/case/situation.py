"""Everything one decision on a case looks at, gathered once."""

from __future__ import annotations

from copy import copy
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from domain.case.live_evidence import live_evidence
from domain.case.local_criteria import with_local
from domain.case.own_tasks import registered_tasks
from domain.events.base import Reliance
from domain.measures.gather import gather
from domain.periods import month_of, year_of
from domain.refusal import refusal
from domain.scoring.profile import Profile
from domain.scoring.score import score, validate
from domain.streams import round_stream
from domain.unit_year.roll import leads_on
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.case.state import Case
    from domain.commands import Command
    from domain.events.base import Outcome, Sheet
    from domain.programme.criteria import CriteriaSet
    from domain.programme.edition import Edition
    from domain.programme.taking_part import Subject
    from domain.refusal import Refusal
    from domain.round.state import Round
    from domain.scoring.facts import Facts
    from domain.world import World
    from words.kinds import Said
    from workflow.definition import Step


class Candidate(NamedTuple):
    """The subject as it is on the day: its unit, its kind in the programme, its organisation type."""

    subject: str
    unit: str
    kind: str
    org_type: str

    @property
    def member(self) -> str:
        """The person id of a member's case, empty for a unit's."""
        return self.subject.removeprefix("member:") if self.subject.startswith("member:") else ""


REWARDING = {"decide-reward"}
"""Commands that go on from a recognition, and say so again."""


class Situation:
    """A command on a case with what the decision rests on. Reads are remembered as reliances."""

    def __init__(
        self,
        command: Command,
        case: Case | None,
        candidate: Candidate,
        edition: Edition,
        world: World,
    ) -> None:
        self.command = command
        self.case = case
        self.candidate = candidate
        self.edition = edition
        self.programme = edition.programme
        self.world = world
        self.relied_on: list[Reliance] = []
        self.asked = ""
        self._outcomes: dict[int, tuple[Sheet, Outcome]] = {}

    def asking(self, verb: str, level: str = "") -> Situation:
        """The same situation for another command, with nothing typed yet; what was read is not read again."""
        other = copy(self)
        other.command = replace(self.command, verb=verb, payload=None)
        other.relied_on = self.relied_on.copy()
        other.asked = level
        return other

    def apart(self) -> Situation:
        """The same situation, of which no read is remembered as relied on."""
        other = copy(self)
        other.relied_on = []
        return other

    @property
    def toward(self) -> str:
        """The level that the command says, or is asked to say: `PASS`, `FAIL`; empty where it says none."""
        payload = self.command.payload
        said: str = getattr(payload, "level", "") or getattr(payload, "proposal", "") or self.asked
        grade = self.programme.grade.get(said)
        return "PASS" if self.verb in REWARDING else grade.level if grade else said

    @property
    def verb(self) -> str:
        return self.command.verb

    @property
    def on(self) -> date:
        """The effective date of the act."""
        return self.command.effective_on

    @property
    def stage(self) -> str:
        return self.case.stage if self.case else "new"

    def stage_said(self) -> Said:
        """The stage with the words of the pinned version."""
        return kinds.stage(self.stage, self.programme.stages.get(self.stage))

    def level(self, level: str) -> Said:
        """A level with the words of the pinned version, where it is a grade or a title of its own."""
        label = self.programme.grade.get(level) or self.programme.titles.get(level)
        return kinds.level(level, label)

    @property
    def kind(self) -> Subject:
        """The subject kind as the pinned version describes it."""
        return self.programme.subjects[self.candidate.kind]

    @property
    def year(self) -> int:
        return year_of(self.command.period)

    @cached_property
    def round(self) -> Round | None:
        return self.world.round(self.programme.code, self.command.period)

    @property
    def closing_on(self) -> date:
        """The day on which rolls and ratios are counted: the round's closing, or today if sooner."""
        return min(self.round.closing_on, self.on) if self.round else self.on

    @cached_property
    def criteria(self) -> CriteriaSet:
        """The criteria of the pinned version, with those that the committee above added (PW-GEN-2)."""
        return with_local(self.programme.criteria[self.kind.criteria], self)

    @cached_property
    def profile(self) -> Profile:
        unit = self.world.unit(self.candidate.unit)
        has = (*unit.attributes_on(self.on), *unit.organs_on(self.on)) if unit else ()
        member = self.candidate.member
        person = self.world.person(member) if member else None
        return Profile(
            subject_kind=self.candidate.kind,
            org_type=self.candidate.org_type,
            has=frozenset(has),
            person=self._own(person.attributes_on(self.on) if person else ()),
            month=month_of(self.command.period),
            leaders=person is not None and leads_on(person, self.on) if member else True,
        )

    def _own(self, attributes: Iterable[str]) -> frozenset[str]:
        """Of a person's attributes those that the programme tells apart."""
        return frozenset(attributes).intersection(self.programme.person_attributes)

    @cached_property
    def facts(self) -> Facts:
        """Measured values for the criteria, each with what it rests on."""
        facts = gather(
            self.criteria,
            self.programme,
            self.candidate.subject,
            self.candidate.unit,
            self.command.period,
            self.closing_on,
            self.world,
        )
        facts = replace(facts, tasks=registered_tasks(self.case))
        self.relied_on.extend(facts.reliances)
        return facts

    def outcome(self, sheet: Sheet) -> Outcome:
        """What a sheet comes to on the facts of today; each sheet is scored once, whatever else is asked."""
        facts = self.facts  # read here too where the outcome is known: a decision rests on it
        if id(sheet) not in self._outcomes:
            outcome = score(self.criteria, self.profile, sheet, facts).outcome
            self._outcomes[id(sheet)] = sheet, outcome
        return self._outcomes[id(sheet)][1]

    def sheet_refusals(self, sheet: Sheet, *, complete: bool) -> list[Refusal]:
        """List what is wrong with a sheet."""
        individual = self.verb == "submit-sheet"
        return validate(
            self.criteria,
            self.profile,
            sheet,
            self.facts,
            complete=complete,
            individual=individual,
            evidence=live_evidence(self.case),
        )

    def rely_on_round(self) -> None:
        """Remember the round that froze the version."""
        stream = round_stream(self.programme.code, self.command.period)
        self.relied_on.append(
            Reliance(
                stream=stream,
                version=self.world.version(stream),
                use="round",
                value=self.edition.version,
            )
        )


def step_of(situation: Situation, outcomes: tuple[str, ...]) -> tuple[Step | None, list[Refusal]]:
    """Find the workflow's step for the act at this stage, or say which acts it allows."""
    table = situation.edition.tables[situation.kind.workflow]
    step = table.find(situation.stage, situation.verb, *outcomes)
    if step is not None:
        return step, []
    return None, [
        refusal(
            "not_at_this_stage",
            verb=kinds.verb(situation.verb),
            stage=situation.stage_said(),
            allowed=kinds.many("verb", sorted(table.verbs_from(situation.stage))),
        )
    ]
