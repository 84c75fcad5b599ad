"""A log folded by several processes: the same as by one, and none of them is left."""

from __future__ import annotations

import multiprocessing
import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import UnknownTopicError
from ledger.ledger import Ledger
from projections.machinery.errors import PartFailedError, RebuildNeededError
from projections.machinery.parallel import LONG, Part, fold_in_parts, parts_for, processes_for
from projections.review import as_json
from projections.review.answers import review_of, year_of_log
from projections.review.collecting.merging import merge
from projections.review.collecting.parallel_parts import Collecting
from projections.review.collecting.year import Asked
from tests.projections.casebook import Casebook
from tests.projections.foldings import Failing, Listing, Writing
from tests.projections.random_year import RandomYear
from tests.projections.review.asking import LATER

A_FEW = settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def listed(ledger, processes):
    pieces = fold_in_parts(Listing(), ledger, ledger.head().position, processes)
    return [row for piece in pieces for row in piece]


@pytest.fixture
def year(ledger):
    RandomYear(Casebook(ledger), 1).tell(60)
    return ledger


@A_FEW
@given(seed=st.integers(0, 2**32))
def test_a_review_by_two_processes_is_the_same_to_the_byte(fresh_url, seed):
    with Ledger.initialise(fresh_url()) as ledger:
        RandomYear(Casebook(ledger), seed).tell(60)
        head, asked = ledger.head(), Asked(2024, LATER)
        by_one, by_two = (
            b"".join(
                as_json.pieces(review_of(year_of_log(ledger, asked, head.position, each), head))
            )
            for each in (1, 2)
        )
        assert by_one == by_two
        assert b'"cases": 0' not in by_one


def test_what_was_sent_is_what_was_collected(year):
    upto = year.head().position
    folding = Collecting(2024, {})
    assert merge(fold_in_parts(folding, year, upto, 3)) == folding.fold(year, Part(0, upto))


def test_each_row_is_read_by_one_process_in_order(year):
    alone, together = listed(year, 1), listed(year, 2)
    assert {pid for *_, pid in alone} == {os.getpid()}
    assert len({pid for *_, pid in together}) == 2
    assert [row[:2] for row in together] == [row[:2] for row in alone]


@pytest.mark.parametrize(
    ("how", "error", "told"),
    [
        ("unknown topic", UnknownTopicError, "moon-landed"),
        ("two values", RebuildNeededError, "status"),
        ("dies", PartFailedError, "ended"),
        ("another error", PartFailedError, "ZeroDivisionError"),
        ("interrupted", KeyboardInterrupt, "^$"),
    ],
)
def test_what_goes_wrong_in_one_process_is_one_error_and_ends_the_others(year, how, error, told):
    begin = time.monotonic()
    with pytest.raises(error, match=told):
        list(fold_in_parts(Failing(how), year, year.head().position, 2))
    assert multiprocessing.active_children() == []
    assert time.monotonic() - begin < 30


@pytest.mark.parametrize("processes", [1, 2])
def test_a_process_that_reads_cannot_write(year, processes):
    with pytest.raises(Exception, match=r"read-?only"):
        list(fold_in_parts(Writing(), year, year.head().position, processes))


@given(upto=st.integers(0, 10**8), processes=st.integers(1, 64))
def test_the_parts_follow_one_another_and_are_the_whole_log(upto, processes):
    parts = parts_for(upto, processes)
    assert len(parts) == processes
    assert [part.after for part in parts] == [0, *(part.upto for part in parts[:-1])]
    assert parts[-1].upto == upto
    assert all(part.after <= part.upto for part in parts)


def test_the_part_of_the_process_that_asked_is_the_longest():
    own, other = parts_for(1_000_000, 2)
    assert own.upto - own.after > other.upto - other.after > 300_000


def test_a_short_log_is_read_by_one_process():
    assert processes_for(LONG - 1) == 1
    assert processes_for(LONG) == os.cpu_count()
