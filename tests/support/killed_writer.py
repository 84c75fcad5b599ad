"""A process made to be killed: for each line on its input it forks a writer, which appends until it dies.

Prints `started PID` for each writer and `stored COMMAND_ID` for each append acknowledged to it.
Arguments: the URL of the log, and `together` or `apart`: whether the counting of events and the
position counted up to are written in one transaction or, wrongly, in two.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from ledger.connections import Writing
from ledger.entry import Row
from ledger.ledger import Ledger
from tests.support.entries import a_commit

ONE_MORE = "UPDATE counted SET events = events + 1"
MOVE = "UPDATE counted SET position = {0} WHERE position < {0}"


def tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def count_together(writing: Writing, rows: list[Row]) -> None:
    for row in rows:
        writing.connection.exec_driver_sql(ONE_MORE)
        writing.connection.exec_driver_sql(MOVE.format(row.position))


def count_apart(ledger: Ledger) -> None:
    """What a projection must not do: a kill between the two, or another writer, and events count twice."""
    with ledger.connection() as connection:
        done = connection.exec_driver_sql("SELECT position FROM counted").scalar_one()
    for batch in ledger.read(after=done):
        for row in batch:
            with ledger.transaction() as connection:
                connection.exec_driver_sql(ONE_MORE)
            with ledger.transaction() as connection:
                connection.exec_driver_sql(MOVE.format(row.position))


def append_until_killed(ledger: Ledger, stream: str, *, together: bool) -> None:
    version = ledger.versions([stream])[stream]
    while True:
        version += 1
        command_id = f"{stream}/{version}"
        commit = a_commit((stream, version), command_id=command_id)
        ledger.append(commit, count_together if together else None)
        tell(f"stored {command_id}")
        if not together:
            count_apart(ledger)


def fork(work: Callable[[], None]) -> None:
    child = os.fork()
    if child:
        tell(f"started {child}")
        return
    try:
        work()
    finally:
        os._exit(1)


def main(url: str, mode: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for number, _ in enumerate(sys.stdin):
        fork(
            lambda number=number: append_until_killed(
                Ledger.open(url), f"writer-{number}", together=mode == "together"
            )
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
