"""The test cases that the library ships for recorders run against ours, on both databases."""

from uuid import uuid4

import pytest
from eventsourcing.tests import persistence as library

from ledger.ledger import Ledger
from ledger.library.recorder import LedgerRecorder
from ledger.library.tracking import LedgerTrackingRecorder
from tests.support.entries import an_entry


class _ConstantEnvelope(LedgerRecorder):
    """The library's tests know no envelope: it is the same for all of their events."""

    def insert_events(self, stored_events, **kwargs):
        entries = [
            an_entry(e.originator_id, e.originator_version, topic=e.topic, state=e.state)
            for e in stored_events
        ]
        return list(super().insert_events(entries, **kwargs))


class _OnSqlite:
    @pytest.fixture(autouse=True)
    def _fresh(self, sqlite_url):
        with Ledger.initialise(sqlite_url()) as self.ledger:
            yield


class _OnPostgres:
    @pytest.fixture(autouse=True)
    def _fresh(self, postgres_url):
        with Ledger.initialise(postgres_url()) as self.ledger:
            yield


class _Recorders:
    """Includes the test that the library marks optional, since we do subscribe."""

    def new_originator_id(self):
        return str(uuid4())

    def create_recorder(self):
        return _ConstantEnvelope(self.ledger)

    def test_insert_subscribe(self):
        self.optional_test_insert_subscribe()


class _TrackingRecorders:
    def create_recorder(self):
        return LedgerTrackingRecorder(self.ledger)


class TestRecorderOnSqlite(_OnSqlite, _Recorders, library.ApplicationRecorderTestCase):
    pass


class TestRecorderOnPostgres(_OnPostgres, _Recorders, library.ApplicationRecorderTestCase):
    pass


class TestTrackingOnSqlite(_OnSqlite, _TrackingRecorders, library.TrackingRecorderTestCase):
    pass


class TestTrackingOnPostgres(_OnPostgres, _TrackingRecorders, library.TrackingRecorderTestCase):
    pass
