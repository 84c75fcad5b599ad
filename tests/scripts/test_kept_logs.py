"""Long logs are kept where the bench made a folder for them, and nowhere else."""

import pytest

from scripts.benchmarks import lists
from scripts.benchmarks.kept_logs import NotOursError, kept_in, long_log
from scripts.benchmarks.measure import Measurement


def test_a_folder_of_others_is_left_as_it_is(tmp_path):
    theirs = tmp_path / "letter.txt"
    theirs.write_text("keep me")

    with pytest.raises(NotOursError):
        kept_in(tmp_path)

    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_the_bench_made_is_taken_again(tmp_path):
    assert kept_in(kept_in(tmp_path / "logs")) == tmp_path / "logs"


def test_a_kept_log_is_not_made_again(tmp_path):
    first = long_log(tmp_path, 40, 1)
    root = first.ledger.head().root
    first.close()

    again = long_log(tmp_path, 40, 1)

    assert again.ledger.head().root == root
    again.close()


def test_every_list_is_measured(tmp_path):
    measured = lists.lists(tmp_path, 40, 1, rounds=1)

    assert len(measured) == 5
    assert all(isinstance(each, Measurement) and each.limit for each in measured)
