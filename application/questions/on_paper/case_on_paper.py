"""One case as papers tell of it: its acts with who did them for which body, its marks, its history, its rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from application.questions import cases as queries
from application.questions import moments
from application.questions.case_papers import Paper
from application.questions.case_sheets import Marks
from application.questions.case_whole import whole
from application.questions.names import LogNames, Moment
from application.questions.on_paper.bodies import (
    OrganOnPaper,
    Signer,
    UnitOnPaper,
    organ_on_paper,
    signer_of,
    unit_on_paper,
)
from application.questions.on_paper.decided_together import DecidedCase, decided_together
from application.questions.on_paper.namesakes import telling_apart
from domain.case.ruling import TOPIC, ruled, ruling_of
from domain.events.base import StepTaken
from domain.events.free_texts import replaced
from domain.periods import year_of
from domain.programme.edition import Edition
from domain.refusal import RefusedError, refusal
from words import kinds
from words.language import say
from words.sentences import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.case.ruling import Ruling
    from domain.case.state import Act, Case


class ActOnPaper(msgspec.Struct, frozen=True, kw_only=True):
    """An act as corrected: its event with its texts, the body it was done for, who did it."""

    topic: str
    position: int
    on: date
    event: Any
    organ: OrganOnPaper | None
    signer: Signer

    @property
    def details(self) -> Any:
        """What the act said."""
        return self.event.details


class CaseOnPaper(NamedTuple):
    """What papers tell of a case, as known at the end of a commit.

    `position`, `recorded_at` (ISO) and `root` (hexadecimal) are of that commit, `on` is its day. `decided` are the
    cases of the newest decision, this one among them; `ruling` is that decision with its revocation, if any.
    `names_on` gives the names of a day: a unit is called on a paper as it was called then.
    """

    position: int
    recorded_at: str
    root: str
    on: date
    simulated: bool
    language: str
    names_on: Callable[[date], Names]
    edition: Edition
    period: str
    subject: str
    subject_kind: str
    unit: str
    title: str
    body: UnitOnPaper | None
    acts: list[ActOnPaper]
    marks: Marks
    papers: list[Paper]
    history: list[dict[str, Any]]
    decided: list[DecidedCase]
    ruling: Ruling | None

    @property
    def year(self) -> int:
        """The year of its period."""
        return year_of(self.period)

    def newest(self, *events: type[StepTaken[Any]]) -> ActOnPaper | None:
        """The newest act of any of these kinds, or None."""
        topics = {event.TOPIC for event in events}
        return next((act for act in reversed(self.acts) if act.topic in topics), None)


def case_on_paper(
    system: System, case: str, *, known_at: int | None = None, language: str = "vi"
) -> CaseOnPaper:
    """A case by its id, known at a position or now; the same position gives the same answer on every day.

    Refuses an unknown case.
    """
    end = system.ledger.commit_end(known_at or system.ledger.head().position)
    world = queries.world_of(system, end)
    found = world.case(queries.stream_named(case))
    if found is None:
        raise RefusedError([refusal("no_such_case", case=kinds.case(case))])
    return _told(system, found, world, end, language)


def _told(system: System, case: Case, world: LedgerWorld, end: int, language: str) -> CaseOnPaper:
    head, on = system.ledger.head_at(end), moments.as_of(system, end)
    edition, opened = _edition(world, case), case.opened

    def names_on(day: date) -> Names:
        return LogNames(system, Moment(world, day)).within(opened.programme, opened.version)

    names = names_on(on)
    held = whole(system, case, on, world, language, names)
    body = edition.programme.body
    return CaseOnPaper(
        position=end,
        recorded_at=head.recorded_at,
        root=head.root.hex(),
        on=on,
        simulated=system.simulated,
        language=language,
        names_on=names_on,
        edition=edition,
        period=opened.period,
        subject=case.subject,
        subject_kind=opened.subject_kind,
        unit=case.unit,
        title=opened.title,
        body=unit_on_paper(world, body.unit, on) if body else None,
        acts=_acts(system, case, world, language),
        marks=held["marks"],
        papers=held["papers"],
        history=_history(system, case, end, names, language),
        decided=decided_together(case, world),
        ruling=_ruling(case),
    )


def _history(
    system: System, case: Case, end: int, names: Names, language: str
) -> list[dict[str, Any]]:
    """Every act known by then, with whoever is called alike told apart: it says who did what."""
    rows = system.ledger.stream(case.stream, end)
    people = {person for row in rows for person in (row.actor, row.signed_by) if person}
    apart = telling_apart(names, people)
    return queries.history(system, case.stream, known_at=end, language=language, names=apart)


def _edition(world: LedgerWorld, case: Case) -> Edition:
    found = world.edition(case.opened.programme, case.opened.version)
    if found is None:
        raise RefusedError([refusal("version_missing", version=case.opened.version)])
    return found


def _acts(system: System, case: Case, world: LedgerWorld, language: str) -> list[ActOnPaper]:
    texts = system.ledger.texts(act.position for act in case.acts)
    return [_act(act, world, texts, language) for act in case.acts]


def _act(
    act: Act, world: LedgerWorld, texts: Mapping[str, str | None], language: str
) -> ActOnPaper:
    def shown(commitment: str) -> str:
        text = texts.get(commitment, commitment)
        return say("value.erased", language) if text is None else text

    on = date.fromisoformat(act.effective_on)
    return ActOnPaper(
        topic=act.topic,
        position=act.position,
        on=on,
        event=replaced(act.event, shown),
        organ=organ_on_paper(world, act.organ, on),
        signer=signer_of(world, act, on),
    )


def _ruling(case: Case) -> Ruling | None:
    decisions = ruled(case.acts, TOPIC)
    return ruling_of(*decisions[-1]) if decisions else None
