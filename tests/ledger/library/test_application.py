"""The library's Application on a ledger: what is saved comes back with its envelope."""

from typing import Any, ClassVar, NamedTuple

import msgspec
import pytest
from eventsourcing.application import AggregateNotFoundError
from eventsourcing.persistence import IntegrityError, NotSupportedError, Tracking

from ledger.codec import Codec
from ledger.commit import Commit
from ledger.entry import Happened, Stamped
from ledger.errors import (
    InvalidCommitError,
    NewerSchemaError,
    UnknownTopicError,
    UnreadableEventError,
)
from ledger.library.application import LedgerApplication
from ledger.library.recorder import LedgerRecorder
from ledger.library.selected_rows import SelectedRows
from tests.support.entries import REASON, a_commit, an_entry


class Counted(msgspec.Struct, frozen=True):
    TOPIC: ClassVar[str] = "thing-done"
    n: int


class Slim(NamedTuple):
    version: int
    topic: str
    state: bytes


@pytest.fixture
def app(ledger):
    return LedgerApplication(ledger, Codec([Counted]))


def happened(version, n, stream="a", command_id="c"):
    return Happened(
        originator_id=stream, originator_version=version, event=Counted(n), effective_on="2024-12-01",
        actor="person:1", signed_by="person:2", organ="unit/committee", authority="person:2@3",
        reason=REASON, command_id=command_id,
    )  # fmt: skip


def test_what_is_saved_comes_back_from_the_repository_with_its_envelope(app):
    recordings = app.save(
        happened(1, 5), happened(2, 6), commit=Commit("c", "d", expected={"a": -1})
    )
    found = app.repository.get("a", projector_func=lambda _, events: list(events))
    assert [recording.notification.id for recording in recordings] == [1, 2]
    assert found == [
        msgspec.structs.replace(
            happened(v, n), position=v, recorded_at="2024-12-01T01:00:01.000000+00:00"
        )
        for v, n in ((1, 5), (2, 6))
    ]


class Watched(LedgerApplication):
    """Notes what the library's `save` is given."""

    def save(self, *objects, **kwargs):
        self.saved = objects
        return super().save(*objects, **kwargs)


def test_a_command_is_saved_by_the_library(ledger):
    app = Watched(ledger, Codec([Counted]))
    app.append([happened(1, 5)], Commit("c", "d"))
    assert app.saved == (happened(1, 5),)


def test_a_command_given_again_gives_the_first_receipt(app):
    first = app.append([happened(1, 5)], Commit("c", "d"))
    assert app.append([happened(1, 5)], Commit("c", "d")) == first._replace(repeated=True)


def test_a_commit_without_events_is_refused(app):
    with pytest.raises(InvalidCommitError):
        app.append([], Commit("c", "d"))


def test_rows_of_a_part_of_a_stream_are_not_given(app):
    rows = SelectedRows(app.mapper, LedgerRecorder(app.ledger), Slim)
    with pytest.raises(NotSupportedError):
        rows.get("a", gt=1)


def test_append_gives_the_receipt_and_load_folds(app):
    receipt = app.append([happened(1, 5), happened(2, 6)], Commit("c", "d"))
    assert receipt[:2] == (1, 2)
    folded = app.load("a", lambda total, event, row: [*total, (row.position, event.n)], [])
    assert folded == ([(1, 5), (2, 6)], 2)
    assert app.load("a", lambda total, event, _: total + event.n, 0, upto=1) == (5, 1)
    assert app.load("nothing", lambda *_: 1, None) == (None, -1)


def test_a_fold_sees_the_columns_it_asks_for(app):
    app.append([happened(1, 5)], Commit("c", "d"))
    rows: list[Any] = []
    app.load("a", lambda _state, _event, row: rows.append(row), None)
    app.load("a", lambda _state, _event, row: rows.append(row), None, columns=Slim)
    assert [type(row) for row in rows] == [Stamped, Slim]
    assert rows[1] == Slim(1, "thing-done", b'{"n":5}')
    assert rows[0][-3:] == ("unit/committee", "person:2@3", REASON)


@pytest.mark.parametrize(
    ("envelope", "error"),
    [
        ({"topic": "unknown"}, UnknownTopicError),
        ({"topic": "thing-done@2"}, NewerSchemaError),
        ({"state": b"{}"}, UnreadableEventError),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(app, envelope, error):
    app.ledger.append(a_commit(("a", 1), envelope=envelope))
    with pytest.raises(error):
        app.load("a", lambda *_: None, None)
    with pytest.raises(error):
        app.repository.get("a", projector_func=lambda _, events: list(events))


def test_a_conflict_is_the_librarys_integrity_error(app):
    app.append([happened(1, 5)], Commit("c", "d"))
    with pytest.raises(IntegrityError):
        app.save(happened(1, 6, command_id="e"), commit=Commit("e", "d"))


def test_a_command_saved_again_records_nothing(app):
    app.save(happened(1, 5), commit=Commit("c", "d"))
    assert app.save(happened(1, 5), commit=Commit("c", "d")) == []
    assert app.recorder.max_notification_id() == 1


def test_a_stream_that_is_not_there_is_not_found(app):
    with pytest.raises(AggregateNotFoundError):
        app.repository.get("a", projector_func=lambda _, events: list(events) or None)


def test_only_what_happened_is_saved(app):
    with pytest.raises(TypeError):
        app.mapper.to_stored_event(object())
    with pytest.raises(TypeError):
        app.mapper.to_domain_event(an_entry())


def test_the_recorder_takes_entries_only_and_no_tracking(ledger):
    recorder = LedgerRecorder(ledger)
    with pytest.raises(TypeError):
        recorder.insert_events([object()])
    with pytest.raises(NotSupportedError):
        recorder.insert_events([an_entry()], tracking=Tracking("view", 1))
    assert recorder.insert_events([]) == []


def test_the_notification_log_and_a_subscription_give_what_was_saved(app):
    app.save(happened(1, 5), commit=Commit("c", "d"))
    with app.recorder.subscribe(gt=0) as subscription:
        notification = next(subscription)
    assert app.notification_log.select(start=1, limit=10) == [notification]
    assert app.mapper.to_domain_event(notification).event == Counted(5)


def test_the_process_environment_does_not_steer_the_application(ledger, monkeypatch):
    monkeypatch.setenv("IS_SNAPSHOTTING_ENABLED", "y")
    monkeypatch.setenv("AGGREGATE_CACHE_MAXSIZE", "10")
    app = LedgerApplication(ledger, Codec([Counted]))
    assert (app.snapshots, app.repository.cache) == (None, None)
