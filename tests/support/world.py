"""A world in memory: streams of events folded with the real folds, for decisions under test."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import convert

from application.intake.programme_files import load
from application.running.world import fold_of
from domain import streams
from domain.authority.permission import organs_permitted
from domain.case.decide import organs_for_command
from domain.catalogue import VERBS
from domain.commands import Command
from domain.programme.edition import Edition
from domain.programme.reading import read
from domain.tags import tags_of

PROGRAMMES = Path(__file__).parents[2] / "programmes"
_EDITIONS: dict[Path, Edition] = {}


def edition_at(path: Path) -> Edition:
    """Read a programme file once."""
    if path not in _EDITIONS:
        _EDITIONS[path] = read(load(path)[0])
    return _EDITIONS[path]


class Stamp(NamedTuple):
    """An envelope."""

    position: int
    stream: str
    version: int
    topic: str
    recorded_at: str
    effective_on: str
    actor: str
    signed_by: str
    organ: str
    authority: str
    reason: str


class MemoryWorld:
    """Answers what a decision asks from events in memory; `give` appends, `ask` decides."""

    def __init__(self, today: date, *editions: Edition) -> None:
        self.today = today
        self.simulated = True
        self.rows: dict[str, list[tuple[Any, Stamp]]] = {}
        self.tags: dict[str, list[str]] = {}
        self.editions = {edition.programme.code: edition for edition in editions}
        self.position = 0

    def give(self, stream: str, *events: Any, on: date | str = "2020-01-01", **by: str) -> None:
        """Append events as they stand."""
        for event in events:
            self.position += 1
            rows = self.rows.setdefault(stream, [])
            stamp = Stamp(
                self.position, stream, len(rows) + 1, event.TOPIC, f"{self.today}T00:00:00+00:00", str(on),
                by.get("actor", "quan-tri"), by.get("signed_by", "quan-tri"), by.get("organ", ""),
                "", "reason",
            )  # fmt: skip
            rows.append((event, stamp))
            for tag in tags_of(event):
                streams_of_tag = self.tags.setdefault(tag, [])
                if stream not in streams_of_tag:
                    streams_of_tag.append(stream)

    def state(self, stream: str) -> Any:
        """Fold a stream anew."""
        state = None
        for event, stamp in self.rows.get(stream, []):
            state = fold_of(stream)(state, event, stamp)
        return state

    def holidays(self) -> frozenset[date]:
        calendar = self.state("log")
        return calendar.holidays if calendar else frozenset()

    def unit(self, code: str) -> Any:
        return self.state(streams.unit_stream(code))

    def person(self, person: str) -> Any:
        return self.state(streams.person_stream(person))

    def round(self, programme: str, period: str) -> Any:
        return self.state(streams.round_stream(programme, period))

    def unit_year(self, code: str, year: int) -> Any:
        return self.state(streams.unit_year_stream(code, year))

    def edition(self, programme: str, version: str = "") -> Edition | None:
        found = self.editions.get(programme)
        return found if found and version in ("", found.version) else None

    def case(self, stream: str) -> Any:
        return self.state(stream)

    def version(self, stream: str) -> int:
        return len(self.rows.get(stream, []))

    def tagged(self, tag: str) -> list[str]:
        return self.tags.get(tag, [])

    def command(
        self, verb: str, stream: str, data: dict[str, Any] | None = None, **given: Any
    ) -> Command:
        """Build a command; the organ is the first that may give it unless it is named."""
        payload = convert(data or {}, VERBS[verb].payload, strict=False)
        by = given.pop("by", "quan-tri")
        command = Command(
            verb=verb,
            stream=stream,
            actor=given.pop("actor", by),
            signed_by=by,
            organ=given.pop("organ", ""),
            effective_on=given.pop("on", self.today),
            reason=given.pop("reason", "lý do"),
            command_id="c",
            recorded_at=datetime.combine(self.today, datetime.min.time(), UTC),
            payload=payload,
            **given,
        )
        return command if command.organ else self._with_organ(command)

    def _with_organ(self, command: Command) -> Command:
        from msgspec.structs import replace  # noqa: PLC0415 -- only here

        if command.stream.startswith("case:"):
            organs = organs_for_command(self.case(command.stream), command, self)
        else:
            organs = organs_permitted(command, self)
        return replace(command, organ=next(iter(organs), ""))
