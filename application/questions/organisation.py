"""Questions about units, rounds and programmes that other questions are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from application.commands.typed_programme import typed_programme
from application.questions.cases import world_of
from application.questions.programme_tables import programme_tables
from domain.periods import last_day
from domain.refusal import RefusedError, refusal
from projections.engine import catch_up
from projections.organisation import units as read_model
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System
    from domain.programme.edition import Edition


def units(system: System) -> list[dict[str, Any]]:
    """All units by code, as they are called now."""
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return read_model.units(connection)


def round_data(
    system: System, programme: str, period: str, closing_on: date | None
) -> dict[str, Any]:
    """The data of `open-round`: the newest version, the period's last day unless another is named."""
    world = world_of(system)
    programme = typed_programme(programme, world)
    edition = world.edition(programme)
    if edition is None:
        raise RefusedError([refusal("version_unknown", programme=kinds.programme(programme))])
    try:
        closing = closing_on or last_day(period)
    except ValueError as error:
        raise RefusedError([refusal("period_unreadable", period=period)]) from error
    return {
        "programme": programme,
        "version": edition.version,
        "period": period,
        "closing_on": closing.isoformat(),
    }


def programme(edition: Edition, language: str) -> dict[str, Any]:
    """A programme as a person reads it: subjects, criteria with points, deadlines, what is assumed."""
    each = edition.programme
    return {
        "code": each.code,
        "name": each.name.text(language),
        "version": edition.version,
        "assumptions": edition.assumptions,
        "tables": {
            table.title(language): table.dicts() for table in programme_tables(edition, language)
        },
    }
