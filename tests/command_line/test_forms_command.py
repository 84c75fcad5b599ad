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
