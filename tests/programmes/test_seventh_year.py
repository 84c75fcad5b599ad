"""The seventh programme's whole year on both databases: from a registration at a meeting to a revocation and after."""

import pytest

from application.questions import cases as queries
from domain.streams import case_stream
from tests.application.systems import a_system, played
from tests.support import quarters as q


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "set-up.jsonl", q.set_up()) == []
    yield system
    system.close()


def flagged(system, subject):
    told = queries.history(system, case_stream(q.CODE, subject, "2024"))
    return [
        change["new"]
        for entry in told
        if entry["event"] == "dependent-outcome-flagged"
        for change in entry["changes"]
        if change["field"] == "use"
    ]


def stage(system, subject, period="2024"):
    rows = queries.cases(system)
    return {(row["subject"], row["period"]): row["stage"] for row in rows}[subject, period]


def test_from_registration_to_revocation(system, tmp_path):
    """A revoked member and a revoked quarter are flagged in the year of the cell, and nothing cascades by itself."""
    lines = [
        *q.won_year(), q.rewarded(), *q.revoked("member:m1", "2025-02-01"),
        *q.revoked("unit:X", "2025-02-02", "2024-Q2"),
    ]  # fmt: skip
    assert played(system, tmp_path / "year.jsonl", lines) == []

    assert flagged(system, "unit:X") == ["four_good_members", "four_good_periods"]
    assert stage(system, "unit:X") == "recognised"
    assert (
        played(
            system,
            tmp_path / "after.jsonl",
            [*q.looked_at_again(), *q.revoked("unit:X", "2025-02-20")],
        )
        == []
    )
    assert stage(system, "unit:X") == "revoked"


def test_the_one_too_many_is_refused_on_either_database(system, tmp_path):
    refused = {**q.decision("member:m1", "EXCELLENT", "2024-12-04"), "expect": "refused"}
    four = [line for member in ("m2", "m3", "m4") for line in q.assessed(member, a="50 %")]
    good = [q.decision(f"member:{member}", "WELL") for member in ("m2", "m3", "m4")]

    assert played(system, tmp_path / "four.jsonl", [*four, *q.assessed("m1"), *good, refused]) == []
