"""A process made to be killed: for each line on its input it forks a processor, which counts until it dies.

Prints `started PID` when it is ready, and begins at the signal GO. Arguments: the URL of the log,
and `together` or `apart`.
"""

from __future__ import annotations

import os
import signal
import sys

from ledger.errors import DatabaseLockedError
from ledger.ledger import Ledger
from tests.projections.counted import count_apart, count_together

GO = signal.SIGUSR1
COUNTING = {"together": count_together, "apart": count_apart}


def count_until_killed(url: str, mode: str) -> None:
    ledger = Ledger.open(url)
    signal.pthread_sigmask(signal.SIG_BLOCK, [GO])
    os.write(1, f"started {os.getpid()}\n".encode())
    signal.sigwait([GO])
    while True:
        try:
            COUNTING[mode](ledger)
        except DatabaseLockedError:
            continue


def main(url: str, mode: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _ in sys.stdin:
        if os.fork() == 0:
            try:
                count_until_killed(url, mode)
            finally:
                os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
