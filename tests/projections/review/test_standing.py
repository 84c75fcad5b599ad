"""standing(E, p): recognised by the date, and no revocation known takes effect by then."""

import random
from datetime import date, timedelta

import pytest

from ledger.ledger import Ledger
from projections.review.collecting.collect import collect
from projections.review.collecting.kept_facts import Line
from projections.review.collecting.merging import merge
from tests.projections import reference_time as reference
from tests.projections.casebook import Casebook, correct
from tests.projections.histories import FIRST, Histories
from tests.projections.review.asking import asked, year_of
from tests.projections.review.course import decided, restored, revoked, superseded


def standing(book, day, **question):
    [row] = asked(book, "recognitions", as_of=date.fromisoformat(day), **question)
    return row["standing"]


@pytest.mark.parametrize(
    ("effect", "effect_on", "first_day_not_standing"),
    [
        ("from_now", None, "2025-03-01"),
        ("from_date", "2025-02-10", "2025-02-10"),
        ("as_if_never", None, "2024-12-20"),
    ],
)
def test_each_effect_begins_on_its_own_day(book, effect, effect_on, first_day_not_standing):
    stream = book.case()
    decided(book, stream, on="2024-12-20")
    known = revoked(book, stream, "2025-03-01", effect, effect_on)
    days = ("2024-12-20", "2025-02-09", "2025-02-10", "2025-02-28", "2025-03-01", "2026-01-01")
    assert [standing(book, day) for day in days] == [day < first_day_not_standing for day in days]
    assert standing(book, "2026-01-01", known_at=known - 1) is True


def test_a_corrected_date_moves_the_day_a_revocation_begins(book):
    stream = book.case()
    decided(book, stream)
    at = revoked(book, stream, "2025-03-01")
    correct(book, stream, at, "effective_on", "2025-03-05", "revoked")
    assert [standing(book, day) for day in ("2025-03-04", "2025-03-05")] == [True, False]


def test_the_last_correction_of_a_field_wins(book):
    stream = book.case()
    at = decided(book, stream)
    for day in ("2024-12-28", "2024-12-24"):
        correct(book, stream, at, "effective_on", day, "recognised")
    assert asked(book, "recognitions", as_of=date(2024, 12, 23)) == []
    assert standing(book, "2024-12-24") is True


def test_a_revocation_that_was_revoked_counts_as_never_made_once_that_is_known(book):
    stream = book.case()
    decided(book, stream)
    before = revoked(book, stream, "2025-03-01")
    restored(book, stream, "2025-06-01")
    assert standing(book, "2025-04-01") is True
    assert standing(book, "2025-04-01", known_at=before) is False
    [counts] = asked(book, "counts", as_of=date(2025, 4, 1))
    assert (counts["revoked"], counts["standing"]) == (0, 1)
    assert asked(book, "revoked") == []


def test_a_superseding_rejection_does_not_stand(book):
    stream = book.case()
    decided(book, stream)
    superseded(book, stream, "FAIL", "2025-02-01")
    assert [standing(book, day) for day in ("2025-01-31", "2025-02-01")] == [True, False]


def test_a_superseding_recognition_stands_though_the_first_was_revoked(book):
    stream = book.case()
    decided(book, stream)
    revoked(book, stream, "2025-03-01")
    superseded(book, stream, "PASS", "2025-05-01")
    assert [standing(book, day) for day in ("2025-04-30", "2025-05-01")] == [False, True]


@pytest.mark.parametrize("seed", range(8))
def test_histories_as_chance_makes_them_stand_as_the_second_reading_says(sqlite_url, seed):
    with Ledger.initialise(sqlite_url()) as ledger:
        book = Casebook(ledger)
        Histories(seed, cases=25, acts=9).tell(book)
        rows = [row for rows in ledger.read() for row in rows]
        chance = random.Random(seed)
        for _ in range(8):
            position = ledger.commit_end(rows[chance.randrange(len(rows))].position)
            day = FIRST + timedelta(chance.randrange(950))
            question = {"as_of": day, "known_at": position}
            cases = year_of(book, **question).cases
            found = {case.stream: (case.stage, case.standing) for case in cases}
            assert found == read_plainly(rows, day.isoformat(), position)


def read_plainly(rows, day, position):
    """The cases open by the day that stand, and the stage of each, by the reference."""
    streams = {}
    for row in rows:
        streams.setdefault(row.stream, []).append(row)
    found = {}
    for stream, own in streams.items():
        state = reference.state(own, stream, position, day)
        if state is not None:
            found[stream] = (state["stage"], reference.standing(own, stream, position, day))
    return found


def test_facts_of_a_case_that_was_never_opened_here_tell_nothing(book):
    stream = book.case()
    decided(book, stream)
    rows = [row for rows in book.ledger.scan(Line) for row in rows]
    only_the_end = merge([collect(rows[2:], 2024)])
    assert only_the_end.cases[stream].opening is None
    assert [case.stream for case in year_of(book).cases] == [stream]
