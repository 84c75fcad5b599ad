"""Questions about units, rounds and programmes, answered as plain rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from application.questions.cases import world_of
from application.questions.programme_tables import programme_tables
from application.questions.rounds import state_of
from domain.events.round import ProgrammePublished, RoundOpened
from domain.periods import last_day
from domain.refusals import RefusedError, refusal
from domain.streams import round_tag, unit_stream
from projections.engine import catch_up
from projections.machinery.codec import CODEC
from projections.machinery.read_model import Seen
from projections.organisation import units as read_model
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.programme.edition import Edition


def units(system: System) -> list[dict[str, Any]]:
    """All units by code, as they are called now."""
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return read_model.units(connection)


def unit(system: System, code: str, on: date | None = None) -> dict[str, Any]:
    """One unit on a date; refuses an unknown one."""
    day, found = on or system.today(), world_of(system).state(unit_stream(code))
    if found is None:
        raise RefusedError([refusal("unit_unknown", unit=kinds.unit(code))])
    return {
        "code": code,
        "on": day,
        "exists": found.exists_on(day),
        "name": found.name_on(day),
        "kind": found.kind_on(day),
        "org_type": found.org_type_on(day),
        "parent": found.parent_on(day),
        "organs": found.organs_on(day),
        "attributes": found.attributes_on(day),
        "followers": found.followers_on(day),
        "predecessors": found.predecessors,
        "successors": found.successors,
    }


def rounds(system: System) -> list[dict[str, Any]]:
    """All rounds in the order in which they were opened."""
    found, world = [], world_of(system)
    for row in _of_topic(system, RoundOpened.TOPIC):
        event = CODEC.decode(row.topic, row.state)
        found.append(
            {
                "programme": event.programme,
                "period": event.period,
                "opened_on": row.effective_on,
                "closing_on": event.closing_on,
                "cases": system.ledger.tag_count(round_tag(event.programme, event.period)),
                "version": event.version,
                "state": _state(world, event),
            }
        )
    return found


def _state(world: LedgerWorld, opened: RoundOpened) -> str:
    state = world.round(opened.programme, opened.period)
    return state_of(state) if state else ""


def round_data(
    system: System, programme: str, period: str, closing_on: date | None
) -> dict[str, Any]:
    """The data of `open-round`: the newest version, the period's last day unless another is named."""
    edition = world_of(system).edition(programme)
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


def programmes(system: System, language: str) -> list[dict[str, Any]]:
    """Every published version, in the order of publication."""
    world = world_of(system)
    found = []
    for row in _of_topic(system, ProgrammePublished.TOPIC):
        event = CODEC.decode(row.topic, row.state)
        edition = world.edition(event.code, event.version)
        found.append(
            {
                "code": event.code,
                "name": edition.programme.name.text(language) if edition else "",
                "version": event.version,
                "published_on": row.effective_on,
            }
        )
    return found


def editions(system: System) -> list[Edition]:
    """The newest version of every programme."""
    world = world_of(system)
    codes = dict.fromkeys(
        row.stream.removeprefix("programme:") for row in _of_topic(system, ProgrammePublished.TOPIC)
    )
    return [edition for code in codes if (edition := world.edition(code)) is not None]


def _of_topic(system: System, topic: str) -> list[Seen]:
    """Rows of a topic that is rare, looked up: the log is not gone through."""
    head = system.ledger.head().position
    return [Seen(*row) for row in system.ledger.of_topics(Seen, (topic,), 0, head)]


def refusals(system: System) -> list[dict[str, Any]]:
    """Refused commands, counted by day, person, command, stream and reasons."""
    return [row._asdict() for row in system.ledger.refusals()]


def programme(edition: Edition, language: str) -> dict[str, Any]:
    """A programme as a person reads it: subjects, criteria with points, deadlines, what is assumed."""
    each = edition.programme
    return {
        "code": each.code,
        "name": each.name.text(language),
        "version": edition.version,
        "assumptions": edition.assumptions,
        "tables": programme_tables(edition, language),
    }
