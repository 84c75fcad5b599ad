"""Lists as the log knew them at a position: the same as the read models answered then."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.events import unit as u
from domain.streams import unit_stream
from ledger.errors import PositionNotFoundError
from ledger.ledger import Ledger
from projections.cases.known_at import cases_known_at, fold_known_at, register_known_at
from projections.cases.register import REGISTER, register
from projections.cases.status import STATUS
from projections.engine import inline
from tests.projections.casebook import Casebook, decide, revoke
from tests.projections.looking import dump, listed, listed_known_at
from tests.projections.random_year import RandomYear

ON = date(2024, 12, 20)


def now(ledger, **asked):
    with ledger.connection() as connection:
        return listed(ledger, ON, **asked), register(connection, ON)


def known_at(ledger, position, **asked):
    return (
        listed_known_at(ledger, position, ON, **asked),
        register_known_at(ledger, position, ON),
    )


def test_nothing_is_known_before_the_first_event(ledger):
    Casebook(ledger)
    assert known_at(ledger, 0) == ([], [])


def test_a_position_that_is_not_there_is_refused(ledger):
    Casebook(ledger)
    with pytest.raises(PositionNotFoundError):
        cases_known_at(ledger, 1)


def test_what_was_known_then_is_what_was_answered_then(ledger):
    book = Casebook(ledger, then=inline)
    answered = {}

    def remember(position):
        answered[position] = now(ledger)

    remember(book.programme())
    remember(book.unit("C1", name="Chi bộ Một"))
    streams = [book.case(unit, at="consulted") for unit in ("C1", "C2", "C3")]
    remember(ledger.head().position)
    remember(decide(book, streams[0]))
    remember(book.tell(unit_stream("C1"), u.UnitRenamed(name="Chi bộ Hai")))
    remember(decide(book, streams[1], "FAIL"))
    remember(revoke(book, streams[0], "as_if_never", None))
    assert {position: known_at(ledger, position) for position in answered} == answered


def test_a_position_inside_a_commit_means_its_end(ledger):
    book = Casebook(ledger, then=inline)
    book.case("C1")
    assert known_at(ledger, 1) == known_at(ledger, 2) == now(ledger)


def test_what_is_named_narrows_the_list_down(ledger):
    book = Casebook(ledger, then=inline)
    case = book.case("C1").removeprefix("case:")
    book.case("C2", at="submitted")
    head = ledger.head().position
    for asked in ({"unit": "C1"}, {"stage": "submitted"}, {"period": "2025"}, {"case": case}):
        assert known_at(ledger, head, **asked) == now(ledger, **asked)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000))
def test_folded_to_its_end_the_log_gives_what_the_read_models_hold(fresh_url, seed):
    with Ledger.initialise(fresh_url()) as ledger:
        RandomYear(Casebook(ledger, then=inline), seed).tell(50)
        head = ledger.head().position
        assert known_at(ledger, head) == now(ledger)
        folded = fold_known_at(ledger, head, STATUS, REGISTER)
        packed = {
            model.name: [
                tuple(model.pack(states)) for _, states in sorted(folded[model.name].items())
            ]
            for model in (STATUS, REGISTER)
        }
        held = dump(ledger, (STATUS, REGISTER))
        assert packed == {name: list(map(tuple, held[name])) for name in packed}
