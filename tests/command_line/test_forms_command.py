"""The form of a command as a person sees it."""

import json

import pytest

from command_line import terminal
from tests.command_line.asking import asking


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    return asking(tmp_path_factory.mktemp("year"))


FORMS = (
    ("find-defect", "CB", "2024"), ("submit-sheet", "CB", "2024"), ("submit-dossier", "CB", "2024"),
    ("decide", "CB", "2024"), ("record-meeting",), ("report-figure",), ("register-unit",), ("give-mandate",),
)  # fmt: skip


def words_in(fields):
    """Every word that a form has to tell: of titles, hints and choices, and what is typed."""
    for field in fields:
        people = field["kind"] == "person" and len(field["choices"]) > 12
        told = [field["title"], field["hint"]]
        for each in () if people else field["choices"]:
            told += [str(each["value"]), each["title"]]
        yield from (word for text in told for word in text.split())
        yield from words_in(field["fields"] if field["filled_in"] != "always" else [])


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("named", FORMS, ids=" ".join)
def test_a_form_fits_the_screen_and_loses_nothing(ask, monkeypatch, named, width):
    monkeypatch.setattr(terminal, "_PIPED", width)
    fields = json.loads(ask("forms", *named, "--json").stdout)
    shown = ask("forms", *named).stdout

    tables = [line for line in shown.splitlines() if line.startswith(" ")]
    assert max(map(len, tables)) <= width
    assert set(words_in(fields)) - set(shown.split()) == set()


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
