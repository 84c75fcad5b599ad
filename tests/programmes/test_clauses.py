"""Every clause of the five guidelines has a home, and every text is the guideline's own."""

import re

import pytest

from domain.programme.reading import stripped
from tests.programmes.files import (
    TEXTS,
    catalogue_text,
    clauses_of,
    listed,
    mappings,
    text_lines,
    tree,
)

PREFIXES = {
    "KT": "kon-tum",
    "SL": "son-la",
    "ST": "soc-trang",
    "CG": "cam-giang",
    "PW": "power-tkv",
}
ID = re.compile(r"\b(?:KT|SL|ST|CG|PW)-[A-Z]{3}-[A-Za-z0-9.]*[A-Za-z0-9](?:–[a-z])?")
CLAUSES = tree("clauses/clauses.yaml")
BACKGROUND = tree("clauses/background.yaml")
HOMES = {code: clauses_of(tree(f"{code}.yaml")) for code in TEXTS}


def test_every_clause_has_a_home_in_its_own_programme_or_a_reason_to_need_none():
    homeless = [
        clause
        for clause in CLAUSES
        if clause not in HOMES[PREFIXES[clause[:2]]] and clause not in BACKGROUND
    ]
    assert homeless == []


def test_a_clause_that_needs_no_system_says_why_in_both_languages_and_has_no_home():
    assert [clause for clause in BACKGROUND if clause not in CLAUSES] == []
    for clause, reason in BACKGROUND.items():
        assert set(reason) == {"vi", "en"}
        assert all(len(text) > 40 for text in reason.values())
        assert clause not in HOMES[PREFIXES[clause[:2]]]


def test_nothing_that_people_do_is_background():
    kinds = {clause.split("-")[1] for clause in BACKGROUND}
    assert kinds == {"GEN"}


@pytest.mark.parametrize("code", TEXTS)
def test_no_file_names_a_clause_that_is_not_there_or_belongs_to_another(code):
    own = {clause for clause in CLAUSES if PREFIXES[clause[:2]] == code}
    assert HOMES[code] - own == set()


def test_every_clause_has_a_gist_and_lines():
    assert all(
        {"en", "line"} <= set(clause) <= {"en", "line", "does"} for clause in CLAUSES.values()
    )
    assert all(clause["en"] for clause in CLAUSES.values())


def test_the_list_of_clauses_is_that_of_the_requirements_catalogue():
    assert set(CLAUSES) == set(_ids(catalogue_text()))


def _ids(text):
    for found in ID.findall(text):
        clause, _, last = found.partition("–")
        if not last:
            yield clause
        else:
            letters = range(ord(clause[-1]), ord(last) + 1)
            yield from (clause[:-1] + chr(letter) for letter in letters)


@pytest.mark.parametrize("code", TEXTS)
def test_a_label_with_a_line_is_that_line_letter_by_letter(code):
    lines = text_lines(code)
    quoted = [each for each in mappings(tree(f"{code}.yaml")) if "line" in each]
    wrong = [
        each["vi"]
        for each in quoted
        if not _quoted(each["vi"], " ".join(lines[n].strip() for n in listed(each["line"])))
    ]
    assert wrong == []
    assert len(quoted) >= 20


def _quoted(label, line):
    """Whether a label is a piece of a line, or pieces of it in their order with “…” for what is left out."""
    pieces = map(re.escape, label.split(" … "))
    return re.search(".+".join(pieces), line) is not None


def test_a_label_that_leaves_words_out_keeps_their_order():
    assert _quoted("không có đảng viên … bị kỷ luật", "không có đảng viên vi phạm và bị kỷ luật")
    assert not _quoted("bị kỷ luật … không có", "không có đảng viên vi phạm và bị kỷ luật")
    assert not _quoted("không có đảng viên", "đảng viên không có")


@pytest.mark.parametrize("code", TEXTS)
def test_what_must_not_be_keeps_its_negation(code):
    """A label cut out of a sentence would else say the opposite of what is asked."""
    asked = [
        each
        for each in mappings(tree(f"{code}.yaml")["criteria"])
        if str(stripped(each.get("passes", ""), (), {})).startswith(("= 0", "<"))
    ]
    assert [each["vi"] for each in asked if "không" not in each["vi"].lower()] == []


@pytest.mark.parametrize("code", TEXTS)
def test_every_criterion_of_a_guideline_is_quoted_from_it(code):
    for criteria in tree(f"{code}.yaml")["criteria"].values():
        criterion = [node for node in mappings(criteria["groups"]) if "kind" in node]
        assert [node["id"] for node in criterion if "line" not in node] == []
