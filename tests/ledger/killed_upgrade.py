"""A process that opens an old log and is killed before the first statement that begins with some words.

Arguments: the URL of the log, and the words.
"""

import os
import signal
import sys

import sqlalchemy as sa

from ledger.ledger import Ledger


def main(url: str, words: str) -> None:
    @sa.event.listens_for(sa.Engine, "before_cursor_execute")
    def die(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().startswith(words):
            os.kill(os.getpid(), signal.SIGKILL)

    Ledger.open(url).close()


if __name__ == "__main__":
    main(*sys.argv[1:])
