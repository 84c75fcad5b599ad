"""By which frame a meeting is rated: the one that the guideline of the unit's cases names, in force on that day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.programme.frames import frame_asked, frame_of_table, is_rated_by, same_number
from domain.refusal import Refusal, refusal
from domain.refusal_basis import rested
from domain.streams import unit_case_tag
from domain.unit_year.dates import place_of
from words import kinds
from words.kinds import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.commands import Command
    from domain.events.unit_year import MeetingRated, MeetingRecorded
    from domain.programme.edition import Edition
    from domain.programme.taking_part import Source
    from domain.unit_year.state import Fact
    from domain.world import World


def with_frame(rated: MeetingRated, world: World) -> MeetingRated:
    """The rating with the number of the instrument that its table stands in, where none was typed."""
    return replace(rated, frame=rated.frame or _of_table(rated, world))


def frame_refusals(
    meeting: Fact[MeetingRecorded], command: Command, world: World
) -> Iterator[Refusal]:
    """Refuse a frame that is not the table's own, not the guideline's, or not in force on the day of the meeting.

    With a reason a meeting may be rated by another frame than the guideline's, or of another time (KT-CRI-II.2).
    """
    rated: MeetingRated = command.payload
    own = _of_table(rated, world)
    if own and rated.frame and not same_number(own, rated.frame):
        yield refusal("frame_not_of_table", frame=rated.frame, number=own)
    if not rated.departure.strip():
        yield from _not_in_force(rated, meeting.on, world)
        yield from _not_asked_for(with_frame(rated, world), command, world)


def _of_table(rated: MeetingRated, world: World) -> str:
    edition = world.edition(rated.programme) if rated.programme else None
    criteria = edition.programme.criteria.get(rated.criteria) if edition else None
    return frame_of_table(edition.programme, criteria) if edition and criteria else ""


def _not_in_force(rated: MeetingRated, held_on: str, world: World) -> Iterator[Refusal]:
    edition = world.edition(rated.programme) if rated.programme else None
    if edition is None:
        return
    span, on = edition.programme.span, date.fromisoformat(held_on)
    if not span.valid_from <= on <= (span.valid_until or date.max):
        table = kinds.programme(rated.programme, edition.programme.name)
        yield refusal("frame_not_in_force", programme=table, on=on)


def _not_asked_for(rated: MeetingRated, command: Command, world: World) -> Iterator[Refusal]:
    for edition in _guidelines(place_of(command.stream).unit, world):
        asked = frame_asked(edition.programme)
        if asked is not None and not is_rated_by(rated, asked):
            yield from rested([_another(rated, asked)], edition)


def _another(rated: MeetingRated, asked: Source) -> Refusal:
    told = {"frame": rated.frame, "number": _called(asked), "issuer": asked.issuer}
    return refusal("rating_by_another_frame", on=asked.on, **told)


def _called(source: Source) -> Said:
    """An instrument with what it is called, a regulation and its number."""
    called = source.called
    vi, en = (
        f"{each} {source.number}" for each in ((called.vi, called.en) if called else ("", ""))
    )
    return Said("text", source.number, vi.strip(), en.strip())


def _guidelines(unit: str, world: World) -> list[Edition]:
    """The guidelines of the unit's cases, each in the version of one of them."""
    cases = map(world.case, world.tagged(unit_case_tag(unit)))
    versions = {case.opened.programme: case.opened.version for case in cases if case}
    found = (world.edition(code, version) for code, version in versions.items())
    return [edition for edition in found if edition is not None]
