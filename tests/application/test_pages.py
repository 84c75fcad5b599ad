"""What a whole command writes: the pages that SQLite puts into its write-ahead log for each commit."""

from __future__ import annotations

from pathlib import Path
from statistics import mean, median

import pytest

from application.intake.scenario import play
from command_line.demonstration import samples
from tests.application.systems import a_system

HEADER = 32
FRAME = 24
TYPICAL, AVERAGE = 6, 7


class Counted:
    """A write-ahead log that keeps every frame, so that commits can be told apart in it."""

    def __init__(self, system, url):
        self.file = Path(f"{url.removeprefix('sqlite:///')}-wal")
        with system.ledger.transaction() as connection:
            handle = connection.connection.driver_connection
        handle.execute("PRAGMA wal_autocheckpoint = 0")

    def commits(self):
        """The number of frames of each commit: the last frame of one tells the size of the database."""
        content, found, count = self.file.read_bytes(), [], 0
        page = int.from_bytes(content[8:12], "big")
        for at in range(HEADER, len(content), FRAME + page):
            count += 1
            if int.from_bytes(content[at + 4 : at + 8], "big"):
                found.append(count)
                count = 0
        return found


@pytest.fixture
def pages(sqlite_url):
    """Pages of each commit of a sample year: commands as people give them, read models caught up within."""
    url = sqlite_url()
    system = a_system(url)
    counted = Counted(system, url)
    before = len(counted.commits())
    [sample] = [path for path in samples() if path.parent.name == "kon-tum"]
    told = list(play(system, [sample]))
    yield counted.commits()[before:], sum(not line.refusals for line in told)
    system.close()


def test_a_command_writes_few_pages(pages):
    each, done = pages
    assert len(each) >= done > 100
    assert (median(each) <= TYPICAL, mean(each) <= AVERAGE) == (True, True)
