"""Writes a folder as a command does, and is killed before one of its moves: FOLDER MOVES FILE…"""

import os
import signal
import sys
from pathlib import Path

from documents.files.whole_folder import write_folder

RENAME = Path.rename


def main(folder, moves, *names):
    left = [int(moves)]

    def rename(self, target):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return RENAME(self, target)

    Path.rename = rename
    files = {name: lambda path: path.write_bytes(b"new") for name in names}
    write_folder(Path(folder), files, "killed")


if __name__ == "__main__":
    main(*sys.argv[1:])
