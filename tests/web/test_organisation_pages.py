"""Units and rounds on pages: who holds what, the tree, what of it a person may do from there."""

from datetime import date

import pytest

from application.questions.round_list import RoundRow
from tests.support import small_year
from tests.web.conftest import Clock, each_once, played
from web.desk import Desk
from web.rounds.last_year import newest

REGISTRAR, BOARD, CELL = "quan-tri", "DUK-organisation_board", "CB-cell_committee"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A cell has a case that waits for it."""
    folder = tmp_path_factory.mktemp("year")
    lines = small_year.up_to(8)
    system = played(f"sqlite:///{folder / 'log.sqlite'}", folder, [lines])
    yield Desk(system, clock=Clock())
    system.close()


@pytest.fixture(scope="module")
def seen_by(desk):
    """Somebody at a browser of their own, once for each."""
    return each_once(desk)


def test_a_unit_tells_who_acts_for_each_of_its_organs_and_what_is_below(seen_by):
    answer = seen_by(BOARD).get("/units/DB")

    assert "Người mẫu DB-party_committee" in answer.text
    assert 'href="/units/CB"' in answer.text
    assert 'href="/units/DUK"' in answer.text


def test_a_unit_on_a_day_before_it_was_there_has_nobody(seen_by):
    browser = seen_by(BOARD)

    assert "Người mẫu DB-party_committee" not in browser.get("/units/DB?as_of=02/12/2023").text
    assert "Người mẫu DB-party_committee" in browser.get("/units/DB?as_of=04/12/2023").text


def test_a_unit_that_is_none_is_not_there(seen_by):
    assert seen_by(BOARD).get("/units/zzz").status_code == 404


def test_a_units_cases_stay_with_those_who_look_after_it(seen_by):
    browser = seen_by(CELL)

    assert 'href="/cases/' in browser.get("/units/CB").text
    assert 'href="/cases?' not in browser.get("/units/DB").text


def test_commands_on_units_are_offered_with_the_unit_to_those_above_alone(seen_by):
    assert "/do/rename-unit?target=DB" in seen_by(BOARD).get("/units/DB").text
    assert "/do/rename-unit" not in seen_by(CELL).get("/units/CB").text


def test_the_tree_leads_from_the_top_to_what_is_below(seen_by):
    browser = seen_by(BOARD)

    assert 'href="/units/CB"' in browser.get("/unit-tree").text
    below = browser.get("/unit-tree?at=DB").text
    assert 'href="/units/CB"' in below
    assert '<li><a href="/units/DUK"' not in below


def test_a_round_tells_its_cases_by_stage_of_the_units_in_sight(seen_by):
    browser = seen_by(BOARD)
    answer = browser.get("/rounds/kon-tum/2024")
    assert "1 hồ sơ" in answer.text
    assert "/do/lock-round?programme=kon-tum&amp;period=2024" in answer.text
    assert "0 hồ sơ" in seen_by(REGISTRAR).get("/rounds/kon-tum/2024").text


def test_a_round_that_is_none_is_not_there(seen_by):
    assert seen_by(BOARD).get("/rounds/kon-tum/2023").status_code == 404


def test_the_next_round_is_offered_to_the_registrar_filled_in_from_the_last(seen_by):
    assert "data.period=2025" in seen_by(REGISTRAR).get("/rounds").text
    assert "/do/open-round" not in seen_by(BOARD).get("/rounds").text


def test_whoever_sets_up_finds_every_command_of_it_on_one_page_and_nobody_else(seen_by):
    registrar = seen_by(REGISTRAR)
    assert 'href="/set-up"' in registrar.get("/units").text
    text = registrar.get("/set-up").text
    verbs = ("register-unit", "register-person", "give-mandate", "delegate", "open-round")

    assert [verb for verb in verbs if f"/do/{verb}" not in text] == []
    assert 'href="/units-by-table"' in text
    assert 'href="/set-up"' not in seen_by(BOARD).get("/units").text
    assert seen_by(BOARD).get("/set-up").status_code == 403


def test_the_last_round_of_a_programme_is_that_of_its_latest_year_whenever_opened():
    def opened(programme, period):
        return RoundRow(
            programme=programme, period=period, opened_on="2024-01-02", closing_on=date(2024, 12, 31),
            cases=0, version="", state="open",
        )  # fmt: skip

    rows = [
        opened("a", "2024"),
        opened("a", "2023"),
        opened("b", "2025-Q1"),
        opened("b", "2025-Q2"),
    ]
    assert [row.period for row in newest(rows)] == ["2024", "2025-Q2"]
