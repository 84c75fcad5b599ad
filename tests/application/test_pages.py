"""What a whole command writes: the pages that SQLite puts into its write-ahead log for each commit."""

from __future__ import annotations

from pathlib import Path
from statistics import mean, median

import pytest

from application.intake.scenario import play
from tests.application.systems import a_system, scenario_of

HEADER = 32
FRAME = 24
TYPICAL, AVERAGE = 6, 7
NAMING = {"register-unit": 17, "register-person": 10}
"""Commands that give names also write the words by which these are found: pages at most, on average."""


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
    """Verb and pages of each commit of a sample year: as people give commands, read models caught up within."""
    url = sqlite_url()
    system = a_system(url)
    counted = Counted(system, url)
    before = len(counted.commits())
    sample = scenario_of("kon-tum")
    told = list(play(system, [sample]))
    yield list(zip((line.line.do for line in told), counted.commits()[before:], strict=True))
    system.close()


def test_a_command_writes_few_pages(pages):
    each = [number for verb, number in pages if verb not in NAMING]
    assert len(each) > 100
    assert (median(each) <= TYPICAL, mean(each) <= AVERAGE) == (True, True)


@pytest.mark.parametrize("verb", NAMING)
def test_a_name_costs_a_few_pages_more(pages, verb):
    assert mean(number for each, number in pages if each == verb) <= NAMING[verb]
