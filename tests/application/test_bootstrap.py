"""A log is opened once, by one person, in one commit, by the way of all commands."""

import pytest

from application.bootstrap import initialise
from application.commands.handle import handle
from application.commands.request import Request
from domain.refusals import RefusedError
from ledger.errors import AlreadyInitialisedError
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
