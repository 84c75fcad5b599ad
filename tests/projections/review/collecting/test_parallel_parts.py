"""A log collected in parts and put together is the log collected at once, wherever it was cut."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import UnknownTopicError, UnreadableEventError
from ledger.ledger import Ledger
from projections.review.collecting.collect import collect
from projections.review.collecting.kept_facts import Line
from projections.review.collecting.merging import merge
from projections.review.collecting.parallel_parts import Collecting
from tests.projections.casebook import Casebook
from tests.projections.random_year import RandomYear


def sent(part):
    """As another process sends it."""
    folding = Collecting(2024, {})
    for piece in folding.pack(part):
        yield folding.unpack(piece)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 2**32),
    cuts=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    year=st.sampled_from([2023, 2024, 0]),
)
def test_a_log_cut_anywhere_and_put_together_is_the_whole_log(sqlite_url, seed, cuts, year):
    with Ledger.initialise(sqlite_url()) as ledger:
        RandomYear(Casebook(ledger), seed).tell(60)
        rows = [row for rows in ledger.scan(Line) for row in rows]
        first, second = sorted(int(len(rows) * cut) for cut in cuts)
        own, *others = (
            collect(part, year) for part in (rows[:first], rows[first:second], rows[second:])
        )
        together = merge([own, *(piece for other in others for piece in sent(other))])
        assert together == collect(rows, year)
        assert together.cases


def test_of_a_case_of_another_year_only_what_lasts_is_kept(book):
    stream = book.case(period="2023")
    rows = [row for rows in book.ledger.scan(Line) for row in rows]
    assert [act.move.topic for act in collect(rows, 2023).cases[stream].acts] == ["directly-opened"]
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
