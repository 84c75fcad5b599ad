"""What an annual classification relies on: the subject's recognitions of the year (D-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.events.base import Reliance
from domain.periods import year_of
from domain.streams import subject_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.state import Case
    from domain.events.unit_year import ClassificationImported
    from domain.world import World

USE = "classification"


def relying(imported: ClassificationImported, year: int, world: World) -> ClassificationImported:
    """Answer the record with the recognitions that stand and feed the classification."""
    reliances = [
        Reliance(stream=case.stream, version=case.version, use=USE, value=case.outcome)
        for case in _recognitions(imported.subject, year, world)
    ]
    return replace(imported, relied_on=reliances)


def _recognitions(subject: str, year: int, world: World) -> Iterator[Case]:
    for stream in world.tagged(subject_tag(subject)):
        case = world.case(stream)
        if (
            case is not None
            and case.recognised_and_not_revoked
            and year_of(case.opened.period) == year
        ):
            edition = world.edition(case.opened.programme, case.opened.version)
            if edition is not None and edition.programme.classification.feeds:
                yield case
