"""The form of a command as a person sees it."""

import json


def test_a_form_is_shown_in_both_languages_and_as_json(run):
    run("init", "--by", "quan-tri", "--simulated", "--at", "2023-12-01T08:00")
    shown = json.loads(run("forms", "give-mandate", "--json").stdout)
    until = next(field for field in shown if field["name"] == "until")

    assert (until["kind"], until["required"], until["title"]) == ("date", False, "Đến hết ngày")
    assert "giao quyền" in run("forms", "give-mandate").stdout.casefold()
    assert "must be given" in run("forms", "give-mandate", "--lang", "en").stdout
    assert "Không có lệnh" in run("forms", "revke", code=1).stderr


def test_the_form_of_a_case_is_asked_for_by_unit_and_period_open_or_not(year):
    for unit, more in (("CB", ()), ("DB", ("--programme", "kon-tum"))):
        shown = json.loads(year("forms", "submit-dossier", unit, "2024", *more, "--json").stdout)
        [documents] = [field for field in shown if field["name"] == "documents"]
        [document] = [each for each in documents["fields"] if each["name"] == "document"]
        assert document["choices"][0]["value"] == "DOC-REPORT"
    assert "DB" in year("forms", "submit-dossier", "DB", "2024", code=1).stderr


def test_a_day_that_is_none_is_told_with_the_reason(run):
    by = ("--by", "a", "--reason", "r")
    run("init", "--by", "a")

    assert (
        "lịch không có ngày “31/02/2024”"
        in run("do", "register-person", *by, "--on", "31/02/2024", code=2).stderr
    )
    assert (
        "is not a date"
        in run("do", "register-person", *by, "--on", "5/12", "--lang", "en", code=2).stderr
    )


def test_a_scenario_that_stops_says_so_and_plays_no_more(run, tmp_path):
    line = {"do": "register-person", "by": "a", "reason": "r"}
    lines = [{**line, "data": {"person": code, "name": "A"}} for code in ("b", "c/", "d")]
    (tmp_path / "s.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run("init", "--by", "a")

    done = run("play", tmp_path / "s.jsonl", "--stop", code=1)
    assert "s.jsonl:2" in done.stderr
    assert "Đã dừng ở dòng này" in done.stdout
    assert json.loads(run("status", "--json").stdout)["position"] == 4
