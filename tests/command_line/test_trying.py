"""`bontot do … --try`: what would be recorded, in words and as JSON, with nothing recorded."""

import json

REFUSED = 1
PETITION = json.dumps({"petition": "kn-1", "subject_matter": "xem xét lại"})


def tried(year, *more, by="CB-cell_committee", code=0):
    [case] = json.loads(year("cases", "list", "--json").stdout)
    words = ("do", "file-petition", case["case"], "--by", by, "--reason", "r", "--data", PETITION)
    return year(*words, "--try", *more, code=code)


def test_a_trial_says_in_words_what_would_be_recorded_and_what_would_wait(year):
    before = year("status", "--json").stdout

    said = tried(year).stdout

    assert "chưa ghi gì" in said
    assert "Sẽ ghi: Người mẫu CB-cell_committee, thay mặt" in said
    assert said.count("Việc sẽ chờ Đảng ủy Đơn vị DB: Trả lời kiến nghị, hạn") == 1
    assert year("status", "--json").stdout == before


def test_a_trial_as_json_has_the_keys_it_promises(year):
    told = json.loads(tried(year, "--json").stdout)

    assert list(told) == [
        "would_be_done", "repeated", "reasons", "warnings", "stream", "organ", "authority", "effective_on",
        "events", "outcome", "due_on", "late", "tasks",
    ]  # fmt: skip
    assert told["would_be_done"]
    assert [event["event"] for event in told["events"]] == ["petition-filed"]
    assert {task["kind"] for task in told["tasks"]} == {"petition"}


def test_a_trial_that_would_be_refused_gives_every_reason_and_counts_none(year):
    before = year("refusals", "--json").stdout

    refused = tried(year, by="DUK-standing_committee", code=REFUSED)

    assert refused.stderr.count("✗") == 2
    assert year("refusals", "--json").stdout == before


def test_a_reason_as_json_says_which_field_it_is_about(year):
    told = json.loads(tried(year, "--json", by="nobody", code=REFUSED).stdout)

    assert {tuple(reason) for reason in told["reasons"]} == {
        ("code", "sentence", "about", "rests_on")
    }
    assert {reason["about"] for reason in told["reasons"]} & {"actor", "by", "signed_by", "organ"}


def test_a_refusal_names_the_clause_it_rests_on_and_quotes_it_once(year):
    [case] = json.loads(year("cases", "list", "--json").stdout)
    words = ("do", "appraise", case["case"], "--by", "DB-committee_office", "--reason", "r",
             "--data", json.dumps({"proposal": "PASS"}))  # fmt: skip

    refused = year(*words, code=REFUSED).stderr
    tried = json.loads(year(*words, "--try", "--json", code=REFUSED).stdout)

    assert "Theo KT-STP-2c." in refused
    assert "thẩm định" in refused.partition("  KT-STP-2c: ")[2].partition("\n")[0].lower()
    assert tried["reasons"][0]["rests_on"] == ["KT-STP-2c"]
