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
