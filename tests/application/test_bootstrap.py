"""A log is opened once, by one person, in one commit, by the way of all commands."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest

from application.commands.handle import handle
from application.commands.opening import initialise
from application.commands.request import Request
from application.running.bootstrap import open_system
from application.running.failures import sentence
from domain.refusal import RefusedError
from ledger.errors import (
    AlreadyInitialisedError,
    DatabaseEncodingError,
    DatabaseLockedError,
    LedgerError,
    NotInitialisedError,
)
from ledger.ledger import Ledger
from tests.application.systems import OPENED_AT, a_system


def topics(system):
    return [row.topic for rows in system.ledger.read() for row in rows]


def test_a_log_is_opened_in_one_commit_that_makes_its_registrar(fresh_url):
    system = a_system(fresh_url())

    assert topics(system) == ["log-opened", "person-registered", "mandate-given"]
    commits = {row.command_id for rows in system.ledger.read() for row in rows}
    assert len(commits) == 1
    system.close()


def test_a_log_is_not_opened_again(fresh_url):
    system = a_system(fresh_url())

    with pytest.raises(RefusedError) as refused:
        handle(
            system, Request(verb="open-log", actor="x", reason="x", command_id="2", at=OPENED_AT)
        )

    assert "log_is_open" in [reason.code for reason in refused.value.refusals]
    assert len(topics(system)) == 3
    system.close()


def test_a_log_that_nobody_could_open_records_nothing_and_is_opened_by_another(fresh_url):
    url = fresh_url()

    with pytest.raises(RefusedError) as refused:
        initialise(url, by="a/b")

    assert [reason.code for reason in refused.value.refusals] == ["person_id_unusable"]
    system = initialise(url, by="quan-tri")
    assert topics(system) == ["log-opened", "person-registered", "mandate-given"]
    system.close()


def test_a_log_made_and_left_before_it_was_opened_is_gone_on_with(fresh_url):
    url = fresh_url()
    Ledger.initialise(url).close()

    initialise(url, by="quan-tri").close()

    with pytest.raises(AlreadyInitialisedError):
        initialise(url, by="quan-tri")


def test_a_simulated_log_left_unopened_does_not_become_a_real_one(fresh_url):
    url = fresh_url()
    Ledger.initialise(url, simulated=True).close()

    with pytest.raises(AlreadyInitialisedError):
        initialise(url, by="quan-tri")


def made_at_once(url, number):
    """What became of each of several who make a log at the same time."""
    at_once = Barrier(number)

    def make(person):
        at_once.wait()
        try:
            initialise(url, by=f"nguoi-{person}").close()
        except (LedgerError, RefusedError) as error:
            return type(error)
        return None

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(make, range(number)))


def test_of_several_who_make_a_log_at_once_one_does_and_the_others_are_told(fresh_url):
    url = fresh_url()

    became = made_at_once(url, 4)

    assert became.count(None) == 1
    assert set(became) - {None} <= {AlreadyInitialisedError, RefusedError, DatabaseLockedError}
    system = open_system(url)
    assert topics(system) == ["log-opened", "person-registered", "mandate-given"]
    assert system.ledger.verify().ok
    system.close()


@pytest.mark.parametrize("by", ["", " ", "a/b", "a:b", "x" * 101, "a\u200bb"])
def test_an_opener_who_can_be_nobody_leaves_no_log(fresh_url, by):
    url = fresh_url()

    with pytest.raises(RefusedError):
        initialise(url, by=by)

    with pytest.raises(NotInitialisedError):
        open_system(url)


def test_a_database_that_cannot_hold_every_text_gets_no_log(postgres_server):
    with psycopg.connect(postgres_server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    url = postgres_server.get_uri("latin")

    with pytest.raises(DatabaseEncodingError) as told:
        initialise(url, by="quan-tri")

    assert "LATIN1" in sentence(told.value, "en")
    with pytest.raises(NotInitialisedError):
        open_system(url)
