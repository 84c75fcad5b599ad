"""Many writers, one durable commit: a thread that gathers what waits and stores it together (group commit)."""

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Self

from ledger.commit import Commit, Receipt, check
from ledger.errors import DatabaseError, LedgerClosedError
from ledger.ledger import Ledger, Then

_BATCH = 256
_PATIENCE_SECONDS = 0.001
_NOTHING_YET = Commit("", "")


Work = Callable[[], tuple[Commit, Then | None]]


class _Request:
    """A commit on its way, or the work that makes one; the lock is released when its outcome is known."""

    __slots__ = ("commit", "done", "outcome", "then", "work")

    def __init__(self, work: Work | None, commit: Commit, then: Then | None) -> None:
        self.work = work
        self.commit = commit
        self.then = then
        self.outcome: Receipt | BaseException = LedgerClosedError()
        self.done = Lock()
        self.done.acquire()


class GroupWriter:
    """`append` as the ledger's own, from any number of threads; close it before the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._waiting: SimpleQueue[_Request | None] = SimpleQueue()
        self._expected = 1
        self._open = Lock()
        self._closed = False
        self._thread = Thread(target=self._run, name="ledger group writer", daemon=True)
        self._thread.start()

    def append(self, commit: Commit, then: Then | None = None) -> Receipt:
        """Blocks until the commit is durable; raises what `Ledger.append` raises, and LedgerClosedError.

        `then` runs in the writer's thread, and once more if another commit of its batch failed late.
        """
        check(commit)
        return self._outcome(_Request(None, commit, then))

    def perform(self, work: Work) -> Receipt:
        """`append` what `work` answers; it loads and decides in the writer's thread, before the transaction.

        Threads that work side by side take the interpreter from one another at every row they read: with
        many at once, one that works for all is several times quicker. Raises what `work` raises, too.
        """
        return self._outcome(_Request(work, _NOTHING_YET, None))

    def _outcome(self, request: _Request) -> Receipt:
        with self._open:
            if self._closed:
                raise LedgerClosedError
            self._waiting.put(request)
        request.done.acquire()
        if isinstance(request.outcome, BaseException):
            raise request.outcome
        return request.outcome

    def close(self) -> None:
        """Stores what waits, then ends the thread."""
        with self._open:
            self._closed = True
            self._waiting.put(None)
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
        """Until the None that closing puts behind the last request."""
        while batch := self._next_batch():
            self._store(batch)
            for request in batch:
                request.done.release()

    def _next_batch(self) -> list[_Request]:
        """The commits that wait; threads that were in the last batch get a moment to hand in the next one."""
        batch: list[_Request] = []
        request, until = self._waiting.get(), monotonic() + _PATIENCE_SECONDS
        while request is not None:
            batch.append(request)
            try:
                request = self._next(len(batch), until)
            except Empty:
                break
        if request is None and batch:
            self._waiting.put(None)
        self._expected = len(batch)
        return batch

    def _next(self, taken: int, until: float) -> _Request | None:
        """The next waiting request; raises Empty when none is here or expected, or the batch is full."""
        if taken >= _BATCH:
            raise Empty
        if taken >= self._expected:
            return self._waiting.get_nowait()
        return self._waiting.get(timeout=max(0.0, until - monotonic()))

    def _store(self, requests: list[_Request]) -> None:
        """All of it in one transaction; if that fails over one commit, each in a transaction of its own."""
        batch = [each for each in requests if _is_ready(each)]
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


def _is_ready(request: _Request) -> bool:
    """Do the work of a request, if it has some, and answer whether it has a sound commit to store."""
    if request.work is None:
        return True
    try:
        request.commit, request.then = request.work()
        check(request.commit)
    except Exception as error:  # noqa: BLE001 -- handed to the thread that waits for it
        request.outcome = error
        return False
    return True
