"""Why two reviews differ: the events of the streams that a row rests on, between the two moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from domain.streams import unit_stream
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.review.collecting.year import Year
from projections.story.history import history
from words.language import Language
from words.sentences import Names, word
from words.values import day


class Cause(NamedTuple):
    """An event that brought a difference about."""

    stream: str
    position: int
    on: date
    who: str
    sentence: str
    reason: str

    def told(self, language: Language) -> str:
        """In a line: when, where in the log, what, why."""
        return f"{day(self.on, language)} [{self.position}] {self.sentence} ({self.reason})"


class Causes:
    """Looks up the events of a stream between two moments; each stream is read once."""

    def __init__(self, before: Year, after: Year, language: Language, names: Names) -> None:
        self._before, self._after = before, after
        self._language, self._names = language, names
        self._units = {case.stream: case.unit for case in (*before.every, *after.every)}
        self._found: dict[str, list[Cause]] = {}

    def of(self, streams: Iterable[str]) -> list[Cause]:
        """The events of the streams in order; of a case without any, those of its unit."""
        found: dict[Cause, None] = {}
        for stream in sorted(streams):
            own = self._of(stream)
            if not own and stream in self._units:
                own = self._of(unit_stream(self._units[stream]))
            found.update(dict.fromkeys(own))
        return sorted(found, key=lambda cause: (cause.position, cause.stream))

    def _of(self, stream: str) -> list[Cause]:
        if stream not in self._found:
            self._found[stream] = list(self._between(stream))
        return self._found[stream]

    def _between(self, stream: str) -> Iterator[Cause]:
        """Recorded after the first moment; or before it, but effective only by the date of the second."""
        ledger: Ledger = self._after.ledger
        rows = ledger.stream(stream, self._after.upto)
        for row, sentence, reason in self._told(stream, rows):
            came_into_effect = self._before.on < row.effective_on <= self._after.on
            if row.position > self._before.upto or came_into_effect:
                on = date.fromisoformat(row.effective_on)
                yield Cause(stream, row.position, on, row.signed_by, sentence, reason)

    def _told(self, stream: str, rows: list[Row]) -> Iterator[tuple[Row, str, str]]:
        if stream.startswith("case:"):
            for row, entry in zip(rows, self._history(rows), strict=True):
                yield row, entry["sentence"], entry["reason"]
            return
        texts = self._after.texts(row.position for row in rows)
        for row in rows:
            topic = row.topic.partition("@")[0]
            who = word(row.signed_by, "person", self._language, self._names)
            what = word(topic, "event", self._language, self._names)
            about = word(stream, "stream", self._language, self._names)
            yield row, f"{who}: {what} ({about})", texts.get(row.reason, row.reason)

    def _history(self, rows: list[Row]) -> list[dict[str, Any]]:
        texts = self._after.texts(row.position for row in rows)
        return history(rows, texts, self._language, self._names)
