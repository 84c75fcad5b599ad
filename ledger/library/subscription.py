"""A subscription that polls for newer rows; the same on both databases."""

from collections import deque
from collections.abc import Sequence
from threading import Event

from eventsourcing.persistence import ApplicationRecorder, Notification, Subscription

_BATCH = 500
_PAUSE_SECONDS = 0.05


class LedgerSubscription(Subscription[ApplicationRecorder]):
    def __init__(
        self, recorder: ApplicationRecorder, gt: int | None = None, topics: Sequence[str] = ()
    ) -> None:
        super().__init__(recorder=recorder, gt=gt, topics=topics)
        self._waiting: deque[Notification] = deque()
        self._stopped = Event()

    def stop(self) -> None:
        super().stop()
        self._stopped.set()

    def __next__(self) -> Notification:
        while not self._stopped.is_set():
            if not self._waiting:
                self._pull()
            if self._waiting:
                return self._waiting.popleft()
            self._stopped.wait(_PAUSE_SECONDS)
        raise StopIteration

    def _pull(self) -> None:
        self._waiting.extend(
            self._recorder.select_notifications(
                self._last_notification_id or 0,
                _BATCH,
                topics=self._topics,
                inclusive_of_start=False,
            )
        )
        if self._waiting:
            self._last_notification_id = self._waiting[-1].id
