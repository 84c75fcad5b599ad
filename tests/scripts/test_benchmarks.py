"""The benchmarks run through, whatever is asked for together."""

from scripts.benchmarks.__main__ import run_in_turn
from scripts.benchmarks.measure import Measurement, Target


def leaving_a_database(folder):
    (folder / "postgres").mkdir()
    return [Measurement("row", 1.0, None, None, "s", Target("ours", "at_most", 2))]


def test_a_row_finds_nothing_that_another_row_left(tmp_path):
    works = [(name, leaving_a_database) for name in ("postgres", "review-postgres", "postgres")]

    assert len(run_in_turn(works, tmp_path)) == 3
