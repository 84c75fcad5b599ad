"""The library's recorder interface over a ledger, so that its Application, projections and tests run on ours."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, NotSupportedError, StoredEvent

from ledger.commit import Commit, Receipt
from ledger.entry import Entry, Recorded, recorded
from ledger.ledger import Ledger, Then
from ledger.library.subscription import LedgerSubscription


class LedgerRecorder(ApplicationRecorder):
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        commit: Commit | None = None,
        then: Then | None = None,
        kept: Callable[[Receipt], object] | None = None,
        **kwargs: Any,
    ) -> Sequence[int]:
        """Positions of the events, which must be entries; of a repeated command, none. `kept` is told the receipt.

        Raises what `Ledger.append` raises; a conflict is the library's IntegrityError.
        """
        if any(value is not None for value in kwargs.values()):
            raise NotSupportedError(f"not kept with events: {', '.join(kwargs)}")
        entries = [_entry(each) for each in stored_events]
        if commit is None:
            if not entries:
                return []
            receipt = self.ledger.append_bare(entries)
        else:
            receipt = self.ledger.append(commit.having(entries), then)
        if kept is not None:
            kept(receipt)
        return [] if receipt.repeated else range(receipt.first, receipt.last + 1)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[Recorded]:
        rows = self.ledger.reading.between(str(originator_id), gt, lte, limit, backwards=desc)
        return [recorded(row) for row in rows]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Recorded]:
        after = (start or 0) - (1 if inclusive_of_start else 0)
        return [recorded(row) for row in self.ledger.reading.rows(after, stop, limit, topics)]

    def max_notification_id(self) -> int | None:
        return self.ledger.head().position or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> LedgerSubscription:
        return LedgerSubscription(recorder=self, gt=gt, topics=topics)


def _entry(stored: StoredEvent) -> Entry:
    if not isinstance(stored, Entry):
        message = f"only an entry can be stored, not {type(stored).__name__}"
        raise TypeError(message)
    return stored
