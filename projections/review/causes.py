"""Why two reviews differ: the events of the streams that a row rests on, between the two moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from domain.streams import unit_stream
from ledger.entry import Row
from ledger.ledger import Ledger
from projections.review.collecting.words import COMMANDED
from projections.review.collecting.year import Year
from projections.story.history import history

_LABELS = {topic: (word.vi, word.en) for topic, word in COMMANDED.items()}


class Cause(NamedTuple):
    """An event that brought a difference about."""

    stream: str
    position: int
    on: date
    who: str
    sentence: str
    reason: str

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} [{self.position}] {self.sentence} ({self.reason})"


class Causes:
    """Looks up the events of a stream between two moments; each stream is read once."""

    def __init__(self, before: Year, after: Year, language: str) -> None:
        self._before, self._after = before, after
        self._language = language
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
            label = _LABELS.get(row.topic.partition("@")[0], (row.topic, row.topic))
            text = label[self._language == "en"]
            yield row, f"{row.signed_by}: {text} ({stream})", texts.get(row.reason, row.reason)

    def _history(self, rows: list[Row]) -> list[dict[str, Any]]:
        return history(rows, self._after.texts(row.position for row in rows), self._language)
