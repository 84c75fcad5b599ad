"""A write transaction for the read models whose failures are told as the ledger tells them."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from ledger.ledger import Ledger


@contextmanager
def writing(ledger: Ledger) -> Iterator[sa.Connection]:
    """Raises DatabaseLockedError or DatabaseUnreachableError where a person can act on it."""
    with ledger.database.told(), ledger.transaction() as connection:
        yield connection
