"""A process of its own that makes a year's review, with or without its files, and tells how much memory it took."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from documents.files.whole_folder import write_folder
from documents.review.files import review_files
from ledger.ledger import Ledger
from projections.review.answers import review_of, year_of_log
from projections.review.collecting.year import Asked
from scripts.benchmarks.reviews import AS_OF, YEAR

KILOBYTES = 1024


def main(url: str, processes: int, *, files: bool) -> None:
    """Count every row of every table, or write them; tell the sum of the highest figures in MB."""
    with Ledger.open(url) as ledger, TemporaryDirectory() as above:
        head = ledger.head()
        year = year_of_log(ledger, Asked(YEAR, AS_OF), head.position, processes)
        review = review_of(year, head)
        rows = sum(len(table.rows) for table in review.tables)
        if files:
            write_folder(Path(above) / "review", review_files(review, "vi"), "review")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stderr.write(f"{rows} rows\n")
    sys.stdout.write(f"{(_highest() + children) / KILOBYTES:.0f}\n")


def _highest() -> int:
    """In kilobytes; what `getrusage` tells of a process itself began with the one that started it."""
    with Path("/proc/self/status").open() as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), files="files" in sys.argv[3:])
