"""Who looked at whose file: one row for an account, a subject and a day."""

from typing import NamedTuple

import sqlalchemy as sa

from ledger.beside.tables import reading
from ledger.ledger import Ledger


class Reading(NamedTuple):
    """An account that looked at a subject's file on a day, last `at` (ISO, UTC), so many times."""

    day: str
    account: str
    subject: str
    person: str
    at: str
    times: int


_COLUMNS = tuple(reading.c[name] for name in Reading._fields)


def note(ledger: Ledger, seen: Reading) -> None:
    """Count one more look."""
    same = sa.and_(
        reading.c.day == seen.day,
        reading.c.account == seen.account,
        reading.c.subject == seen.subject,
    )
    with ledger.transaction() as connection:
        counted = {"at": seen.at, "times": reading.c.times + 1}
        if connection.execute(reading.update().where(same).values(counted)).rowcount == 0:
            connection.execute(reading.insert(), seen._replace(times=1)._asdict())


def readings(ledger: Ledger, *, subject: str = "", most: int = 500) -> list[Reading]:
    """The newest looks, at one subject if it is named."""
    query = sa.select(*_COLUMNS).order_by(reading.c.at.desc()).limit(most)
    if subject:
        query = query.where(reading.c.subject == subject)
    with ledger.connection() as connection:
        return [Reading._make(row) for row in connection.execute(query).all()]
