"""Everything the ledger refuses or cannot do: one class each, with a code and the values of the case."""

from typing import ClassVar

from eventsourcing.persistence import IntegrityError


class LedgerError(Exception):
    """Root of all errors of this room; `code` is stable, `values` fill the sentence for the person."""

    code: ClassVar[str] = "ledger"

    def __init__(self, **values: object) -> None:
        super().__init__()
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """As it goes from one process to another, whatever its class takes."""
        return _again, (type(self), self.values)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}: {told}" if told else self.code


def _again(kind: type[LedgerError], values: dict[str, object]) -> LedgerError:
    error = kind.__new__(kind)
    LedgerError.__init__(error, **values)
    return error


class ConflictError(LedgerError, IntegrityError):
    """What the decision relied on has changed meanwhile; load again and decide again."""

    code = "conflict"


class VersionConflictError(ConflictError):
    """A stream is not at the version expected; -1 means: no such stream."""

    code = "version-conflict"

    def __init__(self, stream: str, expected: int, actual: int) -> None:
        super().__init__(stream=stream, expected=expected, actual=actual)


class TagConflictError(ConflictError):
    code = "tag-conflict"

    def __init__(self, tag: str, expected: int, actual: int) -> None:
        super().__init__(tag=tag, expected=expected, actual=actual)


class CommandReusedError(ConflictError):
    """The same command id was used before for other content."""

    code = "command-reused"

    def __init__(self, command_id: str) -> None:
        super().__init__(command_id=command_id)


class IncompleteEntryError(LedgerError):
    """A column that must say something is blank, not a date, or holds what no database takes."""

    code = "incomplete-entry"

    def __init__(self, stream: str, field: str) -> None:
        super().__init__(stream=stream, field=field)


class InvalidCommitError(LedgerError):
    """A commit without events, or whose parts do not belong together."""

    code = "invalid-commit"

    def __init__(self, problem: str) -> None:
        super().__init__(problem=problem)


class UnknownTopicError(LedgerError):
    code = "unknown-topic"

    def __init__(self, topic: str) -> None:
        super().__init__(topic=topic)


class NewerSchemaError(LedgerError):
    """The event was written by a newer version of the programme: refused, not guessed."""

    code = "newer-event-schema"

    def __init__(self, topic: str, known: int) -> None:
        super().__init__(topic=topic, known=known)


class UnreadableEventError(LedgerError):
    code = "unreadable-event"

    def __init__(self, topic: str, problem: str) -> None:
        super().__init__(topic=topic, problem=problem)


class TextNotFoundError(LedgerError):
    code = "text-not-found"

    def __init__(self, commitment: str) -> None:
        super().__init__(commitment=commitment)


class PositionNotFoundError(LedgerError):
    code = "position-not-found"

    def __init__(self, position: int) -> None:
        super().__init__(position=position)


class LedgerClosedError(LedgerError):
    code = "ledger-closed"


class DatabaseError(LedgerError):
    """Something about the database as a whole; `database` is its URL without the password."""

    code = "database"

    def __init__(self, database: str, **values: object) -> None:
        super().__init__(database=database, **values)


class NotOurDatabaseError(DatabaseError):
    code = "database-not-ours"


class NotInitialisedError(NotOurDatabaseError):
    """The database is empty: `init` has not been run."""

    code = "database-not-initialised"


class AlreadyInitialisedError(DatabaseError):
    code = "database-already-initialised"


class NewerDatabaseError(DatabaseError):
    code = "database-newer"


class OutdatedDatabaseError(DatabaseError):
    """A log of an older schema, in a place that may only be read."""

    code = "database-outdated"


class DatabaseLockedError(DatabaseError):
    """Somebody else kept the database locked for too long; nothing was changed."""

    code = "database-locked"


class DatabaseUnreachableError(DatabaseError):
    """Cannot be opened, or the connection broke. Whether a commit under way was stored is then unknown:
    send it again with the same command id.
    """

    code = "database-unreachable"


class DatabaseReadOnlyError(DatabaseError):
    """The database may be read here but not written: a read-only disk, a role without rights."""

    code = "database-read-only"


class DatabaseFullError(DatabaseError):
    """No room is left where the database is kept; nothing was changed."""

    code = "database-full"


class DatabaseDamagedError(DatabaseError):
    """Something of the log itself is gone or cannot be read."""

    code = "database-damaged"


class DatabaseEncodingError(DatabaseError):
    """A PostgreSQL database that cannot hold every text: its encoding is not UTF8."""

    code = "database-encoding"


class UnsupportedDatabaseError(DatabaseError):
    code = "database-unsupported"


class UnsafeSqliteError(DatabaseError):
    """This SQLite has the WAL-reset fault (3.7.0 to 3.51.2) or is otherwise older than 3.53."""

    code = "sqlite-unsafe"
