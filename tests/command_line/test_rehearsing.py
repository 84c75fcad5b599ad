"""What a clerk reads on the screen: words for codes, and a rehearsal that never lands in a real log."""

import json

from tests.command_line.conftest import SIMULATED
from tests.support import small_year


def test_a_rehearsal_is_refused_by_a_real_log_before_its_first_line(run, tmp_path):
    run("init", "--by", "quan-tri")
    scenario = small_year.write(tmp_path / "year.jsonl", small_year.set_up())
    before = json.loads(run("status", "--json").stdout)["position"]

    refused = run("play", scenario, code=1)

    assert "year.jsonl" in refused.stderr
    assert "--ignore-times" in refused.stderr
    assert json.loads(run("status", "--json").stdout)["position"] == before
    run("play", scenario, "--ignore-times")
    assert json.loads(run("status", "--json").stdout)["position"] > before


def test_a_scenario_older_than_its_log_is_refused_with_what_to_do(run, tmp_path):
    run("init", "--by", "quan-tri", "--simulated", "--at", "2025-01-01T08:00")
    scenario = small_year.write(tmp_path / "year.jsonl", small_year.set_up())

    refused = run("play", scenario, code=1)

    assert "02/12/2023" in refused.stderr
    assert "--at" in refused.stderr


def test_codes_are_shown_as_words_and_kept_in_json(year):
    shown, english = year("cases", "list").stdout, year("cases", "list", "--lang", "en").stdout
    [case] = json.loads(year("cases", "list", "--json").stdout)

    assert "Đã huỷ bỏ công nhận" in shown
    assert "Recognition revoked" in english
    assert "revoked" not in shown
    assert case["stage"] == "revoked"
    assert case["unit"] in shown
    assert case["case"] not in shown


def test_one_case_reads_like_a_form(year):
    [case] = json.loads(year("cases", "list", "--json").stdout)
    shown = year("cases", "show", case["case"]).stdout

    assert "Danh hiệu" in shown
    assert "Nộp bảng tự chấm điểm: đạt (90)" in shown
    assert "Decimal" not in shown


def test_an_empty_list_says_so(run):
    run("init", "--by", "quan-tri", *SIMULATED)
    assert "Chưa có gì" in run("cases", "list").stdout
    assert json.loads(run("cases", "list", "--json").stdout) == []


def test_data_that_do_not_fit_are_told_in_vietnamese_with_their_place(year):
    told = year(
        "do", "declare-holidays", "--by", "quan-tri", "--reason", "r", "--data", '{"year": "x"}', code=1
    ).stderr  # fmt: skip

    assert "số nguyên" in told
    assert "Năm (year)" in told
    assert "Expected" not in told


def test_dates_in_reasons_read_as_dates_in_tables(year):
    told = year(
        "do", "rename-unit", "CB", "--by", "quan-tri", "--reason", "r", "--on", "2099-01-31",
        "--data", '{"name": ""}', code=1,
    ).stderr  # fmt: skip
    assert "2099-01-31" not in told
