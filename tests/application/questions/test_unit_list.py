"""The list of units, and the register, as people ask for them."""

from __future__ import annotations

import pytest

from application.questions import cases as queries
from application.questions import organisation
from application.questions.pages import Page
from application.questions.register_list import RegisterAsked, register_list
from application.questions.unit_list import UnitsAsked, unit_list
from domain.refusal import RefusedError
from tests.application.systems import a_sample
from words.sentences import sentence


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    system = a_sample(f"sqlite:///{tmp_path_factory.mktemp('samples')}/log.sqlite", "kon-tum")
    yield system
    system.close()


def codes(system, asked, order=""):
    return [row.code for row in unit_list(system, asked, Page(order=order)).rows]


def test_units_are_listed_by_code_as_before(system):
    assert codes(system, UnitsAsked()) == [row["code"] for row in organisation.units(system)]


def test_units_are_narrowed_down_by_where_and_what_they_are(system):
    below = codes(system, UnitsAsked(under="KT-BQL"))
    direct = codes(system, UnitsAsked(parents=("KT-BQL",)))
    assert set(direct) | {"KT-BQL"} == set(below)
    assert codes(system, UnitsAsked(kinds=("BLOC_COMMITTEE",))) == ["KT-DUK"]
    assert codes(system, UnitsAsked(units=("KT-KHTH",))) == ["KT-KHTH"]
    everything = codes(system, UnitsAsked())
    ended = codes(system, UnitsAsked(ended=True))
    assert sorted(ended + codes(system, UnitsAsked(ended=False))) == everything


def test_units_are_sorted_by_name_without_tone_marks(system):
    by_name = [row.name for row in unit_list(system, UnitsAsked(), Page(order="name")).rows]
    assert by_name.index("Chi bộ Kế hoạch Tổng hợp") < by_name.index(
        "Đảng bộ Ban Quản lý Khu kinh tế tỉnh Kon Tum"
    )


def test_pages_of_units_put_together_are_the_list(system):
    found, page = [], unit_list(system, UnitsAsked(), Page(size=3))
    while page.after:
        found += page.rows
        page = unit_list(system, UnitsAsked(), Page(size=3, after=page.after))
    assert found + page.rows == unit_list(system, UnitsAsked(), Page()).rows


def test_an_unknown_unit_is_refused(system):
    for asked in (UnitsAsked(parents=("X",)), UnitsAsked(under="X"), UnitsAsked(units=("X",))):
        with pytest.raises(RefusedError) as refused:
            unit_list(system, asked, Page())
        assert [reason.code for reason in refused.value.refusals] == ["unit_unknown"]


def test_a_kind_of_units_is_named_by_code_or_word_and_refused_where_it_is_none(system):
    assert codes(system, UnitsAsked(kinds=("dang uy khoi",))) == ["KT-DUK"]
    with pytest.raises(RefusedError) as refused:
        unit_list(system, UnitsAsked(kinds=("BASE_CEL",)), Page())
    assert "Chi bộ cơ sở" in sentence(refused.value.refusals[0], "vi")


def test_a_period_that_is_none_is_refused(system):
    for asked in (RegisterAsked(periods=("2024-13",)), RegisterAsked(periods=("2024", "năm 2024"))):
        with pytest.raises(RefusedError) as refused:
            register_list(system, asked, Page())
        assert [reason.code for reason in refused.value.refusals] == ["period_unreadable"]


def test_the_register_is_given_page_by_page(system):
    whole = register_list(system, RegisterAsked(), Page()).rows
    assert [row.case for row in whole] == [row["case"] for row in queries.register(system)]
    first = register_list(system, RegisterAsked(), Page(size=1))
    rest = register_list(system, RegisterAsked(), Page(after=first.after))
    assert first.rows + rest.rows == whole
    assert first.rows == whole[: len(first.rows)]


def test_the_register_is_narrowed_down_by_what_stands(system):
    whole = register_list(system, RegisterAsked(), Page()).rows
    for standing in (True, False):
        asked = RegisterAsked(standing=standing, under="KT-DUK", programmes=("kon-tum",))
        found = register_list(system, asked, Page()).rows
        assert found == [row for row in whole if row.standing == standing]
        head = system.ledger.head().position
        assert register_list(system, asked, Page(), known_at=head).rows == found
