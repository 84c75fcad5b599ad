"""`--as-of` and `--known-at` as they are typed: what they answer, and what they refuse, in both languages."""

import json

import pytest
from typer.main import get_command

from command_line.main import app
from tests.command_line.asking import asking

AFTER_DECIDING, BEFORE_REVOKING = "2024-12-31", "2026-05-19"
REFUSED = {
    ("--known-at", "99999"): ("vị trí cuối", "the last is"),
    ("--known-at", "2999-12-31"): ("tương lai", "future"),
    ("--known-at", "2001-01-01"): ("chưa được mở", "was not open"),
    ("--known-at", "0"): ("chưa được mở", "was not open"),
    ("--known-at", "0001-01-01T00:00+14:00"): ("ngoài khoảng", "is not between"),
    ("--known-at", "31/02/2024"): (
        "lịch không có ngày “31/02/2024”",
        "the calendar has no “31/02/2024”",
    ),
    ("--known-at", "hôm qua"): ("không phải", "is no position"),
    ("--as-of", "31/02/2024"): (
        "lịch không có ngày “31/02/2024”",
        "the calendar has no “31/02/2024”",
    ),
    ("--as-of", "2024-02-30"): (
        "lịch không có ngày “2024-02-30”",
        "the calendar has no “2024-02-30”",
    ),
    ("--as-of", "5/12/24"): ("không phải là ngày", "is not a date"),
    ("--as-of", "05/12/2999"): ("ngoài khoảng 1900–2100", "is not between 1900 and 2100"),
}


NOT_THERE = ("99999", "2999-12-31", "2001-01-01", "0")
"""What can be read, and the log has not: it is refused; anything else of these is a wrong use."""
OF_CB = ("CB", "2024")
DONE = ("--by", "quan-tri", "--reason", "r")
COMMANDS = (
    ("cases", "list"),
    ("cases", "count"),
    ("cases", "show", *OF_CB),
    ("cases", "history", *OF_CB),
    ("cases", "blame", *OF_CB),
    ("cases", "allowed", *OF_CB, "--by", "CB-cell"),
    ("register",),
    ("tasks",),
    ("review", "2024"),
    ("documents", "make", "Trích lịch sử hồ sơ", *OF_CB),
    ("what-if", "2024", "--programme", "kon-tum.yaml"),
    ("persons", "list"),
    ("persons", "show", "CB-cell"),
    ("units", "show", "CB"),
    ("units", "import", "no.csv", *DONE),
    ("rounds", "open", "kon-tum", "2025", *DONE),
    ("rounds", "lock", "kon-tum", "2024", *DONE),
    ("rounds", "reopen", "kon-tum", "2024", *DONE),
    ("rounds", "seal", "kon-tum", "2024", *DONE),
    ("programmes", "publish", "kon-tum.yaml", *DONE),
    ("do", "comment", *OF_CB, *DONE),
    ("init", "--by", "a"),
)
"""Every command with an option that takes a day, an instant or a moment, typed so that nothing else is wrong."""
TIMES = ("help.value.date", "help.value.instant", "help.value.moment")


def options_of_time(group, path=()):
    """Each command's name with each of its options that take a time."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from options_of_time(command, (*path, name))
            continue
        for each in command.params:
            if each.metavar in TIMES:
                yield (*path, name), each.opts[0]


OPTIONS = sorted(options_of_time(get_command(app)))


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """Asks a log with the small year in it, read only, in this process."""
    return asking(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def case(year):
    [line] = json.loads(year("cases", "list", "--json").stdout)
    return line["case"]


def answer(run, *words):
    return json.loads(run(*words, "--json").stdout)


def test_each_question_takes_both_axes(year, case):
    then = ("--as-of", AFTER_DECIDING, "--known-at", BEFORE_REVOKING)
    [line] = answer(year, "cases", "list", *then)
    shown = answer(year, "cases", "show", case, *then)
    [entry] = answer(year, "register", *then)
    history = answer(year, "cases", "history", case, *then)
    blamed = answer(year, "cases", "blame", case, *then)
    review = answer(year, "review", "2024", *then)

    assert (
        (line["stage"], line["outcome"])
        == (shown["stage"], shown["outcome"])
        == ("recognised", "PASS")
    )
    assert (shown["standing"], entry["standing"]) == (True, True)
    assert history[-1]["event"] == "decision-issued"
    assert {each["effective_on"] <= AFTER_DECIDING for each in history} == {True}
    assert {each["position"] for each in blamed} <= {each["position"] for each in history}
    assert review["as_of"] == AFTER_DECIDING


def test_on_the_same_day_what_is_known_now_is_another_answer(year, case):
    on = ("--as-of", AFTER_DECIDING)
    now, then = (
        answer(year, "cases", "show", case, *on, *known)
        for known in ((), ("--known-at", BEFORE_REVOKING))
    )

    assert (now["stage"], then["stage"]) == ("recognised", "recognised")
    assert (now["standing"], then["standing"]) == (False, True)


def test_a_person_reads_both_in_words(year, case):
    asked = ("cases", "show", case, "--as-of", "31/12/2024")

    assert "Tính đến ngày" in year(*asked).stdout
    assert "As of" in year(*asked, "--lang", "en").stdout


@pytest.mark.parametrize(("typed", "said"), REFUSED.items(), ids=map(" ".join, REFUSED))
def test_what_cannot_be_asked_is_refused_in_one_sentence_in_both_languages(year, typed, said):
    for language, words in zip(("vi", "en"), said, strict=True):
        refused = year(
            "register", *typed, "--lang", language, code=1 if typed[1] in NOT_THERE else 2
        )

        assert words in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1
        assert "[" not in refused.stdout


def test_a_case_is_not_shown_before_it_was_open(year, case):
    for language, words in (("vi", "chưa có hồ sơ"), ("en", "there was no case")):
        for question in ("show", "history", "blame"):
            refused = year(
                "cases", question, case, "--as-of", "2023-12-31", "--lang", language, code=1
            )
            assert words in refused.stderr
    assert answer(year, "cases", "list", "--as-of", "2023-12-31") == []
    assert answer(year, "register", "--as-of", "2024-12-19") == []


@pytest.mark.parametrize(("named", "option"), OPTIONS, ids=str)
def test_what_is_no_time_after_an_option_is_a_wrong_use_of_every_command(year, named, option):
    [words] = [words for words in COMMANDS if words[: len(named)] == named]
    typed = year(*words, option, "31/02/2024", code=2)

    assert "31/02/2024" in typed.stderr
    assert "Traceback" not in typed.stderr


def test_a_day_in_data_that_is_none_is_refused_by_the_command(year):
    data = '{"documents": [{"document": "DOC-REPORT", "on": "31/02/2024"}]}'
    refused = year("do", "submit-dossier", *OF_CB, *DONE, "--data", data, code=1)

    assert "31/02/2024" in refused.stderr


@pytest.mark.parametrize("instant", ["0001-01-01T00:00", "9999-12-31T23:59:59-11:00"])
def test_an_instant_at_the_end_of_all_years_is_a_wrong_use(year, instant):
    typed = year(
        "do", "register-person", "--by", "quan-tri", "--reason", "r", "--at", instant, code=2
    )

    assert instant in typed.stderr
