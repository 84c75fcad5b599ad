"""The library's event store, handing out plain rows of a few columns: a projector of ours decodes what it needs."""

from collections.abc import Iterator
from typing import Any

from eventsourcing.application import Repository
from eventsourcing.persistence import EventStore, Mapper, NotSupportedError

from ledger.library.recorder import LedgerRecorder


class SelectedRows(EventStore[str]):
    """Made for a named tuple of columns; it only reads."""

    def __init__(self, mapper: Mapper[str], recorder: LedgerRecorder, columns: type[Any]) -> None:
        super().__init__(mapper, recorder)
        self._reading = recorder.ledger.reading
        self.selection = self._reading.selection(columns)

    def get(self, originator_id: str, **of_the_stream: Any) -> Iterator[Any]:
        """The rows of a whole stream, as the driver gives them. Raises NotSupportedError for a part of it."""
        if any(value is not None and value is not False for value in of_the_stream.values()):
            raise NotSupportedError(f"rows of a part of a stream: {', '.join(of_the_stream)}")
        return iter(self.known(originator_id))

    def known(self, stream: str, upto: int | None = None) -> Any:
        """The rows of a stream up to a position."""
        return self._reading.selected(self.selection, stream, upto)


class Selecting(Repository[str]):
    """The library's repository over such rows; what its projector answers need be no aggregate."""

    def __init__(self, rows: SelectedRows) -> None:
        super().__init__(rows)
        self.rows = rows
