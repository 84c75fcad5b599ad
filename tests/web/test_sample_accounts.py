"""Sample accounts: one for each role of a simulated log, none in a real one."""

import pytest

from application.commands.opening import initialise
from application.running.bootstrap import open_system
from domain.refusal import RefusedError
from ledger.beside import accounts as kept
from ledger.beside.opening import make_ready
from web.coming_in.sample_accounts import MACHINE, fresh_password, sample_accounts
from web.desk import Desk


def test_there_is_a_sign_in_for_each_role_and_one_that_runs_the_machine(desk, browser):
    password = fresh_password()
    shown = sample_accounts(desk, password)

    roles = [each.role for each in shown]
    assert len(set(roles)) == len(roles)
    assert {"standing_committee", "cell_committee", "committee_office"} <= set(roles)
    for each in shown:
        assert browser.come_in(each.account, password).url.path == "/work"
    assert browser.come_in(MACHINE, password).url.path == "/accounts"


def test_made_again_they_stay_as_they_are(desk):
    sample_accounts(desk, fresh_password())
    before = kept.listed(desk.ledger)
    sample_accounts(desk, fresh_password())

    assert kept.listed(desk.ledger) == before


def test_a_real_log_gets_none(sqlite_url):
    url = sqlite_url()
    initialise(url, by="quan-tri").close()
    system = open_system(url)
    make_ready(system.ledger)
    with pytest.raises(RefusedError) as refused:
        sample_accounts(Desk(system), fresh_password())

    assert [each.code for each in refused.value.refusals] == ["sign_ins_of_a_real_log"]
    assert kept.listed(system.ledger) == []
    system.close()


def test_a_password_is_another_each_time():
    assert len({fresh_password() for _ in range(100)}) == 100
