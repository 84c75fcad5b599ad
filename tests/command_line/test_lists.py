"""Lists on the command line: filters, sort keys, pages."""

import json

import pytest


@pytest.mark.parametrize("words", [("cases", "list")])
def test_a_page_tells_how_the_next_is_asked_for(year, words):
    whole = json.loads(year(*words, "--json").stdout)
    first = year(*words, "--json", "--size", "1")
    assert json.loads(first.stdout) == whole[:1]
    assert ("--after" in first.stderr) == (len(whole) > 1)


def test_cases_are_found_by_the_word_on_the_screen_and_refused_by_another(year):
    [case] = json.loads(year("cases", "list", "--stage", "da huy bo cong nhan", "--json").stdout)
    assert case["stage"] == "revoked"
    assert "Đã huỷ bỏ công nhận" in year("cases", "list", "--stage", "huỷ", code=1).stderr
    assert json.loads(year("cases", "list", "--in-time", "--sort", "-due_on", "--json").stdout) == [
        case
    ]
    assert "Hạn" in year("cases", "list", "--sort", "hạnn", code=1).stderr
    assert "dấu trang" in year("cases", "list", "--after", "xyz", code=1).stderr


def test_a_search_says_what_each_thing_is_in_the_language_asked_for(year):
    assert "Quyết định" in year("search", "12-qd").stdout
    told = year("search", "don", "vi", "cb", "2024", "--lang", "en").stdout
    assert "Case" in told
    [unit] = json.loads(year("search", "đơn vị CB", "--json").stdout)
    assert (unit["what"], unit["code"], unit["where"]) == ("unit", "CB", "DB")


def test_a_search_that_finds_nothing_says_so_and_one_without_words_is_refused(year):
    assert "không đâu" in year("search", "không đâu").stdout
    assert "xyzzy" in year("search", "xyzzy", "--lang", "en").stdout
    assert "?" in year("search", "?", code=1).stderr
    more = year("search", "mẫu", "--size", "1", "--json")
    assert len(json.loads(more.stdout)) == 1
    assert "--after" in more.stderr


def test_every_list_is_narrowed_down_by_words(year):
    for words in (("cases", "list"), ("register",), ("units", "list")):
        [row] = json.loads(year(*words, "--search", "cb đơn", "--json").stdout)
        assert "CB" in (
            row.get("unit"),
            row.get("code"),
            row.get("subject", "").removeprefix("unit:"),
        )
    assert len(json.loads(year("persons", "list", "--search", "cb", "--json").stdout)) == 2


def test_cases_are_counted_by_stage(year):
    [counted] = json.loads(year("cases", "count", "--json").stdout)
    assert len(counted.pop("programme_version")) == 64
    assert counted == {"programme": "kon-tum", "stage": "revoked", "cases": 1}
    assert "Đã huỷ bỏ công nhận" in year("cases", "count", "--search", "cb").stdout
    assert "0" in year("cases", "count", "--period", "2024", "--search", "duk").stdout
