"""What an annual classification relies on, and what it must not go before: recognitions of the year (D-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.events.base import Reliance
from domain.periods import year_of
from domain.refusal import Refusal, refusal
from domain.refusal_basis import rested
from domain.streams import subject_tag
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.state import Case
    from domain.events.unit_year import ClassificationImported
    from domain.programme.edition import Edition
    from domain.programme.model import Programme
    from domain.world import World

USE = "classification"


def relying(imported: ClassificationImported, year: int, world: World) -> ClassificationImported:
    """Answer the record with the recognitions that stand and feed the classification."""
    reliances = [
        Reliance(stream=case.stream, version=case.version, use=USE, value=case.outcome)
        for case in _recognitions(imported.subject, year, world)
    ]
    return replace(imported, relied_on=reliances)


def against_recognitions(
    imported: ClassificationImported, year: int, world: World
) -> list[Refusal]:
    """Refuse a final classification that a programme's link with it forbids, for each case of the subject."""
    if not imported.final:
        return []
    cases = _cases_of_year(imported.subject, year, world)
    return [
        each
        for case, edition in cases
        for each in rested(_against(imported, case, edition.programme), edition)
    ]


def _against(
    imported: ClassificationImported, case: Case, programme: Programme
) -> Iterator[Refusal]:
    link, said = programme.classification, kinds.case(case.stream)
    levels = {feed.level for feed in link.feeds} - {""}
    if levels and case.decision is None and not programme.stages[case.stage].resting:
        yield refusal("classification_before_decision", case=said)
    elif (
        imported.level in levels
        and not case.recognised_and_not_revoked
        and not imported.departure.strip()
    ):
        level = kinds.level(imported.level)
        yield refusal("classification_without_recognition", case=said, level=level)
    if link.joint:
        yield from _another_level(imported, case)
    if not link.replaces and case.decision is not None:
        number = case.decision.number.strip()
        if number and number == imported.instrument.strip():
            yield refusal("classification_by_recognition", case=said, number=number)


def _another_level(imported: ClassificationImported, case: Case) -> Iterator[Refusal]:
    """The annual level is the one in the joint case, or it is said why another (KT-CLS-1)."""
    own = case.annual_level
    if own not in (None, imported.level) and not imported.departure.strip():
        told = {"level": kinds.level(imported.level), "proposed": kinds.level(str(own))}
        yield refusal("classification_departs", case=kinds.case(case.stream), **told)


def _recognitions(subject: str, year: int, world: World) -> Iterator[Case]:
    for case, edition in _cases_of_year(subject, year, world):
        if case.recognised_and_not_revoked and edition.programme.classification.feeds:
            yield case


def _cases_of_year(subject: str, year: int, world: World) -> Iterator[tuple[Case, Edition]]:
    for stream in world.tagged(subject_tag(subject)):
        case = world.case(stream)
        if case is None or year_of(case.opened.period) != year:
            continue
        edition = world.edition(case.opened.programme, case.opened.version)
        if edition is not None:
            yield case, edition
