"""A unit is registered with a kind, a type and organs that there are: by code or word, else with the nearest."""

from __future__ import annotations

import pytest

from application.commands.request import Request
from application.commands.trial import trial
from application.questions.names import LogNames
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("units")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "up.jsonl", small_year.set_up()) == []
    yield system
    system.close()


def tried(system, verb, target="", **data):
    given = {"code": "CB-9", "name": "Chi bộ 9", "parent": "DB"} if verb == "register-unit" else {}
    asked = Request(
        verb=verb,
        actor="quan-tri",
        reason="r",
        command_id="u-1",
        target=target,
        data={**given, **data},
    )
    return trial(system, asked)


def registered(system, **data):
    found = tried(system, "register-unit", **{"kind": "SUBORDINATE_CELL", **data})
    assert found.refusals == []
    return found.own[0]


@pytest.mark.parametrize("kind", ["SUBORDINATE_CELL", "Chi bộ trực thuộc", "chi bo truc thuoc"])
def test_a_kind_is_named_by_its_code_or_its_word(system, kind):
    assert registered(system, kind=kind).kind == "SUBORDINATE_CELL"


@pytest.mark.parametrize(
    ("data", "about", "near"),
    [
        ({"kind": "SUBORDINATE_CEL"}, "kind", "SUBORDINATE_CELL"),
        ({"kind": "SUBORDINATE_CELL", "org_type": "agencie"}, "org_type", "agency"),
        (
            {"kind": "SUBORDINATE_CELL", "organs": ["cell", "cell_comittee"]},
            "organs[1]",
            "cell_committee",
        ),
    ],
)
def test_what_no_programme_knows_is_refused_with_the_nearest(system, data, about, near):
    [reason] = tried(system, "register-unit", **data).refusals

    assert (reason.code, reason.about) == ("unit_part_unknown", about)
    for language in ("vi", "en"):
        told = sentence(reason, language, LogNames(system))
        assert near in told
        assert "{" not in told


@pytest.mark.parametrize(
    ("verb", "data"),
    [("change-unit-kind", {"kind": "KHAC"}), ("establish-organ", {"organ": "khong_co"})],
)
def test_nor_does_a_unit_become_what_no_programme_knows(system, verb, data):
    codes = {reason.code for reason in tried(system, verb, "CB", **data).refusals}
    assert codes == {"unit_part_unknown"}


def test_a_type_may_be_left_out_and_organs_too(system):
    assert registered(system).org_type == ""
    assert registered(system, organs=[]).organs == []
