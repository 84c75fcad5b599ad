"""The library's Application over a ledger: save and load events with their envelope, by an allow-list of types."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Never, TypeVar, cast

import msgspec
from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory, TrackingRecorder, Transcoder
from eventsourcing.utils import Environment, EnvType

from ledger.append import NO_STREAM
from ledger.codec import Codec
from ledger.commit import Commit, Receipt
from ledger.entry import Happened, Stamped
from ledger.errors import UnreadableEventError
from ledger.ledger import Ledger, Then
from ledger.library.mapper import LedgerMapper
from ledger.library.recorder import LedgerRecorder
from ledger.library.selected_rows import SelectedRows, Selecting
from ledger.library.tracking import LedgerTrackingRecorder

S = TypeVar("S")
T = TypeVar("T")


class LedgerFactory(InfrastructureFactory[TrackingRecorder]):
    """What the library asks for its recorders; there are no snapshots and no process applications."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(Environment(name="bontot", env={}))
        self._ledger = ledger

    def application_recorder(self) -> LedgerRecorder:
        return LedgerRecorder(self._ledger)

    def tracking_recorder(
        self, tracking_recorder_class: type[TrackingRecorder] | None = None
    ) -> TrackingRecorder:
        if tracking_recorder_class is None:
            return LedgerTrackingRecorder(self._ledger)
        return cast("type[LedgerTrackingRecorder]", tracking_recorder_class)(self._ledger)

    def aggregate_recorder(self, purpose: str = "events") -> Never:
        raise NotImplementedError(purpose)

    def process_recorder(self) -> Never:
        raise NotImplementedError


class LedgerApplication(Application[str]):
    """Commands go by the library's `save`, and by its `Repository.get` with projectors of ours."""

    name = "bontot"

    def __init__(self, ledger: Ledger, codec: Codec) -> None:
        self.ledger = ledger
        self.codec = codec
        self._ledger_mapper = LedgerMapper(codec)
        self._selecting: dict[type[Any], Selecting] = {}
        super().__init__()

    def append(
        self, happened: Sequence[Happened], commit: Commit, then: Then | None = None
    ) -> Receipt:
        """`save` with the receipt; raises what `Ledger.append` raises, and UnknownTopicError."""
        receipts: list[Receipt] = []
        self.save(*happened, commit=commit, then=then, kept=receipts.append)
        return receipts[0]

    def having(self, commit: Commit, happened: Sequence[Happened]) -> Commit:
        """The commit with these events, ready to be stored; raises UnknownTopicError."""
        return commit.having([self._ledger_mapper.to_entry(each) for each in happened])

    def load(
        self,
        stream: str,
        fold: Callable[[S, Any, Any], S],
        initial: S,
        upto: int | None = None,
        columns: type[Any] = Stamped,
    ) -> tuple[S, int]:
        """Fold a stream by `state = fold(state, event, row)`; gives the state and the last version, -1 for no stream.

        `upto` is the last position known. `columns` is a named tuple of the columns that `fold` asks of a row, with
        `topic`, `state` and `version` among them; fewer are quicker. Raises UnknownTopicError, NewerSchemaError or
        UnreadableEventError.
        """
        make, decoders = self.ledger.reading.selection(columns).make, self.codec.decoders

        def project(_: None, rows: Iterable[Any]) -> tuple[S, int]:
            state, row = initial, cast("Any", None)
            try:
                for row in map(make, rows):
                    state = fold(state, decoders[row.topic](row.state), row)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UnreadableEventError(row.topic, str(error)) from error
            return state, NO_STREAM if row is None else row.version

        return self._projected(stream, project, columns, upto)

    def load_whole(
        self,
        stream: str,
        fold: Callable[[str, Sequence[tuple[Any, ...]]], S],
        columns: type[Any],
        upto: int | None = None,
    ) -> S | None:
        """Fold a stream by `fold(stream, rows)`, the rows as the driver gives them; None where there is no stream.

        `columns` is a named tuple of columns, `topic` the first. A fold raises TypeError for a topic it does not
        know; raises what `load` raises.
        """

        def project(_: None, found: Iterable[tuple[Any, ...]]) -> tuple[S | None]:
            rows = list(found)
            try:
                return (fold(stream, rows) if rows else None,)
            except TypeError:
                for row in rows:
                    self.codec.decoders[row[0]]
                raise
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UnreadableEventError(stream, str(error)) from error

        (whole,) = self._projected(stream, project, columns, upto)
        return whole

    def _projected(
        self,
        stream: str,
        project: Callable[[None, Iterable[Any]], T],
        columns: type[Any],
        upto: int | None,
    ) -> T:
        """By the library's repository; what was known at a position is not among its questions."""
        selecting = self._selecting.get(columns) or self._selecting.setdefault(
            columns, Selecting(SelectedRows(self.mapper, LedgerRecorder(self.ledger), columns))
        )
        if upto is not None:
            return project(None, selecting.rows.known(stream, upto))
        projector = cast("Any", project)
        return cast("T", selecting.get(stream, projector_func=projector))

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """The process environment is read in settings only."""
        return Environment(name, dict(env or {}))

    def construct_factory(self, env: Environment) -> LedgerFactory:  # noqa: ARG002 -- the library's hook
        return LedgerFactory(self.ledger)

    def construct_transcoder(self) -> Transcoder:
        return self._ledger_mapper.transcoder

    def construct_mapper(self) -> LedgerMapper:
        return self._ledger_mapper
