"""The story of the year that was closed: every line goes as it says, every task is settled by its own person."""

import pytest

from application.commands.opening import initialise
from application.intake.scenario import play
from application.questions import cases as queries
from application.questions.revocation_preview import preview
from application.questions.rounds import round_shown
from domain.streams import case_stream
from tests.application.systems import OPENED_AT
from tests.architecture.tree import ROOT

STORY = ROOT / "samples" / "year-end"
CELL = case_stream("bon-tot-mau", "unit:C07", "2024")


@pytest.fixture
def system(fresh_url):
    system = initialise(fresh_url(), by="quan-tri", simulated=True, at=OPENED_AT.replace(year=2019))
    yield system
    system.close()


def told(system, *parts):
    return [each for part in parts for each in play(system, [STORY / f"{part}.jsonl"])]


def test_the_story_goes_as_it_says(system):
    lines = told(system, "years", "finding", "revocation")

    assert [each.number for each in lines if not each.as_expected] == []
    assert sum(bool(each.refusals) for each in lines) == 3
    assert queries.tasks(system) == []


def test_the_row_in_a_preview_is_the_running_one_whichever_of_its_years_is_revoked(system):
    """Five years in a row: without the third the row that runs is of two, not of none."""
    told(system, "years")
    newest = next(each for each in queries.cases(system) if f"case:{each['case']}" == CELL)
    subject, last = newest["subject"], int(newest["period"])
    by_year = {
        int(each["period"]): f"case:{each['case']}"
        for each in queries.cases(system)
        if each["subject"] == subject and each["programme"] == newest["programme"]
    }

    assert preview(system, by_year[last])["streak"] == {"was": 5, "would_be": 0}
    assert preview(system, by_year[last - 2])["streak"] == {"was": 5, "would_be": 2}
    assert preview(system, by_year[last - 4])["streak"] == {"was": 5, "would_be": 4}


def test_the_preview_names_streak_target_ratio_rewards_choice_and_classification(system):
    told(system, "years", "finding")
    found = preview(system, CELL)

    assert found["streak"] == {"was": 5, "would_be": 0}
    assert [(t["was"], t["would_be"], t["holds"]) for t in found["targets"]] == [
        ("9/10", "8/10", False)
    ]
    assert [(t.kind, t.was, t.would_be, t.holds) for t in found["touched"]] == [
        ("reward", "45-QĐ/ĐU", "", False), ("reward", "46-QĐ/ĐU", "", False),
        ("case", "9/10", "8/10", False), ("classification", "EXCELLENT", "", None),
        ("selection", "2", "1", False),
    ]  # fmt: skip


def test_each_task_waits_for_another_competent_body(system, tmp_path):
    told(system, "years", "finding")
    lines = (STORY / "revocation.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    decided = tmp_path / "decided.jsonl"
    decided.write_text("".join(lines[:2]), encoding="utf-8")
    list(play(system, [decided]))

    waiting = {(task["kind"], *task["organs"]) for task in queries.tasks(system)}

    assert waiting == {
        ("review", "DU/committee_office"), ("review", "DM/standing_committee"),
        ("recall", "DU/standing_committee"),
    }  # fmt: skip


def test_the_seal_of_2024_still_holds_after_all_that(system):
    told(system, "years", "finding", "revocation")
    shown = round_shown(system, "bon-tot-mau", "2024")

    assert shown["unchanged"]
    kinds = [entry["kind"] for entry in shown["after_the_seal"]]
    assert kinds[:2] == ["backdated", "correction"]
    assert kinds.count("revocation") == 2
