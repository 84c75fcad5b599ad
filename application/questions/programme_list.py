"""The list of programmes: every version that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.questions.cases import world_of
from application.questions.editions import of_topic
from domain.events.round import ProgrammePublished
from projections.machinery.codec import CODEC
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("code", "code"), Column("name"), Column("version", word="programme_version"),
    Column("published_on", "date"),
)  # fmt: skip
"""What a list of programmes shows people, in order."""


class ProgrammeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a programme as `programmes list --json` prints it; its name in one language."""

    code: str
    name: str
    version: str
    published_on: str


def programmes(system: System, language: str) -> list[ProgrammeRow]:
    """Every published version, in the order of publication."""
    world = world_of(system)
    rows = []
    for row in of_topic(system, ProgrammePublished.TOPIC):
        event = CODEC.decode(row.topic, row.state)
        edition = world.edition(event.code, event.version)
        name = edition.programme.name.text(language) if edition else ""
        rows.append(
            ProgrammeRow(
                code=event.code, name=name, version=event.version, published_on=row.effective_on
            )
        )
    return rows
