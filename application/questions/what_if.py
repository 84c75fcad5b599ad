"""A year again under other rules: the same facts, other marks, criteria or knock-outs; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from application.intake.programme_publishing import edition_of_file
from application.questions import moments
from application.questions.programme_list import programmes
from application.running.world import LedgerWorld
from domain.authority.resolve import superiors
from domain.case.as_of import as_of as state_as_of
from domain.case.decide import question, situate
from domain.case.situation import Candidate, Situation
from domain.case.under import Under, under
from domain.events.case import DecisionSuperseded
from domain.events.details import Supersession
from domain.periods import year_of
from domain.refusal import RefusedError, refusal
from domain.scoring.tree import nodes
from domain.streams import round_tag
from projections.engine import catch_up
from projections.organisation.rounds import rounds
from words import kinds
from words.kinds import Because, Said, because
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from domain.case.state import Case
    from domain.programme.edition import Edition


CHANGED = (
    Column("case", "case"), Column("unit_name"), Column("decided", "level", word="was_decided"),
    Column("outcome", "level", word="under_other_rules"), Column("why", "lines", word="because"),
)  # fmt: skip
"""What people see of a case that would turn, in order."""
LACKING = (Column("case", "case"), Column("unit_name"), Column("lacking", "list"))
"""What people see of a case that cannot be said."""


class Simulation:
    """The log as known at a position, and the same with the outcomes that the other rules would give."""

    def __init__(self, system: System, edition: Edition, upto: int, on: date) -> None:
        self.edition = edition
        self.on = on
        self.world = LedgerWorld(system.app, system.today(), upto=upto)
        self.supposed = LedgerWorld(system.app, system.today(), upto=upto)

    def of(self, case: Case) -> Under:
        """The case under the other rules; those that rest on it see what it would come to."""
        result = under(case, *self.situations(case))
        if result.changed:
            self._suppose(case, result.outcome)
        return result

    def situations(self, case: Case) -> tuple[Situation, Situation]:
        """The case under its own rules and under the others, on the day of its decision."""
        day = date.fromisoformat(case.decided_on) if case.decided_on else self.on
        here = situate(case, question(case, day, self.world), self.world)
        if case.opened.subject_kind not in self.edition.programme.subjects:
            raise RefusedError(
                [
                    refusal(
                        "kind_missing_there",
                        kind=kinds.of("subject_kind", case.opened.subject_kind),
                    )
                ]
            )
        candidate = Candidate(
            case.subject, case.unit, case.opened.subject_kind, case.opened.org_type
        )
        asked = question(case, day, self.supposed)
        return here, Situation(asked, case, candidate, self.edition, self.supposed)

    def _suppose(self, case: Case, level: str) -> None:
        superseding = DecisionSuperseded(
            step="simulation",
            from_stage=case.stage,
            to_stage=case.stage,
            details=Supersession(level="PASS" if level == "PASS" else "FAIL", number=""),
        )
        self.supposed.foresee(case.stream, superseding, question(case, self.on, self.supposed))

    def label(self, case: Case, node: str) -> tuple[str, str]:
        """What a node of the other rules says, in both languages."""
        subject = self.edition.programme.subjects[case.opened.subject_kind]
        for each in nodes(self.edition.programme.criteria[subject.criteria]):
            if each.id == node:
                return each.vi, each.en
        return "", ""


def what_if(
    system: System,
    year: int,
    edition: Edition,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
) -> dict[str, Any]:
    """Every case of the programme's rounds in a year under an edition that need not be published.

    Refuses a year without rounds and an edition that does not have the cases' subject kinds.
    """
    head = system.ledger.head() if known_at is None else system.ledger.head_at(known_at)
    simulation = Simulation(system, edition, head.position, moments.as_of(system, known_at, as_of))
    cases = _in_order(list(_cases(system, year, simulation)), simulation)
    simulated = [(case, simulation.of(case)) for case in cases]
    return {
        "simulation": True,
        "year": year,
        "programme": edition.programme.code,
        "version": edition.version,
        "as_of": simulation.on,
        "position": head.position,
        "root": head.root.hex(),
        "counts": _counts(simulated),
        "changed": [_row(case, each, simulation) for case, each in simulated if each.changed],
        "unchanged": [_row(c, u, simulation) for c, u in simulated if u.outcome and not u.changed],
        "lacking": [_row(case, each, simulation) for case, each in simulated if each.lacking],
        "not_scored": [
            _row(c, u, simulation) for c, u in simulated if not u.outcome and not u.lacking
        ],
    }


def _cases(system: System, year: int, simulation: Simulation) -> Iterator[Case]:
    code, world = simulation.edition.programme.code, simulation.world
    periods = [each for each in _periods(system, code) if year_of(each) == year]
    opened = [period for period in periods if world.round(code, period) is not None]
    if not opened:
        raise RefusedError(
            [
                refusal(
                    "no_round_to_try",
                    programme=kinds.programme(code),
                    year=kinds.ordinal(year),
                )
            ]
        )
    for period in opened:
        for stream in world.tagged(round_tag(code, period)):
            known = world.case(stream)
            case = state_as_of(known, simulation.on) if known else None
            if case is not None:
                yield case


def _periods(system: System, code: str) -> list[str]:
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return [row["period"] for row in rounds(connection) if row["programme"] == code]


def _in_order(cases: list[Case], simulation: Simulation) -> list[Case]:
    """Cases in the order in which their results are needed: members, then units from the lowest upwards."""

    def place(case: Case) -> tuple[bool, int, str, str]:
        above = superiors(simulation.world, case.unit, simulation.on)
        return (case.subject.startswith("unit:"), -len(above), case.subject, case.stream)

    return sorted(cases, key=place)


def _counts(found: list[tuple[Case, Under]]) -> dict[str, int]:
    own = [each.own for _, each in found]
    outcomes = [each.outcome for _, each in found]
    return {
        "cases": len(found),
        "passed": own.count("PASS"),
        "would_pass": outcomes.count("PASS"),
        "changed": sum(each.changed for _, each in found),
        "lacking": sum(bool(each.lacking) for _, each in found),
    }


def _row(case: Case, found: Under, simulation: Simulation) -> dict[str, Any]:
    unit = simulation.world.unit(case.unit)
    return {
        "case": case.stream.removeprefix("case:"),
        "subject": case.subject,
        "unit_name": unit.name_on(simulation.on) if unit else "",
        "period": case.opened.period,
        "decided": found.decided,
        "own": found.own,
        "outcome": found.outcome,
        "turned": [
            {**turn._asdict(), "vi": vi, "en": en}
            for turn in found.turned
            for vi, en in [simulation.label(case, turn.about)]
        ],
        "lacking": found.lacking,
    }


def turned(row: Mapping[str, Any]) -> list[Said]:
    """What turned a case, each with what it was, if that is known, and what it would be."""
    return [Said("because", _turn(**turn)) for turn in row["turned"]]


def _turn(*, about: str, was: str, would_be: str, vi: str, en: str) -> Because:
    what = Said("text", about, f"{about} {vi}", f"{about} {en}") if vi else Said("turned", about)
    told = because("shown.turned", about=what, would_be=Said("turned", would_be))
    if not was:
        return told
    return because("shown.turned_from", was=Said("turned", was), **told.values)


def case_under(
    system: System,
    stream: str,
    rules: str,
    *,
    known_at: int | None = None,
    as_of: date | None = None,
) -> dict[str, Any]:
    """One case under a programme file or a published version, named by its hash or how that begins.

    Refuses an unknown case, a version that is not there, a file of another programme.
    """
    head = system.ledger.head().position if known_at is None else known_at
    on = moments.as_of(system, known_at, as_of)
    known = LedgerWorld(system.app, system.today(), upto=head).case(stream)
    case = state_as_of(known, on) if known else None
    if case is None:
        raise RefusedError([refusal("no_such_case", case=kinds.case(stream.removeprefix("case:")))])
    edition = _edition_for(system, case, rules)
    simulation = Simulation(system, edition, head, on)
    return {
        "simulation": True,
        "version": edition.version,
        **_row(case, simulation.of(case), simulation),
    }


def _edition_for(system: System, case: Case, rules: str) -> Edition:
    code = case.opened.programme
    if rules.endswith((".yaml", ".yml")):
        edition = edition_of_file(rules)
        if edition.programme.code != code:
            raise RefusedError(
                [
                    refusal(
                        "other_programme",
                        found=kinds.programme(edition.programme.code, edition.programme.name),
                        wanted=kinds.programme(code),
                    )
                ]
            )
        return edition
    versions = {
        row.version
        for row in programmes(system, "vi")
        if row.code == code and row.version.startswith(rules)
    }
    edition_named = _published(system, code, versions.pop()) if len(versions) == 1 else None
    if edition_named is None:
        raise RefusedError([refusal("version_unclear", version=rules)])
    return edition_named


def _published(system: System, code: str, version: str) -> Edition | None:
    """A published version by its hash."""
    return LedgerWorld(system.app, system.today()).edition(code, version)
