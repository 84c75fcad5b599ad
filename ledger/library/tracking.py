"""How far a projection has come, in the transaction of its rows; it only ever increases, which SQL sees to."""

import sqlalchemy as sa
from eventsourcing.persistence import IntegrityError, Tracking, TrackingRecorder

from ledger.ledger import Ledger


class LedgerTrackingRecorder(TrackingRecorder):
    """Subclass it with methods that write rows and `track` in one `ledger.transaction()`."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def insert_tracking(self, tracking: Tracking) -> None:
        """Raises the library's IntegrityError if this position or a later one was tracked before."""
        with self.ledger.transaction() as connection:
            self.track(connection, tracking)

    def track(self, connection: sa.Connection, tracking: Tracking) -> None:
        """As `insert_tracking`, within a transaction."""
        moved = connection.exec_driver_sql(
            self.ledger.database.statements.track,
            (tracking.application_name, tracking.notification_id),
        )
        if moved.rowcount == 0:
            message = f"already processed: {tracking}"
            raise IntegrityError(message)

    def max_tracking_id(self, application_name: str) -> int | None:
        return self.ledger.reading.tracked(application_name)
