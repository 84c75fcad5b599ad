"""A whole year for real: the same on SQLite and PostgreSQL, and again after export."""

from datetime import date

import msgspec
import pytest

from application.intake.export import lines_of
from application.intake.scenario import play
from application.questions import cases as queries
from application.questions import organisation as catalogue
from application.questions.refusal_list import refusals
from tests.application.systems import a_system, played
from tests.support import small_year


def answers(system):
    """Everything a person may ask about the year, as bytes, without the recorded times."""
    cases = queries.cases(system)
    case = cases[0]["case"]
    asked = [
        cases,
        queries.register(system),
        queries.history(system, case),
        queries.blame(system, case),
        queries.review(system, 2024),
        queries.tasks(system),
        catalogue.units(system),
    ]
    return msgspec.json.encode([[{**row, "recorded_at": ""} for row in rows] for rows in asked])


@pytest.fixture
def year(fresh_url, tmp_path):
    system = a_system(fresh_url())
    assert played(system, tmp_path / "year.jsonl", small_year.set_up(), small_year.year()) == []
    yield system
    system.close()


def test_the_year_ends_in_a_revoked_recognition(year):
    [case] = queries.cases(year)
    [entry] = queries.register(year)

    assert (case["stage"], case["outcome"], case["claimed"]) == ("revoked", "REVOKED", "PASS")
    assert (entry["decision_number"], entry["standing"]) == ("12-QĐ/ĐU", False)
    assert (entry["revoked_on"], entry["revocation_effect"]) == (date(2026, 5, 20), "as_if_never")


def test_as_known_before_the_revocation_it_stood(year):
    case = queries.cases(year)[0]["case"]
    before = queries.position_before_revocation(year, case)

    [known] = queries.cases(year, known_at=before)
    [entry] = queries.register(year, known_at=before)

    assert (known["stage"], known["outcome"]) == ("explained", "PASS")
    assert (entry["standing"], entry["revoked_on"]) == (True, None)


def test_the_counts_of_the_year(year):
    assert queries.review(year, 2024) == [
        {
            "programme": "kon-tum", "title": "four_good_cell", "subject_kind": "subordinate_cell",
            "org_type": "", "superior": "DB", "superior_name": "Đơn vị DB", "cases": 1,
            "registered": 1, "submitted": 1, "returned": 1, "passed": 1, "failed": 0,
            "withdrawn": 0, "late": 0, "revoked": 1, "standing": 0,
        }
    ]  # fmt: skip


def test_history_tells_who_did_what_for_whom_by_which_authority_and_why(year):
    case = queries.cases(year)[0]["case"]
    [decision] = [e for e in queries.history(year, case) if e["event"] == "decision-issued"]

    assert (decision["signed_by"], decision["organ"]) == (
        "DB-party_committee",
        "DB/party_committee",
    )
    assert decision["authority"] == "person:DB-party_committee@2"
    assert (decision["reason"], decision["effective_on"]) == ("lý do: decide", date(2024, 12, 20))
    assert {"field": "number", "old": None, "new": "12-QĐ/ĐU"} in decision["changes"]
    assert "12-QĐ/ĐU" in decision["sentence"]


def test_a_refused_line_changed_nothing_and_was_counted(year):
    [refusal] = refusals(year)

    assert (refusal.command, refusal.guards) == ("appraise", ("document_missing",))


def test_playing_again_changes_nothing(year, tmp_path):
    root = year.ledger.head().root
    again = list(play(year, [tmp_path / "year.jsonl"]))

    assert year.ledger.head().root == root
    assert all(line.as_expected for line in again)


def test_both_databases_give_the_same_bytes(sqlite_url, postgres_url, tmp_path):
    found = []
    for url in (sqlite_url(), postgres_url()):
        system = a_system(url)
        assert played(system, tmp_path / "year.jsonl", small_year.set_up(), small_year.year()) == []
        found.append(answers(system))
        system.close()

    assert found[0] == found[1]


def test_an_exported_log_played_anew_gives_the_same_answers(year, fresh_url, tmp_path):
    exported = tmp_path / "exported.jsonl"
    exported.write_text("\n".join(lines_of(year.ledger)), encoding="utf-8")
    other = a_system(fresh_url())

    told = list(play(other, [exported]))

    assert [line for line in told if not line.as_expected] == []
    assert answers(other) == answers(year)
    other.close()


def test_the_log_verifies(year):
    assert year.ledger.verify().ok


def test_a_rehearsal_played_again_elsewhere_is_the_same_log_to_the_byte(year, tmp_path):
    again = a_system(f"sqlite:///{tmp_path}/again.sqlite")
    played(again, tmp_path / "year.jsonl", small_year.set_up(), small_year.year())
    assert again.ledger.head().root == year.ledger.head().root
    again.close()
