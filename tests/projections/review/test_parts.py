"""A log collected in parts and put together is the log collected at once, however it was split."""

from __future__ import annotations

import pickle
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import UnknownTopicError, UnreadableEventError
from ledger.ledger import Ledger
from projections.review.answers import tables
from projections.review.collect import collect
from projections.review.facts import Line
from projections.review.merging import merge
from projections.review.year import Asked
from tests.projections.casebook import Casebook
from tests.projections.random_year import RandomYear
from tests.projections.review.asking import LATER

ASKED = Asked(2024, LATER)


def plain(found):
    return [(table.name, table.dicts()) for table in found]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32), cut=st.floats(0, 1))
def test_parts_by_streams_or_by_positions_give_the_same_tables(sqlite_url, seed, cut):
    with Ledger.initialise(sqlite_url()) as ledger:
        RandomYear(Casebook(ledger), seed).tell(60)
        rows = [row for rows in ledger.scan(Line) for row in rows]
        upto, middle = rows[-1].position, int(len(rows) * cut)
        whole = plain(tables(collect(rows, 2024), ASKED, ledger, upto))
        by_position = [collect(part, 2024) for part in (rows[:middle], rows[middle:])]
        by_stream = [
            collect((row for row in rows if crc32(row.stream.encode()) % 2 == part), 2024)
            for part in (0, 1)
        ]
        sent = [pickle.loads(pickle.dumps(part)) for part in by_stream]  # noqa: S301 -- our own
        assert plain(tables(merge(by_position), ASKED, ledger, upto)) == whole
        assert plain(tables(merge(sent), ASKED, ledger, upto)) == whole


def test_of_a_case_of_another_year_only_what_lasts_is_kept(book):
    stream = book.case(period="2023")
    rows = [row for rows in book.ledger.scan(Line) for row in rows]
    assert [act.topic for act in collect(rows, 2023).cases[stream].acts] == ["directly-opened"]
    assert collect(rows, 2024).cases[stream].acts == []


@pytest.mark.parametrize(
    ("change", "error"),
    [({"topic": "moon-landed"}, UnknownTopicError), ({"state": b"{"}, UnreadableEventError)],
)
def test_what_is_not_known_or_not_readable_is_refused_not_skipped(book, change, error):
    book.case()
    rows = [row for rows in book.ledger.scan(Line) for row in rows]
    with pytest.raises(error):
        collect([rows[0]._replace(**change)], 2024)
