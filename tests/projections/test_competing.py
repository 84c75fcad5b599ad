"""Several processors on one log at once: by threads, each with connections of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from ledger.ledger import Ledger
from projections.engine import READ_MODELS, catch_up, inline, rebuild
from tests.projections.casebook import Casebook
from tests.projections.counted import BATCH, count_apart, count_together, counted, prepare_counting
from tests.projections.looking import dump, forget
from tests.projections.random_year import RandomYear

CASES = 100


def a_log(url):
    with Ledger.initialise(url) as ledger:
        prepare_counting(ledger)
        book = Casebook(ledger)
        for number in range(CASES):
            book.case(f"C{number}")


def at_once(url, *works):
    together = Barrier(len(works))

    def alone(work):
        with Ledger.open(url) as ledger:
            together.wait()
            return work(ledger)

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(alone, works))


def test_two_processors_count_each_event_once_between_them(fresh_url):
    url = fresh_url()
    a_log(url)
    assert sum(at_once(url, count_together, count_together)) == 2 * CASES
    with Ledger.open(url) as ledger:
        assert counted(ledger) == 2 * CASES


def test_two_that_move_the_position_apart_from_the_rows_count_wrongly(fresh_url):
    url = fresh_url()
    a_log(url)
    done = sum(at_once(url, *[count_apart] * 4))
    with Ledger.open(url) as ledger:
        assert done > 2 * CASES + BATCH or counted(ledger) != 2 * CASES


def test_appends_catch_ups_and_rebuilds_at_once_leave_what_one_alone_would(fresh_url):
    url = fresh_url()
    Ledger.initialise(url).close()

    def work(ledger):
        RandomYear(Casebook(ledger, then=inline), 5).tell(60)

    def follow(ledger):
        for _ in range(40):
            catch_up(ledger)

    def build(ledger):
        for _ in range(5):
            rebuild(ledger)

    with Ledger.open(url) as ledger:
        Casebook(ledger)
    at_once(url, work, follow, build)
    with Ledger.open(url) as ledger:
        catch_up(ledger)
        at_once_built = dump(ledger)
        forget(ledger)
        assert catch_up(ledger) == ledger.head().position
        assert dump(ledger) == at_once_built
        assert dict(READ_MODELS.positions(ledger)) == dict.fromkeys(
            READ_MODELS.by_name, ledger.head().position
        )
