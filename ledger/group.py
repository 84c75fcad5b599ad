"""Many writers, one durable commit: a thread that gathers what waits and stores it together (group commit)."""

from collections import deque
from collections.abc import Sequence
from threading import Condition, Lock, Thread
from types import TracebackType
from typing import Self

from ledger.commit import Commit, Receipt, check
from ledger.errors import DatabaseError, LedgerClosedError
from ledger.ledger import Ledger, Then

_BATCH = 256


class _Request:
    """A commit on its way; the lock is released when its outcome is known."""

    __slots__ = ("commit", "done", "outcome", "then")

    def __init__(self, commit: Commit, then: Then | None) -> None:
        self.commit = commit
        self.then = then
        self.outcome: Receipt | BaseException = LedgerClosedError()
        self.done = Lock()
        self.done.acquire()


class GroupWriter:
    """`append` as the ledger's own, from any number of threads; close it before the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._waiting: deque[_Request] = deque()
        self._awake = Condition()
        self._closed = False
        self._thread = Thread(target=self._run, name="ledger group writer", daemon=True)
        self._thread.start()

    def append(self, commit: Commit, then: Then | None = None) -> Receipt:
        """Blocks until the commit is durable; raises what `Ledger.append` raises, and LedgerClosedError.

        `then` runs in the writer's thread, and once more if another commit of its batch failed late.
        """
        check(commit)
        request = _Request(commit, then)
        with self._awake:
            if self._closed:
                raise LedgerClosedError
            self._waiting.append(request)
            self._awake.notify()
        request.done.acquire()
        if isinstance(request.outcome, BaseException):
            raise request.outcome
        return request.outcome

    def close(self) -> None:
        """Stores what waits, then ends the thread."""
        with self._awake:
            self._closed = True
            self._awake.notify()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self) -> None:
        while batch := self._next_batch():
            self._store(batch)
            for request in batch:
                request.done.release()

    def _next_batch(self) -> list[_Request]:
        with self._awake:
            while not self._waiting and not self._closed:
                self._awake.wait()
            return [self._waiting.popleft() for _ in range(min(_BATCH, len(self._waiting)))]

    def _store(self, batch: list[_Request]) -> None:
        """All of it in one transaction; if that fails over one commit, each in a transaction of its own."""
        try:
            outcomes: Sequence[Receipt | Exception] = self._ledger.append_together(
                [(each.commit, each.then) for each in batch]
            )
        except DatabaseError as error:
            outcomes = [error] * len(batch)
        except Exception:  # noqa: BLE001 -- whose it is, is found by taking them one by one
            outcomes = [self._alone(each) for each in batch]
        for request, outcome in zip(batch, outcomes, strict=True):
            request.outcome = outcome

    def _alone(self, request: _Request) -> Receipt | Exception:
        try:
            return self._ledger.append(request.commit, request.then)
        except Exception as error:  # noqa: BLE001 -- handed to the thread that waits for it
            return error
