"""Whoever misspells a programme, a unit, a person, an organ, a stage is told the nearest wherever one is typed."""

import re

import pytest

from tests.command_line.asking import asking

OF_A_CASE = ("CB", "2024", "--programme", "kontum")
MISSPELT = {
    "kon-tum \\(": [
        ("cases", "list", "--programme", "kontum"), ("cases", "count", "--programme", "kontum"),
        ("register", "--programme", "kontum"), ("tasks", "--programme", "kontum"),
        ("cases", "show", *OF_A_CASE), ("cases", "history", *OF_A_CASE), ("cases", "blame", *OF_A_CASE),
        ("cases", "allowed", *OF_A_CASE, "--by", "CB-cell"), ("forms", "decide", *OF_A_CASE),
        ("review", "2024", "--programme", "kontum"), ("rounds", "show", "kontum", "2024"),
        ("rounds", "owed", "kontum", "2024"), ("rounds", "open", "kontum", "2025", "--by", "quan-tri"),
        ("rounds", "lock", "kontum", "2024", "--by", "quan-tri", "--reason", "r"),
        ("programmes", "show", "kontum"), ("programmes", "diagram", "kontum", "cell"),
        ("do", "decide", *OF_A_CASE, "--by", "CB-cell", "--reason", "r"),
        ("do", "select-outstanding", "--by", "quan-tri", "--reason", "r", "--programme", "kontum"),
        ("do", "open-round", "--by", "quan-tri", "--reason", "r", "--data", '{"programme": "kontum"}'),
    ],
    "Đơn vị CB \\(CB\\)": [
        ("cases", "list", "--unit", "CBB"), ("cases", "list", "--under", "CBB"), ("units", "show", "CBB"),
        ("units", "list", "--parent", "CBB"), ("persons", "list", "--for", "CBB"), ("cases", "show", "CBB", "2024"),
        ("revocation", "preview", "CBB", "2024"), ("rounds", "owed", "kon-tum", "2024", "--unit", "CBB"),
        ("cases", "list", "--for", "CBB/cell"),
    ],
    "\\(CB-cell\\)": [
        ("persons", "show", "CB-cel"), ("tasks", "--by", "CB-cel"), ("cases", "list", "--person", "CB-cel"),
        ("cases", "allowed", "CB", "2024", "--by", "CB-cel"),
    ],
    "CB/cell \\(": [("tasks", "--for", "CB/cel"), ("cases", "list", "--for", "CB/cel")],
    "\\(appraised\\)": [("cases", "list", "--stage", "appraisd")],
}  # fmt: skip


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    return asking(tmp_path_factory.mktemp("year"))


@pytest.mark.parametrize(
    ("nearest", "words"),
    [(nearest, words) for nearest, asked in MISSPELT.items() for words in asked],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_the_nearest_is_named(ask, nearest, words):
    refused = ask(*words, code=1).stderr

    assert re.search(nearest, refused), refused


def test_a_programme_does_by_its_name_as_by_its_code(ask):
    name = "mo hinh “chi bo bon tot”, “dang bo co so bon tot” (kon tum)"
    assert (
        ask("rounds", "show", name, "2024").stdout
        == ask("rounds", "show", "kon-tum", "2024").stdout
    )
