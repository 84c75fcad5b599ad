"""What can be wrong with a read model; each is told like an error of the ledger."""

from typing import ClassVar

from ledger.errors import LedgerError


class RebuildNeededError(LedgerError):
    """The read model was built by another version of the code, or is not there: rebuild it."""

    code: ClassVar[str] = "read-model-outdated"

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class NoSuchReadModelError(LedgerError):
    code: ClassVar[str] = "read-model-unknown"

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class PartFailedError(LedgerError):
    """A process that read a part of the log ended without its result."""

    code: ClassVar[str] = "part-failed"

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)
