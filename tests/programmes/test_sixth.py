"""A sixth programme from a file alone: members, cells and committees, from opening to revocation."""

import pytest

from application.questions import cases as queries
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.support.five_goods import case, revocation, set_up


def stages(system):
    return {row["subject"]: row["stage"] for row in queries.cases(system)}


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "set-up.jsonl", set_up()) == []
    yield system
    system.close()


def test_members_carry_their_cell_and_cells_their_committee(system, tmp_path):
    lines = [
        *case("member:m1", "2024-05-20"), *case("member:m2", "2024-05-20"),
        *case("member:m3", "2024-05-20", "FAIL"), *case("unit:X", "2024-05-25"),
        *case("unit:C", "2024-05-28"),
    ]  # fmt: skip

    assert played(system, tmp_path / "may.jsonl", lines) == []
    assert stages(system) == {
        "member:m1": "recognised", "member:m2": "recognised", "member:m3": "not_recognised",
        "unit:X": "recognised", "unit:C": "recognised",
    }  # fmt: skip


def test_below_half_of_the_members_the_cell_may_not_claim(system, tmp_path):
    lines = [*case("member:m1", "2024-05-20"), *case("unit:X", "2024-05-25")]

    found = played(system, tmp_path / "may.jsonl", lines)

    assert "claim-level" in found[0]
    assert stages(system)["unit:X"] == "self_assessed"


def test_without_its_cell_the_committee_may_not_claim(system, tmp_path):
    assert "claim-level" in played(system, tmp_path / "may.jsonl", case("unit:C", "2024-05-28"))[0]


def test_a_revocation_is_flagged_wherever_it_was_relied_on_through_every_level(system, tmp_path):
    lines = [
        *case("member:m1", "2024-05-20"), *case("member:m2", "2024-05-20"),
        *case("unit:X", "2024-05-25"), *case("unit:C", "2024-05-28"),
        *revocation("member:m1", "C", "2024-06-03"), *revocation("unit:X", "C", "2024-06-20"),
    ]  # fmt: skip
    assert played(system, tmp_path / "june.jsonl", lines) == []

    def flagged(subject):
        name = case_stream("nam-tot", subject, "2024-05")
        return [
            change["new"]
            for entry in queries.history(system, name)
            if entry["event"] == "dependent-outcome-flagged"
            for change in entry["changes"]
            if change["field"] == "revoked"
        ]

    member, cell = (case_stream("nam-tot", each, "2024-05") for each in ("member:m1", "unit:X"))
    assert flagged("unit:X") == [member]
    assert flagged("unit:C") == [member, cell]
    assert stages(system)["unit:C"] == "recognised"
